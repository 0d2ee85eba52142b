import type { Table } from '../../../format.ts';
import { textColumn } from '../columns/open-columns.ts';
import { setField } from './item-snapshot.ts';
import type { ItemRows } from './item-table.ts';

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
