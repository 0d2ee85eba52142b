import type { TrendReport, TrendSeries } from '../../contract/statistics/trend-schema.ts';
import { countOf, formatNumber } from '../../model/number-format.ts';
import type { Basis } from '../../model/settings.ts';
import type { TrendMetric } from '../../model/trend-settings.ts';

type Signal = TrendSeries['signals'][number];
type PeriodUnit = TrendReport['trend']['unit'];

export const SERIES_NAMES: Readonly<Record<TrendMetric, string>> = {
  throughput: 'throughput',
  arrivals: 'arrivals',
  netFlow: 'net flow',
  cycleTime: 'cycle time',
  wip: 'work in progress',
  age: 'age',
  flowEfficiency: 'flow efficiency',
  wastedShare: 'wasted labour',
};

/** A value of a series as people read it. */
export function valueWords(value: number | null, { unit }: Pick<TrendSeries, 'unit'>, basis: Basis): string {
  return formatNumber(value, unit, basis === 'working' ? 'whole' : 'clock');
}

/** What is usual: `usually 2 to 11`; without limits, why there are none. */
export function usualWords(series: TrendSeries, basis: Basis, unit: PeriodUnit): string {
  const { baseline, lower, rangeUpper, reason, upper } = series;
  if (reason === 'carriesOver') return 'no limits';
  if (reason === 'tooFew') return `no limits yet: ${baseline.points} of 6 ${unit}s`;
  if (reason === 'noVariation' || rangeUpper === null) return 'no limits: it does not vary';
  const usually = baseline.provisional ? 'usually about' : 'usually';
  const say = (value: number) => valueWords(value, series, basis);
  if (lower !== null && upper !== null) return `${usually} ${say(lower)} to ${say(upper)}`;
  if (upper !== null) return `${usually} up to ${say(upper)}`;
  return lower === null ? 'anything is usual' : `${usually} ${say(lower)} or more`;
}

/** The signals of a series in a few words: `worse: 8 weeks above the mean`. */
export function signalsInBrief({ rangeUpper, signals }: TrendSeries, unit: PeriodUnit): string | null {
  if (rangeUpper === null) return null;
  if (signals.length === 0) return 'no signal';
  const latest = signals.filter((signal) => signal.latest);
  const earlier = signals.length - latest.length;
  const before = earlier === 0 ? [] : [countOf(earlier, latest.length === 0 ? 'earlier signal' : 'earlier')];
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
