import type { JsonRecords, Reading } from '../../../format.ts';
import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { UNREADABLE } from '../required-cells.ts';
import { noteRowCap } from '../row-cap.ts';
import type { IssueSnapshot } from './issue-log.ts';
import type { IssueTracker } from './issue-tracker.ts';

/** The issues that one file lists. */
export class IssueList {
  readonly #tracker: IssueTracker;
  readonly #reading: Reading;
  readonly #file: number;

  constructor(tracker: IssueTracker, reading: Reading) {
    this.#tracker = tracker;
    this.#reading = reading;
    this.#file = tracker.numberOf(reading.file);
  }

  /** Accounts for a row and adds its issue. */
  add(issue: IssueSnapshot, line: number): void {
    const { file } = this.#reading;
    if (this.#tracker.addIssue(issue, this.#file, line)) file.used++;
    else {
      file.merged++;
      noteListedTwice(this.#reading, line, issue.id);
    }
  }

  /** The same for the issue of a record, whose date of creation was written so. */
  addRecord(records: JsonRecords, issue: IssueSnapshot, created: unknown, line: number): void {
    if (Number.isNaN(issue.created)) records.badCell('unreadable-date', UNREADABLE, textOf(created));
    this.add(issue, line);
  }
}

/** Rejects a record that is no issue. */
export function rejectNoIssue(records: JsonRecords, record: unknown): void {
  const title = textOf(own(objectOf(record), 'title'));
  records.reject('not-an-issue', 'Records that are no issues: they have no number', title);
}

function noteListedTwice({ log, file }: Reading, line: number, item: string): void {
  log.findings.add(
    'duplicate-item',
    () => ({
      weight: 'warning',
      message: 'Issues that files list more than once: the one updated last counts',
      cure: 'Nothing to do if pages overlap; otherwise export each issue once.',
    }),
    { file: file.file, line, item },
  );
}

/** True for a number of rows that is a whole page, or several: then there may be more of them. */
export function isRoundCount(count: number): boolean {
  return count > 0 && ((count % 30 === 0 && count <= 90) || count === 20 || count === 50 || count % 100 === 0);
}

/** Notes a file with as many rows as a page. */
export function noteRoundCount({ log, file }: Reading, count: number, what: string): void {
  if (!isRoundCount(count)) return;
  const cure = 'Fetch all pages, or raise the limit; if this is all there is, it is answered.';
  noteRowCap(log, file, `${count} ${what}`.trim(), cure);
}
