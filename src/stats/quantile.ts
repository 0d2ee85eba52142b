export type PercentileMethod = 'linear' | 'nearest-rank';

/**
 * A percentile of ascending values.
 *
 * `linear` interpolates between order statistics (type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages",
 * 1996: what PERCENTILE.INC, pandas and DuckDB's quantile_cont give); `nearest-rank` is the smallest value with at least
 * that share of the values at or below it.
 *
 * @param ascending sorted values
 * @param percent 0 to 100
 * @returns null if there are no values
 */
export function percentile(ascending: ArrayLike<number>, percent: number, method: PercentileMethod): number | null {
  const count = ascending.length;
  if (count === 0) return null;
  if (method === 'nearest-rank') {
    // Percent × count before the division: 0.07 × 100 is more than 7 in doubles. The last digit of a fractional
    // percent is forgiven, too.
    const rank = Math.ceil((percent * count) / 100 - 1e-9);
    return ascending[Math.min(count, Math.max(1, rank)) - 1] as number;
  }
  const position = ((count - 1) * percent) / 100;
  const below = Math.min(count - 1, Math.floor(position));
  const above = Math.min(count - 1, below + 1);
  const low = ascending[below] as number;
  return low + (position - below) * ((ascending[above] as number) - low);
}
