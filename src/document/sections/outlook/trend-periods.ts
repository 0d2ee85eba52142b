import type { TrendSeries } from '../../../contract/statistics/trend-schema.ts';
import type { PeriodsPart, Section } from '../../../model/document/document-parts.ts';
import { TREND_NAMES } from '../../../model/statistics/trend-settings.ts';
import { dateWords } from '../../../model/time/date-words.ts';
import { capitalized } from '../../words.ts';

/**
 * A series of a trend as a small picture: its periods since the last change of a definition, its limits, and which points
 * are signals. None where there are no limits: without them it would show chance.
 * @param period what a period is called: `week`
 */
export function trendPeriodsSection(series: TrendSeries, period: string): Section[] {
  if (series.rangeUpper === null) return [];
  return [{ id: 'periods', title: '', parts: [periodsOf(series, period)] }];
}

function periodsOf(
  { breaks, lower, mean, metric, points, scale, signals, unit, upper }: TrendSeries,
  period: string,
): PeriodsPart {
  const since = breaks.at(-1)?.at ?? '';
  const lines = [
    { label: 'upper limit', value: upper },
    { label: 'mean', value: mean },
    { label: 'lower limit', value: lower },
  ];
  return {
    part: 'periods',
    title: `${capitalized(TREND_NAMES[metric])}, ${period} by ${period}, within what is usual`,
    unit,
    logarithmic: scale === 'log',
    points: points
      .filter(({ start }) => start >= since)
      .map(({ start, value }) => ({
        label: dateWords(start),
        value,
        marked: value !== null && signals.some(({ from, to }) => from <= start && start <= to),
      })),
    lines: lines.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])),
  };
}
