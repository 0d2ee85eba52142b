import { DAY_MS } from '../../model/time/units.ts';
import type { Window } from '../../model/time/window.ts';

/** Under so many days of window, a year would be guessed from too little. */
export const FEWEST_DAYS_FOR_YEAR = 28;
const DAYS_PER_YEAR = 365.25;

/** By how much the window's figures grow in a year of 365.25 days; null for windows under 28 days. */
export function timesAYear({ from, to }: Window): number | null {
  const days = (to - from) / DAY_MS;
  return days >= FEWEST_DAYS_FOR_YEAR ? DAYS_PER_YEAR / days : null;
}

/** Length of a window in days; 0 where it holds no time. */
export function lengthInDays({ from, to }: Window): number {
  return from < to ? (to - from) / DAY_MS : 0;
}

/** Length of a window in years of 365.25 days; null where it is too short for a yearly figure. */
export function lengthInYears(window: Window): number | null {
  const days = lengthInDays(window);
  return days >= FEWEST_DAYS_FOR_YEAR ? days / DAYS_PER_YEAR : null;
}
