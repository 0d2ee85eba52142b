import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';

/** One field of all items of the log: the latest value that is not empty. */
export interface FieldValues {
  /** Id of each log item's value; EMPTY: it has none. */
  ids: Int32Array;
  /** How many ids there are. */
  size: number;
  value: (id: number) => string;
}

/**
 * A field's value of every item: the snapshot's, else the latest non-empty one in the order of the transitions.
 *
 * @param offsets where the ordered rows of each item of the log begin
 * @param orderedRows these rows; asked for where an item's rows differ alone
 */
export function fieldValues(
  log: EventLog,
  offsets: Int32Array,
  orderedRows: () => Int32Array,
  name: string,
): FieldValues {
  const ids = new Int32Array(log.itemCount);
  if (!log.hasField(name)) return { ids, size: 1, value: () => '' };
  const store = log.field(name);
  const exceptions = new Map<number, number>();
  const changing = new Uint8Array(log.itemCount);
  for (let index = 0; index < store.exceptionRows.length; index++) {
    exceptions.set(store.exceptionRows.at(index), store.exceptionValues.at(index));
    changing[store.exceptionItems.at(index)] = 1;
  }
  const rows = exceptions.size > 0 ? orderedRows() : null;
  for (let item = 0; item < log.itemCount; item++) {
    const snapshot = store.snapshot(item);
    if (snapshot !== EMPTY) {
      ids[item] = snapshot;
      continue;
    }
    const base = store.base(item);
    const start = offsets[item] as number;
    let index = (offsets[item + 1] as number) - 1;
    if (rows === null || changing[item] === 0) {
      if (index >= start) ids[item] = base;
      continue;
    }
    for (; index >= start; index--) {
      const value = exceptions.get(rows[index] as number) ?? base;
      if (value !== EMPTY) {
        ids[item] = value;
        break;
      }
    }
  }
  return { ids, size: store.dictionary.size, value: (id) => store.dictionary.value(id) };
}
