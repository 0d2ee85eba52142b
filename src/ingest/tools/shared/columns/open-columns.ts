import { Dictionary } from '../../../../model/log/dictionary.ts';
import type { CategoryColumn, InstantColumn, Table } from '../../../format.ts';
import { columnFor, findName, noteMapping } from '../../../table/column-words/header-names.ts';

/** A field with the current row's value of its column. */
export type FieldReader = readonly [field: string, read: () => string];

/** Opens the column of a date, if there is one, and notes it as mapped. */
export function openDate(table: Table, field: string, names: readonly string[], offset?: number): InstantColumn | null {
  const column = mappedColumn(table, field, field, names);
  // What took from one day to another, written as a range, ended on the second.
  return column === null ? null : table.instant(column, offset, field === 'finished' ? 'end' : 'start');
}

/** Opens a column of texts, if there is one, and notes it as mapped. */
export function openText(
  table: Table,
  field: string,
  names: readonly string[],
  dictionary: Dictionary = new Dictionary(),
): CategoryColumn | null {
  const column = mappedColumn(table, field, field, names);
  return column === null ? null : table.category(column, dictionary);
}

/** Opens the column of today's status, if there is one: users map it as `to`, in every format. */
export function openStatus(table: Table, names: readonly string[]): CategoryColumn | null {
  const column = mappedColumn(table, 'to', 'status', names);
  return column === null ? null : table.category(column, table.log.statuses);
}

/** A reader of texts: of the column that the user mapped the field to, or the first of these. Without one: always empty. */
export function textColumn(table: Table, field: string, ...names: string[]): () => string {
  const cells = openText(table, field, names);
  return cells === null ? () => '' : () => cells.dictionary.value(cells.id);
}

/** The columns that the user asked for by name and that the table has. */
export function askedColumns(table: Table): FieldReader[] {
  return table.options.extraFields
    .filter((field) => findName(table.header, [field]) !== -1)
    .map((field) => [field, textColumn(table, field, field)]);
}

/** The current row's text; empty where there is no such column. */
export function cellOf(column: CategoryColumn | null): string {
  return column === null ? '' : column.dictionary.value(column.id);
}

/** The current row's instant; NaN where there is no such column. */
export function instantOf(column: InstantColumn | null): number {
  return column === null ? Number.NaN : column.at;
}

function mappedColumn(table: Table, mapped: string, noted: string, names: readonly string[]): number | string | null {
  const column = columnFor(table, mapped, names);
  if (column !== null) noteMapping(table, noted, column);
  return column;
}
