import type { StatusCategory } from '../../../../model/workflow/status-category.ts';
import type { Table } from '../../../format.ts';
import { openStatus, openText } from '../columns/open-columns.ts';
import type { ItemRows } from './item-table.ts';

/**
 * Notes what the statuses of a table mean, as a column beside them says it.
 * @param status names of the column of statuses
 * @param field what the column beside them is noted as
 * @param names names of that column
 * @param meaning what a cell of it says; null where it says nothing
 */
export function openCategories(
  table: Table,
  status: readonly string[],
  field: string,
  names: readonly string[],
  meaning: (cell: string) => StatusCategory | null,
): ItemRows {
  const statuses = openStatus(table, status);
  const cells = openText(table, field, names);
  if (statuses === null || cells === null) return {};
  return {
    row: () => table.log.categorize(statuses.dictionary.value(statuses.id), meaning(cells.dictionary.value(cells.id))),
  };
}
