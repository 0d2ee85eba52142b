import { Dictionary } from '../../../../model/log/dictionary.ts';
import type { CategoryColumn, InstantColumn, Table, TableSink } from '../../../format.ts';
import { instantOf } from '../../shared/columns/open-columns.ts';
import { hasId, noteUnreadable } from '../../shared/required-cells.ts';
import { ASSIGNED_TO } from '../fields/reference-names.ts';
import { emptyRevision, isRevisionNumber } from '../fields/revision.ts';
import { type AzureHistories, azureHistories } from '../history/azure-histories.ts';
import { pagesAfter } from '../history/file-account.ts';
import { AnalyticsColumns, boardName, dateColumn } from './analytics-columns.ts';
import type { Entity } from './entity.ts';

/** An entity whose rows are of one work item each. */
export type ItemEntity = Exclude<Entity, 'sums'>;

const KINDS = { revisions: 'revision', days: 'day', 'work items': 'latest' } as const;

/** The dates that Analytics has of a work item. */
interface AnalyticsDates {
  at: InstantColumn | null;
  created: InstantColumn | null;
  started: InstantColumn | null;
  finished: InstantColumn | null;
  entered: InstantColumn | null;
}

/** Reads the rows of an entity: each is a revision, the picture of a day, or an item as it is. */
export class AnalyticsRows implements TableSink {
  readonly #table: Table;
  readonly #entity: ItemEntity;
  readonly #histories: AzureHistories;
  readonly #id: CategoryColumn;
  readonly #rev: CategoryColumn | null;
  readonly #dates: AnalyticsDates;
  readonly #times: readonly InstantColumn[];
  readonly #columns: AnalyticsColumns;
  readonly #board: () => string;
  readonly #carried: ReadonlySet<string>;
  #count = 0;

  constructor(table: Table, entity: ItemEntity) {
    const { header } = table;
    this.#table = table;
    this.#entity = entity;
    this.#histories = azureHistories(table);
    this.#id = table.category(header.indexOf('WorkItemId'), new Dictionary());
    this.#rev = entity === 'revisions' ? table.category(header.indexOf('Revision'), new Dictionary()) : null;
    this.#dates = openDates(table, entity);
    this.#columns = new AnalyticsColumns(table, this.#histories.kept);
    this.#board = boardName(table);
    this.#carried = new Set(this.#columns.names.keys());
    this.#times = Object.values(this.#dates).filter((column) => column !== null);
  }

  row(line: number): void {
    const table = this.#table;
    this.#count++;
    if (!hasId(table, this.#id)) return;
    const revision = this.#rev === null ? '' : this.#rev.dictionary.value(this.#rev.id);
    if (this.#rev !== null && !isRevisionNumber(revision)) {
      table.reject('not-a-revision', 'Rows without the number of a revision', revision);
      return;
    }
    for (const column of this.#times) noteUnreadable(table, column);
    const { at, created, started, finished, entered } = this.#dates;
    if (this.#entity === 'days' && Number.isNaN(instantOf(at))) {
      table.reject('missing-date', 'Pictures of a day that do not say which', '');
      return;
    }
    this.#histories.add(this.#id.dictionary.value(this.#id.id), {
      ...emptyRevision(table.file, line),
      kind: KINDS[this.#entity],
      rev: this.#rev === null ? 0 : Number(revision),
      board: this.#board(),
      at: instantOf(at),
      values: this.#columns.values(),
      carried: this.#carried,
      created: instantOf(created),
      started: instantOf(started),
      finished: instantOf(finished),
      entered: instantOf(entered),
    });
  }

  end(): void {
    const { file, wrapper } = this.#table;
    const { at, created, started, finished } = this.#dates;
    file.assignees = this.#carried.has(ASSIGNED_TO) ? 'full' : 'none';
    noteDays(this.#table, this.#entity, at);
    this.#histories.addFile({
      file,
      more: pagesAfter(wrapper, this.#count),
      carried: this.#carried,
      pathOf: (field) => this.#columns.names.get(field) ?? field,
      base: {
        id: 'WorkItemId',
        ...named({ at, created, ...(this.#entity === 'work items' ? { started, finished } : {}) }),
      },
    });
  }
}

function openDates(table: Table, entity: ItemEntity): AnalyticsDates {
  return {
    at:
      entity === 'days' ? dateColumn(table, 'DateValue', 'DateSK') : dateColumn(table, 'ChangedDate', 'ChangedDateSK'),
    created: dateColumn(table, 'CreatedDate', 'CreatedDateSK'),
    started: dateColumn(table, 'InProgressDate', 'ActivatedDate', 'InProgressDateSK'),
    finished: dateColumn(table, 'CompletedDate', 'ClosedDate', 'CompletedDateSK'),
    entered: dateColumn(table, 'StateChangeDate'),
  };
}

/** The names of the columns that there are. */
function named(columns: Readonly<Record<string, InstantColumn | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([field, column]) => (column === null ? [] : [[field, column.name]])),
  );
}

/** Says how fine the times are where they are days. */
function noteDays({ file, options }: Table, entity: Entity, at: InstantColumn | null): void {
  if (at === null) return;
  if (entity === 'days') {
    file.notes.push(
      'There is one picture of each item a day: a move is dated to the first day of its new status, and what came and went within a day is not seen.',
    );
  } else if (at.name.endsWith('SK')) {
    file.notes.push(
      `${at.name} is a day of the organisation's time zone without a time: times are days, read in ${options.timeZone}. Add ChangedDate to $select for the time.`,
    );
  }
}
