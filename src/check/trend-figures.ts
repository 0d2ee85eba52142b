import type { Trend } from '../contract/statistics/trend-schema.ts';
import type { PathStep } from '../model/statistics/check.ts';
import { TREND_METRICS, type TrendMetric } from '../model/statistics/trend-settings.ts';
import type { FoundFigure } from './find-figure.ts';

/** The series whose signals a full path counts: `trend.throughput.signals`; null for any other path. */
export function trendMetricOf(path: readonly PathStep[]): TrendMetric | null {
  const [trend, metric, signals, ...more] = path.map((step) => ('key' in step ? step.key : ''));
  if (trend !== 'trend' || signals !== 'signals' || more.length > 0) return null;
  return TREND_METRICS.find((known) => known === metric) ?? null;
}

/** The paths of all such figures. */
export function everyTrendFigure(): string[] {
  return TREND_METRICS.map((metric) => `trend.${metric}.signals`);
}

/**
 * How many signals of a series reach into its latest complete period; unknown where it has no limits, or no point in that
 * period: nothing was judged then. Its sample are the points that were judged.
 */
export function signalsOf({ series }: Trend, metric: TrendMetric): FoundFigure {
  const own = series.find((one) => one.metric === metric);
  if (own === undefined || own.rangeUpper === null || (own.points.at(-1)?.value ?? null) === null)
    return { value: null, n: null };
  const since = own.breaks.at(-1)?.at ?? '';
  const judged = own.points.filter(({ start, value }) => start >= since && value !== null);
  return { value: own.signals.filter(({ latest }) => latest).length, n: judged.length };
}
