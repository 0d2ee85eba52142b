import type { EventLog, LogFile } from '../../../../model/log/event-log.ts';
import type { JsonRecords, SharedReading } from '../../../format.ts';
import { LatestNames, noteRenamedStatus } from '../latest-names.ts';
import type { ItemChange } from './history-entry.ts';
import { noteUnnamedStatus } from './history-findings.ts';
import { type EntryPlace, ItemHistories } from './item-histories.ts';

/** A change of which statuses and people are ids. */
interface WaitingChange {
  item: number;
  place: EntryPlace;
  change: ItemChange;
}

/** Histories that give statuses and people by their ids: any file of the tool may give the names. */
export class NamedHistories implements SharedReading {
  readonly statuses = new LatestNames();
  readonly people = new LatestNames();
  readonly #log: EventLog;
  readonly #histories: ItemHistories;
  readonly #waiting: WaitingChange[] = [];
  /** Names that came without an id. */
  readonly #plain = new Set<string>();
  /** File → item → the id of the status in which the file has it. */
  readonly #today = new Map<LogFile, Map<number, string>>();

  /** @param blocked labels that mean blocked, where the user names some */
  constructor(log: EventLog, blocked?: string) {
    this.#log = log;
    this.#histories = new ItemHistories(log, blocked);
  }

  /** Notes the name of a status that comes without an id. Returns it: changes have it in place of the id. */
  plainStatus(name: string): string {
    this.#plain.add(name);
    return name;
  }

  /** Says in which status the current file has an item, in place of what it said before; empty: in none. */
  today(item: number, status: string, file: LogFile): void {
    const statuses = this.#today.get(file) ?? new Map<number, string>();
    this.#today.set(file, statuses.set(item, status));
  }

  knows(key: string): boolean {
    return this.#histories.knows(key);
  }

  track(item: number, file: LogFile, line: number, isWhole: boolean): void {
    this.#histories.track(item, file, line, isWhole, true);
  }

  add(item: number, place: EntryPlace, change: ItemChange): void {
    this.#waiting.push({ item, place, change });
  }

  write(): void {
    for (const { former, name } of this.statuses.renamed()) noteRenamedStatus(this.#log, former, name);
    this.#writeToday();
    for (const { item, place, change } of this.#waiting)
      this.#histories.add(item, place, this.#named(item, place, change));
    this.#histories.write();
  }

  #writeToday(): void {
    const log = this.#log;
    for (const [file, statuses] of this.#today) {
      log.continueFile(file);
      for (const [item, status] of statuses) {
        if (status !== '') log.currentStatus.set(item, log.statuses.id(this.#nameOf(status) ?? status));
      }
    }
  }

  /** The latest name of a status; null for an id that nothing names. */
  #nameOf(status: string): string | null {
    return this.statuses.get(status) ?? (this.#plain.has(status) ? this.statuses.now(status) : null);
  }

  #named(item: number, place: EntryPlace, change: ItemChange): ItemChange {
    if (change.kind === 'status') {
      const named = [change.from, change.to].map((id) => {
        const name = this.#nameOf(id);
        if (name === null && id !== '') noteUnnamedStatus(this.#log, item, place, id);
        return name ?? id;
      });
      return { kind: 'status', from: named[0] as string, to: named[1] as string };
    }
    if (change.kind !== 'people') return change;
    const names = (ids: readonly string[]) => ids.map((id) => this.people.get(id) ?? id);
    return {
      kind: 'people',
      removed: change.removed === 'all' ? 'all' : names(change.removed),
      added: names(change.added),
    };
  }
}

/** The histories that all files of the source at hand share. */
export function namedHistories(records: JsonRecords): NamedHistories {
  return records.shared('named histories', () => new NamedHistories(records.log, records.options.fields.blocked));
}
