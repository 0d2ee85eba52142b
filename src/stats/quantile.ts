import { selectRanks } from './select.ts';

export type PercentileMethod = 'linear' | 'nearest-rank';

/**
 * Percentiles of some values.
 *
 * `linear` interpolates between order statistics (type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages",
 * 1996: what PERCENTILE.INC, pandas and DuckDB's quantile_cont give); `nearest-rank` is the smallest value with at least
 * that share of the values at or below it.
 *
 * @param values in any order; put in another order by this
 * @param percents ascending, 0 to 100
 * @param besides ranks (from 0, in any order) whose values are to be in their places afterwards, too
 * @returns one for each percent; null if there are no values
 */
export function percentiles(
  values: Float64Array,
  percents: readonly number[],
  method: PercentileMethod,
  besides: readonly number[] = [],
): (number | null)[] {
  const count = values.length;
  if (count === 0) return percents.map(() => null);
  const positions = percents.map((percent) => percentilePosition(percent, count, method));
  const ranks = new Set(besides);
  for (const position of positions) {
    const below = Math.floor(position);
    ranks.add(below).add(Math.min(count - 1, below + 1));
  }
  selectRanks(
    values,
    [...ranks].sort((a, b) => a - b),
  );
  return positions.map((position) => {
    const below = Math.floor(position);
    const low = values[below] as number;
    return low + (position - below) * ((values[Math.min(count - 1, below + 1)] as number) - low);
  });
}

/** One percentile; null if there are no values. */
export function percentile(values: Float64Array, percent: number, method: PercentileMethod): number | null {
  return percentiles(values, [percent], method)[0] as number | null;
}

/** Where a percentile lies among so many ordered values, from 0; a fraction is part of the way to the next. */
export function percentilePosition(percent: number, count: number, method: PercentileMethod): number {
  return method === 'linear' ? linearPosition(percent, count) : nearestRank(percent, count);
}

function linearPosition(percent: number, count: number): number {
  return Math.min(count - 1, ((count - 1) * percent) / 100);
}

function nearestRank(percent: number, count: number): number {
  // Percent × count before the division: 0.07 × 100 is more than 7 in doubles. The last digit of a fractional
  // percent is forgiven, too.
  const rank = Math.ceil((percent * count) / 100 - 1e-9);
  return Math.min(count, Math.max(1, rank)) - 1;
}
