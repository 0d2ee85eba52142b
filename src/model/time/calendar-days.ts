import { DAY_MS } from './units.ts';

/** Days of the calendar as numbers, counted from 1970-01-01: on them a week has seven and no clock changes. */

/** Monday is 0: 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday on or before a day. */
export function weekStart(day: number): number {
  return day - weekdayOf(day);
}

/** The first of a day's month, or of the month that comes so many months after it. */
export function monthStart(day: number, later = 0): number {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1) / DAY_MS;
}
