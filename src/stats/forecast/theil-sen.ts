import { Z_95 } from '../distributions/index.ts';

export interface Slope {
  /** The median of the slopes between all pairs of points, a step. */
  slope: number;
  /** Its 95 % interval. */
  low: number;
  high: number;
}

/**
 * The slope of a series without assuming a distribution (H. Theil, 1950; P. K. Sen, "Estimates of the regression
 * coefficient based on Kendall's tau", JASA 63, 1968). The interval is made of the slopes that Kendall's S would not
 * reject, by its normal approximation with ties (R. O. Gilbert, "Statistical Methods for Environmental Pollution
 * Monitoring", 1987, § 16.5).
 *
 * @returns null for fewer than four points
 */
export function theilSen(values: ArrayLike<number>): Slope | null {
  const count = values.length;
  if (count < 4) return null;
  const slopes: number[] = [];
  for (let early = 0; early < count; early++) {
    for (let late = early + 1; late < count; late++) {
      slopes.push(((values[late] as number) - (values[early] as number)) / (late - early));
    }
  }
  const sorted = Float64Array.from(slopes).sort();
  const pairs = sorted.length;
  const reach = Z_95 * Math.sqrt(kendallVariance(values));
  const low = Math.max(0, Math.round((pairs - reach) / 2) - 1);
  const high = Math.min(pairs - 1, Math.round((pairs + reach) / 2));
  const middle = pairs >> 1;
  const slope =
    pairs % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
  return { slope, low: sorted[low] as number, high: sorted[high] as number };
}

/** The variance of Kendall's S without a trend; equal values take from it. */
function kendallVariance(values: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const part = (n: number) => n * (n - 1) * (2 * n + 5);
  let sum = part(values.length);
  for (const count of counts.values()) sum -= part(count);
  return sum / 18;
}
