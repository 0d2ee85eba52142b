import type { Trend, TrendSeries } from '../../contract/statistics/trend-schema.ts';
import { countOf } from '../../model/document/number-format.ts';
import { TREND_NAMES } from '../../model/statistics/trend-settings.ts';

/** Is the series what it was? A sentence. */
export function trendTitle(series: TrendSeries, unit: Trend['unit'], say: (value: number | null) => string): string {
  const name = TREND_NAMES[series.metric].replace(/^./, (letter) => letter.toUpperCase());
  const { rangeUpper, signals } = series;
  if (rangeUpper === null) return `${name}: ${withoutLimits(series, unit, say)}.`;
  const latest = signals.filter((signal) => signal.latest);
  // A run says more than a single point.
  const signal = latest.find(({ rule }) => rule !== 'outside') ?? latest[0];
  if (signal !== undefined) return `${name}: ${signal.message.replace(/: ([^:]*)$/, ' ($1)')}.`;
  const since = series.breaks.at(-1)?.at ?? '';
  const judged = series.points.filter(({ start }) => start >= since);
  const known = judged.filter(({ value }) => value !== null).length;
  const where = known < judged.length ? `the ${countOf(known, unit)} with a point` : countOf(known, unit);
  if (signals.length === 0) return `${name} is what it was: no signal in ${where}.`;
  return `${name}: no signal in the latest ${unit}, but ${countOf(signals.length, 'earlier one')}.`;
}

function withoutLimits(
  { baseline, points, reason }: TrendSeries,
  unit: Trend['unit'],
  say: (value: number | null) => string,
): string {
  if (reason === 'tooFew') {
    return `too few data for limits, ${countOf(baseline.points, `${unit} with a point`, `${unit}s with a point`)} of 6 needed`;
  }
  if (reason === 'noVariation') return `every ${unit} of the baseline is the same, so there are no limits`;
  const last = points.findLast(({ value }) => value !== null)?.value ?? null;
  return `${say(last)} at the end of the latest ${unit} with a point; nothing says whether that is usual`;
}
