import type { Distribution } from '../../contract/distribution-schema.ts';
import type { Settings } from '../../model/settings.ts';
import { percentile, percentiles, summarize } from '../../stats/index.ts';

/**
 * The distribution of durations in days.
 * @param days put in another order by this
 */
export function distributionOf(days: Float64Array, { points, method }: Settings['percentiles']): Distribution {
  const { mean, standardDeviation, min, max } = summarize(days);
  const values = percentiles(days, points, method);
  return {
    count: days.length,
    meanDays: mean,
    standardDeviationDays: standardDeviation,
    minDays: min,
    maxDays: max,
    percentilesDays: Object.fromEntries(points.map((point, index) => [String(point), values[index] as number | null])),
  };
}

/**
 * The median, by the run's one rule of percentiles.
 * @param values put in another order by this
 */
export function medianOf(values: Float64Array, { method }: Settings['percentiles']): number | null {
  return percentile(values, 50, method);
}
