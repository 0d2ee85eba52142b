import { DAY_MS } from '../../../../model/time/units.ts';
import type { Window } from '../../../../model/time/window.ts';

/** Fewer say nothing: of 12 signs that are all the same, chance makes one in 4096. */
const FEWEST = 12;
const MOST = 52;

/**
 * In how many equal parts a window is compared: about weeks where it holds 12 of them, else about days, always an even
 * number up to 52, so that there are halves; 0 where it does not hold 12 days.
 */
export function partCount({ from, to }: Window): number {
  const days = (to - from) / DAY_MS;
  if (!(days >= FEWEST)) return 0;
  const whole = Math.floor(days / 7 >= FEWEST ? days / 7 : days);
  const parts = Math.min(MOST, whole);
  return parts - (parts % 2);
}
