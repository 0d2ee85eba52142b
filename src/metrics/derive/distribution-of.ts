import type { Distribution, Sample } from '../../contract/distribution-schema.ts';
import type { Settings } from '../../model/settings.ts';
import { percentile, percentiles, summarize } from '../../stats/index.ts';
import { percentilesWithin } from '../../stats/interval/index.ts';

/**
 * The distribution of durations in days.
 * @param days put in another order by this
 */
export function distributionOf(days: Float64Array, { points, method }: Settings['percentiles']): Distribution {
  const summary = summaryOf(days);
  return { ...summary, percentilesDays: byPoint(points, percentiles(days, points, method)) };
}

/**
 * The distribution of durations that are a sample of more to come, with the intervals of its percentiles.
 * @param days put in another order by this
 */
export function sampleOf(days: Float64Array, { points, method }: Settings['percentiles']): Sample {
  const summary = summaryOf(days);
  const { intervals, values } = percentilesWithin(days, points, method);
  return { ...summary, percentilesDays: byPoint(points, values), percentileIntervalsDays: byPoint(points, intervals) };
}

function summaryOf(days: Float64Array): Omit<Distribution, 'percentilesDays'> {
  const { mean, standardDeviation, min, max } = summarize(days);
  return { count: days.length, meanDays: mean, standardDeviationDays: standardDeviation, minDays: min, maxDays: max };
}

/** What belongs to each percentile, keyed by it. */
export function byPoint<Value>(points: readonly number[], values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(points.map((point, index) => [String(point), values[index] as Value]));
}

/**
 * The median, by the run's one rule of percentiles.
 * @param values put in another order by this
 */
export function medianOf(values: Float64Array, { method }: Settings['percentiles']): number | null {
  return percentile(values, 50, method);
}
