import type { EventLog } from '../../model/log/event-log.ts';
import type { OrderedTransitions } from './ordered-transitions.ts';

/**
 * Calls `found` for each row of an item, in order, with the row's own value of a field (EMPTY: its cell is empty). Made
 * for a field once, then asked item by item.
 *
 * @returns a walk of an item of the log; it is false, and calls nothing, where no row says anything of the field
 */
export function rowValuesOf(
  log: EventLog,
  ordered: OrderedTransitions,
  field: string,
): (item: number, found: (at: number, value: number) => void) => boolean {
  const store = log.field(field);
  const exceptions = new Map<number, number>();
  for (let index = 0; index < store.exceptionRows.length; index++)
    exceptions.set(store.exceptionRows.at(index), store.exceptionValues.at(index));
  return (item, found) => {
    if (!store.hasRows(item)) return false;
    const base = store.base(item);
    for (let index = ordered.offsets[item] as number; index < (ordered.offsets[item + 1] as number); index++) {
      const row = ordered.rows[index] as number;
      found(log.transitions.at(row), exceptions.get(row) ?? base);
    }
    return true;
  };
}
