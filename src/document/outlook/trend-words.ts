import type { TrendReport, TrendSeries } from '../../contract/statistics/trend-schema.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import type { Basis } from '../../model/settings.ts';
import type { TrendMetric } from '../../model/statistics/trend-settings.ts';

type Signal = TrendSeries['signals'][number];
type PeriodUnit = TrendReport['trend']['unit'];

/** The points since the last change of a definition: those that are judged together. */
export function pointsSinceBreak({ breaks, points }: TrendSeries): TrendSeries['points'] {
  const since = breaks.at(-1)?.at ?? '';
  return points.filter(({ start }) => start >= since);
}

/** How many of them there are, without the periods that have none. */
export function judgedPoints(series: TrendSeries): number {
  return pointsSinceBreak(series).filter(({ value }) => value !== null).length;
}

/** What a point of a series is. */
export function pointWords(metric: TrendMetric, unit: PeriodUnit): string {
  const end = `at the end of the ${unit}`;
  return {
    throughput: `the number of items finished in the ${unit}`,
    arrivals: `the number of items created in the ${unit}`,
    netFlow: `items created in the ${unit}, less those finished and dropped`,
    cycleTime: `the geometric mean of the items finished in the ${unit}: long ones weigh less than in a plain mean`,
    wip: `the number of items in progress ${end}`,
    age: `the median age of the items in progress ${end}`,
    flowEfficiency: `the share of active time of the items finished in the ${unit}`,
    wastedShare: `the share of the ${unit}'s labour on items given up, on work done again and on hand-offs`,
  }[metric];
}

/** A value of a series as people read it. */
export function valueWords(value: number | null, { unit }: Pick<TrendSeries, 'unit'>, basis: Basis): string {
  return formatNumber(value, unit, basis === 'working' ? 'whole' : 'clock');
}

/** What is usual: `usually 2 to 11`; without limits, why there are none. */
export function usualWords(series: TrendSeries, basis: Basis, unit: PeriodUnit): string {
  const { baseline, lower, rangeUpper, reason, upper } = series;
  if (reason === 'carriesOver') return 'no limits';
  if (series.points.length > 0 && series.points.every(({ value }) => value === null)) return 'not known';
  if (reason === 'tooFew') return `no limits yet: ${baseline.points} of 6 ${unit}s`;
  if (reason === 'noVariation' || rangeUpper === null) return 'no limits: its baseline does not vary';
  const about = baseline.provisional ? 'about ' : '';
  // Of counts, the whole numbers within the limits.
  const whole = series.unit === 'items';
  const least = lower === null ? null : valueWords(whole ? Math.ceil(lower) : lower, series, basis);
  const most = upper === null ? null : valueWords(whole ? Math.floor(upper) : upper, series, basis);
  if (least !== null && most !== null) return `usually ${about}${least} to ${most}`;
  if (most !== null) return `usually up to ${about}${most}`;
  return least === null ? 'anything is usual' : `usually ${about}${least} or more`;
}

/** The signals of a series in a few words: `worse: 8 weeks above the mean`. */
export function signalsInBrief({ rangeUpper, signals }: TrendSeries, unit: PeriodUnit): string | null {
  if (rangeUpper === null) return null;
  if (signals.length === 0) return 'no signal';
  const latest = signals.filter((signal) => signal.latest);
  const earlier = signals.length - latest.length;
  const before =
    earlier === 0 ? [] : latest.length === 0 ? [countOf(earlier, 'earlier signal')] : [`${earlier} earlier`];
  return [...latest.map((signal) => inBrief(signal, unit)), ...before].join('; ');
}

function inBrief({ direction, good, points, rule }: Signal, unit: PeriodUnit): string {
  const side = good === null ? 'signal' : good ? 'better' : 'worse';
  switch (rule) {
    case 'outside':
      return `${side}: ${direction} its limit`;
    case 'run':
      return `${side}: ${countOf(points, unit)} ${direction} the mean`;
    default:
      return `${side}: often far ${direction} the mean`;
  }
}
