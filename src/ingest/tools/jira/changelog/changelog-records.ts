import { PitwallError } from '../../../../model/errors.ts';
import type { JsonRecords, JsonSink } from '../../../format.ts';
import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { UNREADABLE } from '../../shared/required-cells.ts';
import { isChangedField } from '../issues/changed-fields.ts';
import { readEntries } from '../issues/entries.ts';
import { type JiraIssues, jiraIssues } from '../issues/jira-issues.ts';
import { UnusedChanges } from '../issues/unused-changes.ts';
import { isEmptyAnswer, isLogEntry, issueOf, type LogPart, named, numberOf, readLogPart } from './log-part.ts';

/** Reads parts of changelogs, and entries on their own. */
export class ChangelogRecords implements JsonSink {
  readonly #records: JsonRecords;
  readonly #issues: JiraIssues;
  readonly #unused = new UnusedChanges();
  /** Entries on their own: the object around them, known for sure at the end of the file, names their issue. */
  readonly #loose: unknown[] = [];
  #count = 0;

  constructor(records: JsonRecords) {
    const { file } = records;
    this.#records = records;
    this.#issues = jiraIssues(records);
    file.assignees = 'full';
    file.mapping = { id: 'self or issueId', at: 'created', from: 'items[].fromString', to: 'items[].toString' };
  }

  record(value: unknown, line: number): void {
    this.#count++;
    const part = readLogPart(value);
    if (part !== null && part.key + part.number !== '') this.#takePart(part, line);
    else if (isLogEntry(value)) this.#loose.push(value);
    else if (isEmptyAnswer(value)) this.#records.file.used++;
    else {
      const key = textOf(own(objectOf(value), 'key'));
      this.#records.reject('not-a-changelog', 'Records that are no part of a changelog', key);
    }
  }

  end(): void {
    const { file, wrapper } = this.#records;
    if (this.#loose.length > 0) this.#takeLoose();
    else if (wrapper !== null) {
      const token = own(wrapper, 'nextPageToken');
      const more = typeof token === 'string' && token !== '';
      this.#issues.logPages.add({ file, start: 0, count: this.#count, total: Number.NaN, more });
    }
    this.#unused.account(file);
  }

  #takePart({ key, number, entries, start, total }: LogPart, line: number): void {
    const { file } = this.#records;
    const item = this.#itemOf(key, number);
    if (entries.length === 0) {
      // A page without entries says that there are none.
      file.used++;
      if (this.#issues.isComplete(item)) return;
      this.#issues.historyOf(item, file, line).noteStretch(start, 0, total, Number.NaN);
      return;
    }
    this.#records.holds(entries.length);
    this.#takeEntries(item, entries, start, total, line);
  }

  #takeEntries(item: number, entries: readonly unknown[], start: number, total: number, line: number): void {
    const records = this.#records;
    const { file } = records;
    const { rejected } = file;
    const read = readEntries(entries, records, (text) => records.reject('unreadable-date', UNREADABLE, text));
    const good = entries.length - (file.rejected - rejected);
    // An issue that came with all of its history has these already.
    const isComplete = this.#issues.isComplete(item);
    const fresh = isComplete ? 0 : this.#issues.writeEntries(item, read, file, line);
    file.used += fresh;
    file.merged += good - fresh;
    if (fresh > 0)
      for (const { changes } of read)
        for (const change of changes) if (!isChangedField(change.field)) this.#unused.note(change);
    if (isComplete) return;
    this.#issues.historyOf(item, file, line).noteStretch(start, entries.length, total, read[0]?.at ?? Number.NaN);
  }

  #takeLoose(): void {
    const { log, wrapper, file } = this.#records;
    const issue = issueOf(textOf(own(wrapper, 'self')));
    const total = numberOf(own(wrapper, 'total'));
    if (issue === '') throw unnamed(file.file, 'it holds changelog entries, and nothing says of which issue');
    if (this.#loose.length > total)
      throw unnamed(file.file, 'it holds the changelogs of several issues, and nothing says which entry is whose');
    const { key, number } = named(issue);
    const item = this.#itemOf(key, number);
    log.upgradeGrade(item, 'full-log');
    this.#takeEntries(item, this.#loose, numberOf(own(wrapper, 'startAt')), total, 1);
  }

  #itemOf(key: string, number: string): number {
    if (key !== '') return this.#issues.numbers.item(key, number);
    const item = this.#issues.numbers.itemOfNumber(number);
    this.#issues.givesNumbers(this.#records.file);
    return item;
  }
}

function unnamed(file: string, what: string): PitwallError {
  return new PitwallError(
    'no-issue',
    what,
    file,
    'Save each response of /issue/{key}/changelog whole, as a file: its "self" names the issue.',
  );
}
