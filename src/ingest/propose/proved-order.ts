import { isNumberCell } from '../table/column-words/date-cells.ts';
import { readTimestamp } from '../time/read-timestamp.ts';
import { Timestamp } from '../time/timestamp.ts';
import type { SampledColumn } from './typed-columns.ts';

/** Two-digit years only have to be years here, whichever. */
const ANY_YEAR = 2030;

/**
 * The order of day and month that only dates which are not to be read prove: `02/20/26` in a column of plans. It has to be
 * said then, as the dates that are read leave it open.
 *
 * @param isRead true for the columns that a proposal reads
 * @returns null if it need not be said, or nothing proves it
 */
export function provedOrder(
  columns: readonly SampledColumn[],
  isRead: (column: SampledColumn) => boolean,
): 'dmy' | 'mdy' | null {
  const dates = columns.filter(({ kind }) => kind === 'dates');
  const read = seenIn(dates.filter(isRead));
  const all = seenIn(dates);
  if (!read.open || read.proved.size > 0 || all.proved.size !== 1) return null;
  const [order] = all.proved;
  return order as 'dmy' | 'mdy';
}

function seenIn(columns: readonly SampledColumn[]): { open: boolean; proved: ReadonlySet<string> } {
  const stamp = new Timestamp();
  const proved = new Set<string>();
  let open = false;
  for (const cell of columns.flatMap(({ cells }) => cells)) {
    if (cell === '' || isNumberCell(cell) || !readTimestamp(cell, ANY_YEAR, stamp)) continue;
    open ||= stamp.open;
    if (stamp.proves !== null) proved.add(stamp.proves);
  }
  return { open, proved };
}
