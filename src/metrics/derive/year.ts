import { DAY_MS } from '../../model/units.ts';
import type { Window } from '../../model/window.ts';

/** Under so many days of window, a year would be guessed from too little. */
const FEWEST_DAYS_FOR_YEAR = 28;
const DAYS_PER_YEAR = 365.25;

/** By how much the window's figures grow in a year of 365.25 days; null for windows under 28 days. */
export function timesAYear({ from, to }: Window): number | null {
  const days = (to - from) / DAY_MS;
  return days >= FEWEST_DAYS_FOR_YEAR ? DAYS_PER_YEAR / days : null;
}
