import type { Timestamp } from './timestamp.ts';

const FIRST = Date.UTC(1995, 0, 1);
const LAST = Date.UTC(2100, 0, 1);

/**
 * Reads a count from the epoch: seconds (10 digits, decimals allowed), milliseconds (13), microseconds (16), units of
 * 100 ns as monday.com writes them (17), nanoseconds (19). Only the years 1995 to 2100: other numbers are no times.
 */
export function readEpoch(text: string, into: Timestamp): boolean {
  const [, whole, fraction] = /^(\d{10}|\d{13}|\d{16}|\d{17}|\d{19})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined || (fraction !== undefined && whole.length !== 10)) return false;
  // Cut to milliseconds as text: a number could not hold 19 digits.
  const ms = Number((whole + (fraction ?? '')).slice(0, 13).padEnd(13, '0'));
  if (ms < FIRST || ms >= LAST) return false;
  return into.set(ms, true, whole.length === 10 && fraction === undefined ? 'second' : 'millisecond', false);
}
