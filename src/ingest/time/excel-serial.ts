import { DAY_MS } from '../../model/time/units.ts';
import type { Timestamp } from './timestamp.ts';

/** Day 0 of Excel's count, in days since 1970, for every date after February 1900, of which Excel counts 29 days. */
const DAY_ZERO = -25_569;
/** 1 January 2000 and 2050: numbers outside of these are dates of no work that is tracked. */
const FIRST = 36_526;
const LAST = 54_789;
const SECONDS = 86_400;

/**
 * True for a number that may be a date as Excel stores it: days since 1900, the time of day after the point. Any number of
 * five digits may be: what its column is called must decide.
 */
export function isSerial(text: string): boolean {
  const [, whole] = /^(\d{5})(?:[.,]\d+)?$/.exec(text) ?? [];
  return whole !== undefined && Number(whole) >= FIRST && Number(whole) < LAST;
}

/** Reads such a number as a wall time, to the second: Excel keeps times as fractions of a day, which are rounded. */
export function readSerial(text: string, into: Timestamp): boolean {
  if (!isSerial(text)) return false;
  const days = Number(text.replace(',', '.'));
  const ms = Math.round((days + DAY_ZERO) * SECONDS) * 1000;
  return into.set(ms, false, ms % DAY_MS === 0 ? 'day' : 'second', true);
}
