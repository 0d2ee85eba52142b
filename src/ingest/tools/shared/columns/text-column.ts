import { Dictionary } from '../../../../model/log/dictionary.ts';
import type { Table } from '../../../format.ts';
import { columnFor, noteMapping } from '../../../table/column-words/header-names.ts';

/** Opens a column of texts: what the user mapped the field to, or the first of these names. Without one: always empty. */
export function textColumn(table: Table, field: string, ...names: string[]): () => string {
  const column = columnFor(table, field, names);
  if (column === null) return () => '';
  noteMapping(table, field, column);
  const cells = table.category(column, new Dictionary());
  return () => cells.dictionary.value(cells.id);
}
