import type { EventLog, LogFile } from '../../../../model/log/event-log.ts';
import type { Reading, SharedReading } from '../../../format.ts';
import { setField } from '../../shared/item-table/item-snapshot.ts';
import { beginHistories } from './begin-histories.ts';
import { ChangeWriter } from './change-writer.ts';
import { ChangedFields } from './changed-fields.ts';
import type { Change, Entry } from './entries.ts';
import { ItemHistory } from './first-changes.ts';
import { IssueDateList } from './issue-dates.ts';
import { IssueNumbers } from './issue-numbers.ts';
import { PageCount } from './page-count.ts';

/** What the files of one Jira say together, whichever comes first: lists of issues, changelogs and their pages. */
export class JiraIssues implements SharedReading {
  readonly numbers: IssueNumbers;
  readonly dates: IssueDateList;
  readonly changes: ChangeWriter;
  readonly issuePages: PageCount;
  readonly logPages: PageCount;
  readonly #log: EventLog;
  readonly #source: string;
  readonly #changed = new ChangedFields();
  /** Issues that came with all of their history. */
  readonly #complete = new Set<number>();
  /** Of these, the entries that were written. */
  readonly #entries = new Map<number, Float64Array>();
  /** Issues whose history comes in parts. */
  readonly #histories = new Map<number, ItemHistory>();
  /** Parents given by number. */
  readonly #parents = new Map<number, string>();
  /** Assignees of today given by number. */
  readonly #assignees = new Map<number, string>();
  /** Files that give issues by number alone. */
  readonly #byNumber = new Set<LogFile>();

  constructor(log: EventLog, source: string) {
    this.#source = source;
    this.#log = log;
    this.numbers = new IssueNumbers(log);
    this.dates = new IssueDateList(log);
    this.changes = new ChangeWriter(log);
    this.issuePages = new PageCount(log, 'issues');
    this.logPages = new PageCount(log, 'changelogs');
  }

  /** Says that an issue came with all of its history, which its file writes. */
  complete(item: number): void {
    this.#complete.add(item);
    this.#know(item);
  }

  /** The entries of a whole history that no other copy of it has brought. */
  fresh(item: number, entries: readonly Entry[]): readonly Entry[] {
    const known = this.#entries.get(item);
    // Entries without a number are known by their instant.
    const keys = Float64Array.from(entries, ({ id, at }) => (/^\d+$/.test(id) ? Number(id) : -at));
    this.#entries.set(item, known === undefined ? keys : Float64Array.of(...known, ...keys));
    if (known === undefined) return entries;
    const seen = new Set(known);
    return entries.filter((_, index) => !seen.has(keys[index] as number));
  }

  isComplete(item: number): boolean {
    return this.#complete.has(item);
  }

  /** The history of an issue of which the current file holds a part. */
  historyOf(item: number, file: LogFile, line: number): ItemHistory {
    let history = this.#histories.get(item);
    if (history === undefined) {
      history = new ItemHistory(file, line);
      this.#histories.set(item, history);
      this.#know(item);
    }
    return history;
  }

  /** Writes those entries of a part that no other part holds; returns how many they are. */
  writeEntries(item: number, entries: readonly Entry[], file: LogFile, line: number): number {
    const history = this.historyOf(item, file, line);
    for (const { changes } of entries) for (const change of changes) this.changes.learn(change);
    let count = 0;
    for (const { id, at, changes } of entries) {
      if (!history.note(id, at)) continue;
      count++;
      for (const change of changes) this.writeChange(item, history, change, Number(id), file, line);
    }
    return count;
  }

  /** Writes one change of a history that comes in parts. */
  writeChange(item: number, history: ItemHistory, change: Change, order: number, file: LogFile, line: number): void {
    history.noteChange(change, order, file, line);
    this.#changed.note(item, change, order);
    this.changes.write(item, change, line);
  }

  /** Keeps what a field of an issue was last changed to, for where no list says what it is. */
  noteChanged(item: number, change: Change, order: number): void {
    this.#changed.note(item, change, order);
  }

  /** Says which issue is the parent of one, by its number. */
  parent(item: number, number: string): void {
    this.#parents.set(item, number);
  }

  /** Says who has an issue today, by the number of the user. */
  assignee(item: number, number: string): void {
    this.#assignees.set(item, number);
  }

  /** Notes that a file gives issues by number alone. */
  givesNumbers(file: LogFile): void {
    this.#byNumber.add(file);
  }

  write(): void {
    const log = this.#log;
    const files = new Set<number>();
    for (const [index, { source }] of log.files.entries()) if (source === this.#source) files.add(index);
    this.#writeParents();
    this.#writeAssignees();
    for (const item of this.#complete) this.#histories.delete(item);
    beginHistories(log, this.#histories, this.changes, (item) => this.dates.created(item));
    this.dates.write((item) => this.#complete.has(item) || this.#histories.has(item));
    this.#changed.write(log);
    this.changes.statuses.settle(files);
    this.issuePages.write();
    this.logPages.write();
    if (this.numbers.unnamed.size === 0) return;
    for (const file of this.#byNumber) {
      file.notes.push(
        `Issues known by their number alone: ${this.numbers.unnamed.size}. Give the list of the issues (issues.csv, a CSV export or a search), too: it tells their keys, titles and creation.`,
      );
    }
  }

  #know(item: number): void {
    this.#log.upgradeGrade(item, 'full-log');
    this.#log.assigneesKnown.set(item, 1);
  }

  /** Histories name users by a key, which is made of their number unless they are of old. */
  #writeAssignees(): void {
    for (const [item, number] of this.#assignees) {
      const name = this.changes.users.nameOf(`JIRAUSER${number}`) ?? number;
      this.#log.currentPeople.set(item, this.#log.people.id([name]));
    }
  }

  /** Parents by key, as far as a file gives it; others stay what the file says, under a name of its own. */
  #writeParents(): void {
    for (const [item, number] of this.#parents) {
      const key = this.numbers.keyOf(number);
      setField(this.#log, item, key === null ? 'parent id' : 'parent', key ?? number);
    }
  }
}

/** What the files of the reading's source say together. */
export function jiraIssues(reading: Reading): JiraIssues {
  return reading.shared('jira-issues', () => new JiraIssues(reading.log, reading.file.source));
}
