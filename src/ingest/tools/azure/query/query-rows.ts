import { countOf } from '../../../../model/document/number-format.ts';
import { EMPTY } from '../../../../model/log/dictionary.ts';
import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import type { CategoryColumn, InstantColumn, Table, TableSink } from '../../../format.ts';
import { requiredColumn } from '../../../table/column-words/header-names.ts';
import { currentPeople } from '../../shared/columns/current-people.ts';
import { FieldColumns } from '../../shared/columns/field-columns.ts';
import { openDate } from '../../shared/columns/open-columns.ts';
import { setField } from '../../shared/item-table/item-snapshot.ts';
import { type MilestoneItem, MilestoneRows } from '../../shared/item-table/milestone-rows.ts';
import { hasId } from '../../shared/required-cells.ts';
import { isOver, kindOfState } from '../states/state-kinds.ts';
import { FIELDS, ID } from './query-columns.ts';
import { statusColumn } from './status-column.ts';
import { type TreeRow, treeOf } from './tree.ts';

/** Dates that help with nothing but the order of day and month, which all dates of the file share. */
const FURTHER_DATES = ['resolved date', 'changed date'] as const;

/** Reads the rows of a query: the state of today, and the dates that there are columns for. */
export class QueryRows implements TableSink {
  readonly #table: Table;
  readonly #id: CategoryColumn;
  readonly #entered: InstantColumn | null;
  readonly #rows: MilestoneRows;
  readonly #isSnapshot: boolean;
  readonly #status: CategoryColumn | null;
  readonly #tree: ((id: string) => TreeRow) | null;
  readonly #fields: FieldColumns;
  readonly #takePeople: ((item: number) => void) | null;
  #fromStateChange = 0;

  constructor(table: Table) {
    this.#table = table;
    const ids = table.log.itemIdsOf(table.file.source);
    this.#id = table.category(requiredColumn(table, 'id', [ID]), ids.dictionary);
    const created = openDate(table, 'created', ['created date']);
    const started = openDate(table, 'started', ['activated date']);
    const finished = openDate(table, 'finished', ['closed date']);
    this.#entered = openDate(table, 'entered', ['state change date']);
    for (const name of FURTHER_DATES) if (table.find(name) !== -1) table.instant(table.find(name));
    this.#rows = new MilestoneRows(table, { created, started, finished, others: [this.#entered] });
    this.#isSnapshot = started === null && finished === null && this.#entered === null;
    if (this.#isSnapshot) table.file.grade = 'snapshot';
    this.#status = statusColumn(table);
    this.#tree = treeOf(table);
    this.#fields = new FieldColumns(table, FIELDS);
    this.#takePeople = currentPeople(table);
  }

  row(line: number): void {
    if (!hasId(this.#table, this.#id)) return;
    const { log, file } = this.#table;
    const item = log.itemIdsOf(file.source).itemOf(this.#id.id);
    const dates = this.#rows.take(item, line);
    this.#takeStatus(item, dates);
    this.#takeTree(item);
    this.#fields.set(item, SNAPSHOT);
    this.#takePeople?.(item);
  }

  end(): void {
    const { notes } = this.#table.file;
    if (this.#isSnapshot) {
      this.#rows.writeCreations();
      notes.push(
        'The query has no column of dates but the creation at most, so that only the state of today is known. Add Activated Date, Closed Date and State Change Date to it; pitwall formats azure-updates gives the whole history.',
      );
    } else {
      this.#rows.write();
    }
    if (this.#fromStateChange > 0) {
      notes.push(
        `${countOf(this.#fromStateChange, 'item')} without a Closed Date ended at the State Change Date: when they came into their state.`,
      );
    }
  }

  #takeStatus(item: number, dates: MilestoneItem): void {
    const { log } = this.#table;
    if (this.#status === null || this.#status.id === EMPTY) return;
    log.currentStatus.set(item, this.#status.id);
    const name = log.statuses.value(this.#status.id);
    const kind = kindOfState(name);
    log.categorize(name, kind);
    if (isOver(kind)) this.#finishAtStateChange(dates);
  }

  /** An item that is over without a date of closing of its own ended when it came into its state. */
  #finishAtStateChange(dates: MilestoneItem): void {
    if (!Number.isNaN(dates.finished) || this.#entered === null || Number.isNaN(this.#entered.at)) return;
    dates.finished = this.#entered.at;
    this.#fromStateChange++;
  }

  #takeTree(item: number): void {
    if (this.#tree === null) return;
    const { title, parent } = this.#tree(this.#id.dictionary.value(this.#id.id));
    setField(this.#table.log, item, 'title', title);
    setField(this.#table.log, item, 'parent', parent);
  }
}
