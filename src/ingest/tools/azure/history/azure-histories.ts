import type { EventLog } from '../../../../model/log/event-log.ts';
import { HISTORY_GRADES, type HistoryGrade } from '../../../../model/log/history-grade.ts';
import type { JsonRecords, Reading, ReadOptions, SharedReading } from '../../../format.ts';
import { countRejected } from '../../shared/row-findings.ts';
import { KeptFields } from '../fields/kept-fields.ts';
import { COLUMN, TAGS } from '../fields/reference-names.ts';
import type { Revision } from '../fields/revision.ts';
import { Movements } from '../states/movements.ts';
import { chooseStatusField } from '../states/status-choice.ts';
import { BlockedRule, tagsIn } from './blocked-rule.ts';
import { type FileAccount, notePages, pagesAfter } from './file-account.ts';
import { noteHistories } from './history-notes.ts';
import { type ItemHistory, WorkItem } from './work-item.ts';
import { WorkItemWriter } from './work-item-writer.ts';

/**
 * All revisions of a source's work items, over all its files: pages may split an item's history anywhere and overlap, so
 * nothing is written before the last one has been read.
 */
export class AzureHistories implements SharedReading {
  readonly kept: KeptFields;
  readonly #log: EventLog;
  readonly #options: ReadOptions;
  readonly #items = new Map<string, WorkItem>();
  readonly #files: FileAccount[] = [];

  constructor(log: EventLog, options: ReadOptions) {
    this.#log = log;
    this.#options = options;
    this.kept = new KeptFields(options);
  }

  /** Takes a revision and accounts for its record: used, or merged with the same one of a page before. */
  add(id: string, revision: Revision): void {
    const item = this.#items.get(id) ?? new WorkItem(id);
    this.#items.set(id, item);
    if (item.add(revision)) revision.file.used++;
    else revision.file.merged++;
  }

  /** Takes the account of a file whose revisions have all been added. */
  addFile(account: FileAccount): void {
    this.#files.push(account);
  }

  /** Does so for a file of the REST API, whose records give the item's id under this name. */
  addApiFile(
    records: JsonRecords,
    count: number,
    carried: ReadonlySet<string>,
    id: string,
    further: FileAccount['base'] = {},
  ): void {
    this.addFile({
      file: records.file,
      more: pagesAfter(records.wrapper, count),
      carried,
      pathOf: (field) => (field === 'url' ? field : `fields.${field}`),
      base: { id, at: 'fields.System.ChangedDate', created: 'fields.System.CreatedDate', ...further },
    });
  }

  write(): void {
    const written = [...this.#items.values()].map((item) => item.history());
    for (const history of written) this.#account(history);
    // By file, so that what comes from one file is together.
    const files = new Map(this.#log.files.map((file, index) => [file, index]));
    const place = ({ revisions, latest }: ItemHistory) =>
      files.get((revisions[0] ?? (latest as Revision)).file) as number;
    written.sort((a, b) => place(a) - place(b));
    const movements = new Movements(written, this.#options.fields.to);
    const choice = chooseStatusField(this.#options.fields.to, movements.byField, written.every(isOfBoard));
    movements.categorizeStatuses(this.#log, choice.field);
    const blocked = new BlockedRule(this.#options, allTags(written));
    const writer = new WorkItemWriter(this.#log, this.#options, choice.field, blocked, firstDayOf(written));
    for (const history of written) writer.write(history);
    settleGrades(this.#log, this.#files, written);
    noteHistories(this.#log, this.#files, writer.noticed, choice, movements.byField);
    notePages(this.#log, this.#files);
  }

  /** Accounts anew for records that turn out to add nothing, and for those that cannot be used. */
  #account({ id, superfluous, otherBoards, revisions }: ItemHistory): void {
    for (const { file } of superfluous) {
      file.used--;
      file.merged++;
    }
    for (const { file, line, board } of otherBoards) {
      file.used--;
      countRejected(file, 'other-board');
      this.#log.findings.add('other-board', () => OTHER_BOARD, {
        file: file.file,
        line,
        item: id,
        value: `${board}, not ${revisions[0]?.board}`,
      });
    }
  }
}

/** The histories that all files of the reading's source share. */
export function azureHistories(reading: Reading): AzureHistories {
  return reading.shared('azure', () => new AzureHistories(reading.log, reading.options));
}

function allTags(histories: readonly ItemHistory[]): Set<string> {
  const cells = new Set(histories.flatMap(({ revisions }) => revisions.map(({ values }) => values.get(TAGS) ?? '')));
  return new Set([...cells].flatMap(tagsIn));
}

/** True for an item of which there are pictures of days on a board alone. */
function isOfBoard({ revisions }: ItemHistory): boolean {
  return revisions.length > 0 && revisions.every(({ kind, carried }) => kind === 'day' && carried.has(COLUMN));
}

/** The first day of which there are pictures; NaN where there are none. */
function firstDayOf(histories: readonly ItemHistory[]): number {
  let first = Number.NaN;
  for (const { revisions } of histories) {
    for (const { kind, at } of revisions) if (kind === 'day' && !(at >= first)) first = at;
  }
  return first;
}

/**
 * Says of a list of work items, of which no file has more than the latest revision, that it is no log: its grade is
 * what its items say, but for those that were never changed.
 */
function settleGrades(log: EventLog, files: readonly FileAccount[], histories: readonly ItemHistory[]): void {
  const withPast = new Set(
    histories.flatMap(({ revisions }) => (revisions.length > 1 ? revisions.map(({ file }) => file) : [])),
  );
  const full = HISTORY_GRADES.indexOf('full-log');
  /** The best grade below the full log that items of a file have. */
  const best = new Map<number, number>();
  for (let item = 0; item < log.itemCount; item++) {
    const file = log.itemFile.at(item);
    const grade = log.grade.at(item);
    if (grade !== full) best.set(file, Math.min(grade, best.get(file) ?? grade));
  }
  for (const { file } of files) {
    const grade = best.get(log.files.indexOf(file));
    if (withPast.has(file) || grade === undefined) continue;
    file.grade = HISTORY_GRADES[grade] as HistoryGrade;
    if (file.assignees === 'full') file.assignees = 'current';
  }
}

const OTHER_BOARD = {
  weight: 'warning',
  message: 'Rows of further boards that an item is on: its columns are those of the board with most of its rows',
  cure: 'Export one board at a time: add $filter=BoardName eq … and the team to the query.',
} as const;
