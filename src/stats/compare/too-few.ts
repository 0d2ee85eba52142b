import type { Design } from './samples.ts';

const LEVEL = 0.05;
const FEWEST_ITEMS = 10;
const FEWEST_WEEKS = 5;
/** Six swapped weeks give 2 ÷ 64; five would give 2 ÷ 32, more than 0.05. */
const FEWEST_SWAPPED_WEEKS = 6;
const FEWEST_PERIODS = 6;

/** What a comparison has too little of. */
export interface TooFew {
  of: 'items' | 'weeks' | 'periods' | 'exchanges';
  /** What the side with less has; of exchanges, the least p that they can give. */
  have: number;
  need: number;
}

/** What a comparison of items in weeks lacks; null if nothing. */
export function tooFewItems(
  items: readonly [number, number],
  weeks: readonly [number, number],
  design: Design,
): TooFew | null {
  const leastItems = Math.min(...items);
  if (leastItems < FEWEST_ITEMS) return { of: 'items', have: leastItems, need: FEWEST_ITEMS };
  const leastWeeks = Math.min(...weeks);
  const need = design === 'swapped' ? FEWEST_SWAPPED_WEEKS : FEWEST_WEEKS;
  return leastWeeks < need ? { of: 'weeks', have: leastWeeks, need } : null;
}

/** What a comparison of counts by period lacks; null if nothing. */
export function tooFewPeriods(periods: readonly [number, number]): TooFew | null {
  const fewest = Math.min(...periods);
  return fewest < FEWEST_PERIODS ? { of: 'periods', have: fewest, need: FEWEST_PERIODS } : null;
}

/** Whether even the clearest difference could not be told, as one of m comparisons. */
export function tooFewExchanges(leastP: number, comparisons: number): TooFew | null {
  const need = LEVEL / Math.max(1, comparisons);
  return leastP > need ? { of: 'exchanges', have: leastP, need } : null;
}
