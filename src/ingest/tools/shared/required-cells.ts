import { EMPTY } from '../../../model/log/dictionary.ts';
import type { CategoryColumn, InstantColumn, Table } from '../../format.ts';

/** What the finding `unreadable-date` says, whichever format meets one. */
export const UNREADABLE = 'Cells that are no dates';

/** What the finding `missing-id` says, whichever format meets one. */
export const NO_ID = 'Rows without an id: which item they are of is unknown';

/**
 * True if the row has an id; a row without one is rejected, since it is of no item.
 * @param nothing a further value of the column's dictionary that means an empty cell
 */
export function hasId(table: Table, id: CategoryColumn, nothing: number = EMPTY): boolean {
  if (id.id !== EMPTY && id.id !== nothing) return true;
  table.reject('missing-id', NO_ID, '');
  return false;
}

/** Notes a cell that is no date; its row is used without it. */
export function noteUnreadable(table: Table, column: InstantColumn): void {
  if (column.unreadable) table.badCell('unreadable-date', UNREADABLE, column.text());
}
