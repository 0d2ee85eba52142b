import type { Distribution } from '../../contract/distribution.ts';
import type { Settings } from '../../model/settings.ts';
import { mean, percentile, standardDeviation } from '../../stats/index.ts';

/** The distribution of durations in days. */
export function distributionOf(days: Float64Array, percentiles: Settings['percentiles']): Distribution {
  const ascending = days.slice().sort();
  const percentilesDays: Record<string, number | null> = {};
  for (const point of percentiles.points) {
    percentilesDays[String(point)] = percentile(ascending, point, percentiles.method);
  }
  return {
    count: ascending.length,
    meanDays: mean(ascending),
    standardDeviationDays: standardDeviation(ascending),
    minDays: ascending[0] ?? null,
    maxDays: ascending.at(-1) ?? null,
    percentilesDays,
  };
}

/** The median, by the run's one rule of percentiles. */
export function medianOf(values: Float64Array, percentiles: Settings['percentiles']): number | null {
  return percentile(values.slice().sort(), 50, percentiles.method);
}
