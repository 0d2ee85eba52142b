import { atLeast, atMost, Z_95 } from '../distributions/index.ts';
import { type PercentileMethod, percentiles } from '../quantile.ts';
import { selectRanks } from '../select.ts';

/** What each tail may hold: an interval of 95 %. */
const TAIL = 0.025;

/** Of so few values there are many samples of one size: what is found of them is kept. */
const FEW = 1000;
const known = new Map<number, Map<number, RankInterval>>();

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
  if (count > FEW) return findRanks(count, share);
  const ofPercent = known.get(percent) ?? new Map<number, RankInterval>();
  known.set(percent, ofPercent);
  const ranks = ofPercent.get(count) ?? findRanks(count, share);
  ofPercent.set(count, ranks);
  return ranks;
}

function findRanks(count: number, share: number): RankInterval {
  // Where a normal distribution would put the ends: the search begins there.
  const spread = Z_95 * Math.sqrt(count * share * (1 - share));
  const low = firstTrue(count, (steps) => atMost(count - steps, count, share) <= TAIL, count * (1 - share) + spread);
  const high = firstTrue(count, (steps) => atLeast(steps, count, share) <= TAIL, count * share + spread);
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

export interface PercentilesWithin {
  /** As `percentiles` gives them. */
  values: (number | null)[];
  /** For each the two ends of its interval. */
  intervals: [low: number | null, high: number | null][];
}

/**
 * Percentiles with their intervals, of one selection: the ends lie close to them.
 *
 * @param values in any order; put in another order by this
 * @param percents ascending, 0 to 100
 */
export function percentilesWithin(
  values: Float64Array,
  percents: readonly number[],
  method: PercentileMethod,
): PercentilesWithin {
  const ranks = percents.map((percent) => intervalRanks(values.length, percent));
  const ends = ranks.flatMap(({ low, high }) => [low, high]).flatMap((rank) => (rank === null ? [] : [rank - 1]));
  const found = percentiles(values, percents, method, ends);
  const valueAt = (rank: number | null) => (rank === null ? null : (values[rank - 1] as number));
  return { values: found, intervals: ranks.map(({ low, high }) => [valueAt(low), valueAt(high)]) };
}

/**
 * The first whole number from 1 for which it holds, as it then does for every larger one; null up to the count.
 * @param guess a number near it, from which the steps to either side grow
 */
function firstTrue(count: number, holds: (number: number) => boolean, guess: number): number | null {
  // Not yet at `before`; certainly at `from`, of which one beyond the count is taken for granted.
  let before = 0;
  let from = count + 1;
  let step = 1;
  for (let at = Math.min(count, Math.max(1, Math.round(guess))); before < at && at < from; step *= 2) {
    if (holds(at)) {
      from = at;
      at -= step;
    } else {
      before = at;
      at += step;
    }
  }
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (holds(middle)) from = middle;
    else before = middle;
  }
  return from > count ? null : from;
}
