import { PitwallError } from '../../../../model/errors.ts';
import { EMPTY } from '../../../../model/log/dictionary.ts';
import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import type { InstantColumn, Table, TableSink } from '../../../format.ts';
import { requiredColumn } from '../../../table/column-words/header-names.ts';
import { currentPeople, type PeopleNames } from '../columns/current-people.ts';
import { FieldColumns } from '../columns/field-columns.ts';
import { instantOf, openDate, openStatus, textColumn } from '../columns/open-columns.ts';
import { hasId } from '../required-cells.ts';
import { setField } from './item-snapshot.ts';
import { type MilestoneItem, MilestoneRows } from './milestone-rows.ts';

/** Which columns of a table with one row an item hold what: the names of each, the one to prefer first. */
export interface ItemColumns {
  id: readonly string[];
  /** The word for an empty cell, where the tool has one. */
  nothing?: string;
  created: readonly string[];
  started: readonly string[];
  finished: readonly string[];
  /** The column with the date on which an item was given up, where the tool has one: its name becomes the resolution. */
  dropped?: readonly string[];
  /** The column with the last change of a row, where the tool has one: of several rows of an item the latest counts. */
  updated?: readonly string[];
  /** The column with the offset from UTC of a row's dates, where the tool has one. */
  offset?: readonly string[];
  /** Null where the status is not a column's matter. */
  status: readonly string[] | null;
  /** True where a tool has statuses that say how an item ended, and no resolutions: `Rejected` is one of both. */
  statusResolves?: true;
  people: PeopleNames;
  fields: Readonly<Record<string, readonly string[]>>;
}

/** What a format does besides; its columns are asked for after those of the items. */
export interface ItemRows {
  /** A row that was used or merged, with its item and the dates known of it by now. */
  row?(item: number, line: number, dates: MilestoneItem): void;
  end?(): void;
}

/** Reads a table with one row an item: its dates, its status and people of today, and its fields. */
export function openItemTable(table: Table, columns: ItemColumns, besides: () => ItemRows = () => ({})): TableSink {
  const { log, file } = table;
  const ids = log.itemIdsOf(file.source);
  const id = table.category(requiredColumn(table, 'id', columns.id), ids.dictionary);
  const nothing = ids.dictionary.id(columns.nothing ?? '');
  const { rows, dropped, updated } = openDates(table, columns);
  const status = columns.status === null ? null : openStatus(table, columns.status);
  const fields = new FieldColumns(table, columns.fields);
  const takePeople = currentPeople(table, columns.people);
  const also = besides();

  return {
    row(line) {
      if (!hasId(table, id, nothing)) return;
      const item = ids.itemOf(id.id);
      const isOlder = rows.isOlder(item);
      // What an older row of the item said is forgotten, be its cells filled or not.
      if (!Number.isNaN(instantOf(updated)) && !isOlder) log.describe(item, instantOf(updated), rows.isNewer(item));
      const dates = rows.take(item, line);
      if (isOlder) return;
      if (dropped !== null) takeDrop(table, dates, dropped);
      if (status !== null && status.id !== EMPTY) log.currentStatus.set(item, status.id);
      if (columns.statusResolves === true && status !== null && !Number.isNaN(dates.finished))
        setField(log, item, 'resolution', log.statuses.value(status.id));
      fields.set(item, SNAPSHOT);
      takePeople?.(item);
      also.row?.(item, line, dates);
    },
    end() {
      for (const { item } of rows.all()) log.upgradeGrade(item, file.grade);
      if (file.grade === 'snapshot') rows.writeCreations();
      else rows.write();
      also.end?.();
    },
  };
}

interface ItemDates {
  rows: MilestoneRows;
  dropped: InstantColumn | null;
  updated: InstantColumn | null;
}

/** Opens the dates of the items. A file that promises dates must have one. */
function openDates(table: Table, columns: ItemColumns): ItemDates {
  const { file } = table;
  const found = table.find(...(columns.offset ?? []));
  const offset = found === -1 ? undefined : found;
  const created = openDate(table, 'created', columns.created, offset);
  const started = openDate(table, 'started', columns.started, offset);
  const finished = openDate(table, 'finished', columns.finished, offset);
  const dropped = openDate(table, 'dropped', columns.dropped ?? [], offset);
  const updated = openDate(table, 'updated', columns.updated ?? [], offset);
  // The user may know of a date where the tool's export has none of its own.
  if (file.grade === 'snapshot' && (started !== null || finished !== null)) file.grade = 'milestones';
  const rows = new MilestoneRows(table, { created, started, finished, updated, others: [dropped] });
  if (rows.dates.length === 0 && file.grade === 'milestones') {
    // A status that the user names says how many are done, if not when.
    if (!Object.hasOwn(table.options.fields, 'to')) throw noDates(table);
    file.grade = 'snapshot';
  }
  return { rows, dropped, updated };
}

/** An item that was given up finished then; the name of the column is its resolution. */
function takeDrop({ log }: Table, dates: MilestoneItem, dropped: InstantColumn): void {
  if (Number.isNaN(dropped.at) || !Number.isNaN(dates.finished)) return;
  dates.finished = dropped.at;
  setField(log, dates.item, 'resolution', dropped.name);
}

function noDates(table: Table): PitwallError {
  return new PitwallError(
    'missing-column',
    'there is no column of creation, start or finish dates',
    table.file.file,
    'Name one: --map created=<column>, --map started=<column>, --map finished=<column>.',
  );
}

/** Field columns whose cells are not the values themselves, such as `[a, b]` for a list or `null` for nothing. */
export function rewrittenFields(
  table: Table,
  names: Readonly<Record<string, readonly string[]>>,
  rewrite: (cell: string) => string,
): ItemRows {
  const columns = Object.entries(names).map(([field, known]) => ({ field, read: textColumn(table, field, ...known) }));
  return {
    row(item) {
      for (const { field, read } of columns) setField(table.log, item, field, rewrite(read()));
    },
  };
}
