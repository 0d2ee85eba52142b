import type { EventLog, LogFile } from '../../../model/log/event-log.ts';
import type { JsonRecords, SharedReading } from '../../format.ts';
import type { HistoryEntry } from '../shared/item-history/history-entry.ts';
import { writeHistory } from '../shared/item-history/history-writer.ts';
import type { EntryPlace } from '../shared/item-history/item-histories.ts';
import { seenBefore } from '../shared/value-sets.ts';
import { type Activity, NO_STATUS } from './monday-entry.ts';

const GROUP = 'group';
const DELETED = 'Deleted';

interface ItemLog {
  item: number;
  entries: (EntryPlace & { activity: Activity })[];
  file: LogFile;
  line: number;
}

/** The activity of all boards of a source, over all files: which column is the status shows in all of it. */
export class ActivityLog implements SharedReading {
  readonly #log: EventLog;
  readonly #said: string | undefined;
  readonly #people: string | undefined;
  readonly #items = new Map<number, ItemLog>();
  readonly #known = new Set<string>();
  readonly #files = new Set<LogFile>();

  constructor({ log, options }: JsonRecords) {
    this.#log = log;
    this.#said = options.fields.to?.trim();
    this.#people = options.fields.assignee?.trim();
  }

  knows(entry: string): boolean {
    return seenBefore(this.#known, entry);
  }

  add(item: number, place: EntryPlace, activity: Activity): void {
    this.#files.add(place.file);
    let known = this.#items.get(item);
    if (known === undefined) {
      known = { item, entries: [], file: place.file, line: place.line };
      this.#items.set(item, known);
    }
    known.entries.push({ ...place, activity });
  }

  write(): void {
    const columns = this.#count('column');
    const moves = this.#count('group').get(GROUP) ?? 0;
    const status = chosen(this.#said, columns, moves > 0 ? GROUP : '');
    const people = this.#count('people');
    const owner = chosen(this.#people, people, '');
    for (const item of this.#items.values()) this.#writeItem(item, status, owner);
    const others = [...columns, [GROUP, moves] as const].filter(([name, count]) => name !== status && count > 0);
    const listed = others.map(([name, count]) => `${name} ${count}`).join(', ');
    for (const file of this.#files) {
      file.notes.push(
        `Status is taken from ${status === GROUP ? 'the group' : `the column ${status}`}, ${this.#said === undefined ? 'the status column with most changes' : 'as --map to says'}.${listed === '' ? '' : ` Changes of others: ${listed}; --map to=<column, or group> takes it from there.`}`,
      );
      if (people.size > 1)
        file.notes.push(`Assignees are those of the column ${owner}; --map assignee=<column> names another.`);
    }
  }

  #writeItem({ item, entries, file, line }: ItemLog, status: string, owner: string): void {
    const log = this.#log;
    const history: HistoryEntry[] = [];
    const created = entries.find(({ activity }) => activity.kind === 'created');
    let last = '';
    entries.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    for (const { activity, ...place } of entries) {
      if (activity.kind === 'created') last = status === GROUP ? activity.group : NO_STATUS;
      else if (activity.kind === 'people') {
        if (activity.column === owner)
          history.push({ ...place, kind: 'people', removed: 'all', added: activity.people });
      } else {
        const move = moveOf(activity, status, last);
        if (move === null) continue;
        history.push({ ...place, kind: 'status', ...move });
        last = move.to;
      }
    }
    if (created !== undefined && last !== '' && log.currentStatus.at(item) === 0) {
      log.currentStatus.set(item, log.statuses.id(last));
    }
    writeHistory(log, { item, entries: history, isWhole: created !== undefined, logsPeople: owner !== '', file, line });
  }

  /** How often each column of a kind was changed; groups count as one. */
  #count(kind: 'column' | 'group' | 'people'): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { entries } of this.#items.values()) {
      for (const { activity } of entries) {
        if (activity.kind !== kind) continue;
        const name = activity.kind === 'group' ? GROUP : activity.column;
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    return counts;
  }
}

function moveOf(activity: Activity, status: string, last: string): { from: string; to: string } | null {
  if (activity.kind === 'deleted') return { from: last, to: DELETED };
  if (activity.kind === 'group' && status === GROUP) return { from: activity.from || last, to: activity.to };
  if (activity.kind !== 'column' || activity.column !== status) return null;
  return { from: activity.from, to: activity.to };
}

/** What the user names, if it is there; else the column with most changes; else what is left. */
function chosen(said: string | undefined, columns: ReadonlyMap<string, number>, otherwise: string): string {
  const named = [...columns.keys(), otherwise].find((name) => name.toLowerCase() === said?.toLowerCase());
  if (named !== undefined && named !== '') return named;
  const [most] = [...columns].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? otherwise;
}

/** The activity that all files of the source at hand share. */
export function activityLogOf(records: JsonRecords): ActivityLog {
  return records.shared('monday activity', () => new ActivityLog(records));
}
