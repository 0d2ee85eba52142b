import { atLeast, atMost } from '../distributions/index.ts';
import { selectRanks } from '../select.ts';

/** What each tail may hold: an interval of 95 %. */
const TAIL = 0.025;

export interface RankInterval {
  /** Ranks from 1; null where so few values have no such end. */
  low: number | null;
  high: number | null;
  /** The chance that the interval holds the percentile, at least 0.95 where both ends exist. */
  coverage: number;
}

/**
 * Between which order statistics a percentile lies, whatever the distribution: the number of values below it is binomial
 * (H. A. David and H. N. Nagaraja, "Order Statistics", 2003, § 7.1). Each tail holds at most 2.5 %.
 *
 * @param percent more than 0 and less than 100; otherwise there is neither end
 */
export function intervalRanks(count: number, percent: number): RankInterval {
  const share = percent / 100;
  if (!(count >= 1) || !(share > 0) || !(share < 1)) return { low: null, high: null, coverage: 1 };
  const low = firstTrue(count, (steps) => atMost(count - steps, count, share) <= TAIL);
  const high = firstTrue(count, (steps) => atLeast(steps, count, share) <= TAIL);
  // `low` counts from the far end: P(X ≤ l − 1) with l − 1 = count − steps.
  const lowRank = low === null ? null : count - low + 1;
  const below = lowRank === null ? 0 : atMost(lowRank - 1, count, share);
  const above = high === null ? 0 : atLeast(high, count, share);
  return { low: lowRank, high, coverage: 1 - below - above };
}

export interface PercentileInterval {
  low: number | null;
  high: number | null;
  coverage: number;
}

/** The interval of a percentile of some values (put in another order by this); see `intervalRanks`. */
export function percentileInterval(values: Float64Array, percent: number): PercentileInterval {
  const { low, high, coverage } = intervalRanks(values.length, percent);
  const ranks = [low, high].flatMap((rank) => (rank === null ? [] : [rank - 1]));
  selectRanks(values, ranks);
  const valueAt = (rank: number | null) => (rank === null ? null : (values[rank - 1] as number));
  return { low: valueAt(low), high: valueAt(high), coverage };
}

/** The first whole number from 1 for which it holds, as it then does for every larger one; null up to the count. */
function firstTrue(count: number, holds: (number: number) => boolean): number | null {
  if (!holds(count)) return null;
  let from = 1;
  let to = count;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
