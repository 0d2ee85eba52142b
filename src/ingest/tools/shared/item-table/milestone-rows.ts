import type { InstantColumn, Table } from '../../../format.ts';
import { instantOf } from '../columns/open-columns.ts';
import { noteUnreadable } from '../required-cells.ts';
import { noteDuplicateItem, noteNoDates } from './item-findings.ts';

/** An item's dates as its row, or rows, gave them; NaN where there is none. */
export interface MilestoneItem {
  item: number;
  line: number;
  created: number;
  started: number;
  finished: number;
  /** When the latest of its rows was changed. */
  updated: number;
}

/** The columns of these dates, and of others that a table has beside them. */
export interface MilestoneColumns {
  created: InstantColumn | null;
  started: InstantColumn | null;
  finished: InstantColumn | null;
  /** When a row was changed: of several rows of an item the latest counts. */
  updated?: InstantColumn | null;
  others: readonly (InstantColumn | null)[];
}

/**
 * The items of a table with their dates. Of several rows of an item the one that was changed last counts; where nothing
 * says which that is, a later row overrules an earlier one where it has a date.
 */
export class MilestoneRows {
  /** All date columns there are. */
  readonly dates: readonly InstantColumn[];
  readonly #table: Table;
  readonly #columns: MilestoneColumns;
  readonly #items = new Map<number, MilestoneItem>();

  constructor(table: Table, columns: MilestoneColumns) {
    this.#table = table;
    this.#columns = columns;
    const { created, started, finished, others } = columns;
    this.dates = [created, started, finished, ...others].filter((column) => column !== null);
  }

  /** True if an earlier row of the item was changed later than the current one. */
  isOlder(item: number): boolean {
    return instantOf(this.#columns.updated ?? null) < (this.#items.get(item)?.updated ?? Number.NaN);
  }

  /** True if the current row was changed later than the earlier rows of the item. */
  isNewer(item: number): boolean {
    const known = this.#items.get(item);
    return known !== undefined && !(instantOf(this.#columns.updated ?? null) <= known.updated);
  }

  /** Accounts for the current row and takes its dates, unless it is an older one: then only what is missing. */
  take(item: number, line: number): MilestoneItem {
    const { file } = this.#table;
    const updatedColumn = this.#columns.updated ?? null;
    let known = this.#items.get(item);
    if (known === undefined) {
      known = { item, line, created: Number.NaN, started: Number.NaN, finished: Number.NaN, updated: Number.NaN };
      this.#items.set(item, known);
      file.used++;
    } else {
      file.merged++;
      noteDuplicateItem(this.#table, item, line, updatedColumn !== null);
    }
    for (const column of this.dates) noteUnreadable(this.#table, column);
    const { created, started, finished } = this.#columns;
    const updated = instantOf(updatedColumn);
    if (updated < known.updated) {
      if (Number.isNaN(known.created)) known.created = instantOf(created);
      return known;
    }
    if (updated > known.updated) {
      known.started = Number.NaN;
      known.finished = Number.NaN;
    }
    if (!Number.isNaN(updated)) known.updated = updated;
    known.created = latest(created, known.created);
    known.started = latest(started, known.started);
    known.finished = latest(finished, known.finished);
    return known;
  }

  all(): IterableIterator<MilestoneItem> {
    return this.#items.values();
  }

  /** Writes the creations alone, where the table has no other dates. */
  writeCreations(): void {
    for (const { item, created } of this.all()) this.#table.log.creation(item, created);
  }

  /** Writes the items' dates, and what cannot be right about them. */
  write(): void {
    for (const dates of this.all()) writeMilestones(this.#table, dates);
  }
}

/** The row's date, or the one of an earlier row of the item. */
function latest(column: InstantColumn | null, known: number): number {
  return column === null || Number.isNaN(column.at) ? known : column.at;
}

function writeMilestones(table: Table, dates: MilestoneItem): void {
  const { item, created, finished } = dates;
  let { started } = dates;
  if (Number.isNaN(created) && Number.isNaN(started) && Number.isNaN(finished)) {
    noteNoDates(table, item, dates.line);
    return;
  }
  if (finished < created) note(table, dates, 'finished-before-created', created);
  if (finished < started) {
    note(table, dates, 'finished-before-started', started);
    started = Number.NaN;
  }
  table.log.dateLine.set(item, dates.line);
  table.log.creation(item, created);
  table.log.milestones(item, started, finished);
}

function note(table: Table, dates: MilestoneItem, code: keyof typeof DATE_ORDER_FINDINGS, later: number): void {
  const value = `${isoMinute(dates.finished)} < ${isoMinute(later)}`;
  table.log.findings.add(code, () => ({ weight: 'warning', ...DATE_ORDER_FINDINGS[code] }), {
    file: table.file.file,
    line: dates.line,
    item: table.log.itemIds[dates.item] as string,
    value,
  });
}

/** To the minute, as findings show instants. */
export function isoMinute(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16)}Z`;
}

/** What findings say of dates that contradict each other. */
export const DATE_ORDER_FINDINGS = {
  'finished-before-created': {
    message: 'Items that finished before they were created: the finish counts as both dates, so their lead time is 0',
    cure: 'Correct the dates, or leave such items out.',
  },
  'finished-before-started': {
    message: 'Items that finished before they started: the start is left out, so they have no cycle time',
    cure: 'Correct the dates, or leave such items out.',
  },
} as const;
