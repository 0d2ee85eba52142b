import { EMPTY } from '../../../model/log/dictionary.ts';
import type { EventLog, LogFile } from '../../../model/log/event-log.ts';
import type { JsonRecords, SharedReading } from '../../format.ts';
import type { JsonObject } from '../../text/json/json-values.ts';
import type { HistoryEntry } from '../shared/item-history/history-entry.ts';
import { writeHistory } from '../shared/item-history/history-writer.ts';
import type { EntryPlace } from '../shared/item-history/item-histories.ts';
import { setField } from '../shared/item-table/item-snapshot.ts';
import { seenBefore } from '../shared/value-sets.ts';
import { customField, type FieldChange } from './youtrack-change.ts';

/** What the field of the status is called, the surest first. */
const STATUS_FIELDS = ['State', 'Stage', 'Status'];
const ASSIGNEE_FIELDS = ['Assignee', 'Assignees'];

interface IssueRecord {
  item: number;
  issue: JsonObject | null;
  finished: number;
  updated: number;
  changes: (EntryPlace & { change: FieldChange })[];
  hasActivities: boolean;
  file: LogFile;
  line: number;
}

/** Issues and activities of a source, over all its files: which field is the status shows in all of them. */
export class YouTrackIssues implements SharedReading {
  readonly #log: EventLog;
  readonly #status: string | undefined;
  readonly #assignee: string | undefined;
  readonly #issues = new Map<number, IssueRecord>();
  readonly #known = new Set<string>();
  readonly #files = new Set<LogFile>();

  constructor({ log, options }: JsonRecords) {
    this.#log = log;
    this.#status = options.fields.to;
    this.#assignee = options.fields.assignee;
  }

  knows(activity: string): boolean {
    return seenBefore(this.#known, activity);
  }

  /** Takes an issue, in place of what was read of it before, unless that was newer. */
  addIssue(
    item: number,
    issue: JsonObject,
    { finished, updated }: { finished: number; updated: number },
    file: LogFile,
    line: number,
  ): void {
    const record = this.#of(item, file, line);
    if (record.issue === null || !(updated < record.updated)) Object.assign(record, { issue, finished, updated });
  }

  /** Says that a file holds activities of an issue. */
  track(item: number, file: LogFile, line: number): void {
    this.#of(item, file, line).hasActivities = true;
  }

  addChange(item: number, place: EntryPlace, change: FieldChange): void {
    this.#of(item, place.file, place.line).changes.push({ ...place, change });
  }

  write(): void {
    const counts = new Map<string, number>();
    for (const { changes } of this.#issues.values()) {
      for (const { change } of changes) counts.set(change.field, (counts.get(change.field) ?? 0) + 1);
    }
    const status = this.#fieldOf(this.#status, STATUS_FIELDS, counts);
    const assignee = this.#fieldOf(this.#assignee, ASSIGNEE_FIELDS, counts);
    for (const record of this.#issues.values()) this.#writeIssue(record, status, assignee);
    const others = [...counts].filter(([field]) => field !== status && field !== assignee);
    others.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const listed = others.slice(0, 8).map(([field, count]) => `${field} ${count}`);
    for (const file of this.#files) {
      file.notes.push(
        `Status is taken from the field ${status}; --map to=<field> names another.${listed.length === 0 ? '' : ` Changes of other fields were left out: ${listed.join(', ')}.`}`,
      );
    }
  }

  #writeIssue(
    { item, issue, finished, changes, hasActivities, file, line }: IssueRecord,
    status: string,
    assignee: string,
  ): void {
    const log = this.#log;
    if (issue !== null) {
      const today = customField(issue, status);
      if (today !== '') log.currentStatus.set(item, log.statuses.id(today));
      const people = customField(issue, assignee);
      if (people !== '') log.currentPeople.set(item, log.people.id(people.split('; ')));
    }
    if (!hasActivities) {
      log.milestones(item, Number.NaN, finished);
      // Its state says how an issue was resolved: fixed, a duplicate, not to be fixed.
      const state = log.statuses.value(log.currentStatus.at(item));
      if (!Number.isNaN(finished)) setField(log, item, 'resolution', state);
      return;
    }
    log.listedFinish(item, finished);
    const entries = changes.flatMap(({ change, ...place }): HistoryEntry[] => {
      const { removed, added } = change;
      if (change.field === assignee) return [{ ...place, kind: 'people', removed, added }];
      if (change.field !== status) return [];
      return [{ ...place, kind: 'status', from: removed[0] ?? '', to: added[0] ?? '' }];
    });
    // Without the issue itself its status of today is what its last change led to.
    const last = entries
      .filter(({ kind }) => kind === 'status')
      .sort((a, b) => a.at - b.at)
      .at(-1);
    if (issue === null && last?.kind === 'status' && last.to !== '' && log.currentStatus.at(item) === EMPTY)
      log.currentStatus.set(item, log.statuses.id(last.to));
    writeHistory(log, { item, entries, isWhole: true, logsPeople: true, file, line });
  }

  /** The field that the user names, or the first usual one that any issue or activity has. */
  #fieldOf(said: string | undefined, usual: readonly string[], counts: ReadonlyMap<string, number>): string {
    const records = [...this.#issues.values()];
    const has = (name: string) =>
      counts.has(name) || records.some(({ issue }) => issue !== null && customField(issue, name) !== '');
    return [...(said === undefined ? [] : [said]), ...usual].find(has) ?? (usual[0] as string);
  }

  #of(item: number, file: LogFile, line: number): IssueRecord {
    this.#files.add(file);
    let record = this.#issues.get(item);
    if (record === undefined) {
      record = {
        item,
        issue: null,
        finished: Number.NaN,
        updated: Number.NaN,
        changes: [],
        hasActivities: false,
        file,
        line,
      };
      this.#issues.set(item, record);
    }
    return record;
  }
}

/** The issues that all files of the source at hand share. */
export function youTrackIssuesOf(records: JsonRecords): YouTrackIssues {
  return records.shared('youtrack issues', () => new YouTrackIssues(records));
}
