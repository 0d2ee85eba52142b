import { Dictionary } from '../../../../model/log/dictionary.ts';
import type { CategoryColumn, InstantColumn, Table } from '../../../format.ts';
import { columnFor, noteMapping } from '../../../table/column-words/header-names.ts';

/** Opens the column of a date, if there is one, and notes it as mapped. */
export function openDate(table: Table, field: string, names: readonly string[]): InstantColumn | null {
  const column = columnFor(table, field, names);
  if (column === null) return null;
  noteMapping(table, field, column);
  return table.instant(column);
}

/** Opens a column of texts, if there is one, and notes it as mapped. */
export function openText(
  table: Table,
  field: string,
  names: readonly string[],
  dictionary: Dictionary = new Dictionary(),
): CategoryColumn | null {
  const column = columnFor(table, field, names);
  if (column === null) return null;
  noteMapping(table, field, column);
  return table.category(column, dictionary);
}

/** The current row's text; empty where there is no such column. */
export function cellOf(column: CategoryColumn | null): string {
  return column === null ? '' : column.dictionary.value(column.id);
}

/** The current row's instant; NaN where there is no such column. */
export function instantOf(column: InstantColumn | null): number {
  return column === null ? Number.NaN : column.at;
}
