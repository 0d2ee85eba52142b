import type { TrendSeries } from '../../../contract/statistics/trend-schema.ts';
import { countOf, formatNumber } from '../../../model/document/number-format.ts';
import type { Basis, PeriodUnit } from '../../../model/settings.ts';
import type { TrendMetric } from '../../../model/statistics/trend-settings.ts';
import { dateWords } from '../../../model/time/date-words.ts';

type Signal = TrendSeries['signals'][number];

/** What it means for the team that a series is above its mean, and below. */
const MEANINGS: Readonly<Record<TrendMetric, readonly [above: string, below: string]>> = {
  throughput: ['more', 'fewer'],
  arrivals: ['more', 'fewer'],
  netFlow: ['more comes in than usual', 'less comes in than usual'],
  cycleTime: ['slower', 'faster'],
  wip: ['more', 'fewer'],
  age: ['older', 'younger'],
  flowEfficiency: ['more of the time active', 'less of the time active'],
  wastedShare: ['more wasted', 'less wasted'],
};

/** The period that starts on a date: `in the week of Mon 3 Aug 2026`, `on Mon 3 Aug 2026`. */
function periodWords(start: string, unit: PeriodUnit): string {
  return unit === 'day' ? `on ${dateWords(start)}` : `in the ${unit} of ${dateWords(start)}`;
}

/** `slower, worse`; for a metric without a better side, `more`. */
function meaningOf({ direction, good }: Pick<Signal, 'direction' | 'good'>, metric: TrendMetric): string {
  const meaning = MEANINGS[metric][direction === 'above' ? 0 : 1];
  return good === null ? meaning : `${meaning}, ${good ? 'better' : 'worse'}`;
}

/**
 * A signal in words: `8 weeks in a row above the mean since Mon 3 Aug 2026: slower, worse`.
 * @param value the value of its first period
 */
export function signalMessage(
  signal: Omit<Signal, 'message'>,
  { lower, metric, unit: valueUnit, upper }: Pick<TrendSeries, 'lower' | 'metric' | 'unit' | 'upper'>,
  value: number | null,
  { basis, unit }: { basis: Basis; unit: PeriodUnit },
): string {
  const { direction, from, latest, points, rule, to } = signal;
  const say = (amount: number | null) => formatNumber(amount, valueUnit, basis === 'working' ? 'whole' : 'clock');
  const when = latest ? `since ${dateWords(from)}` : `from ${dateWords(from)} to ${dateWords(to)}`;
  const meaning = meaningOf(signal, metric);
  switch (rule) {
    case 'outside': {
      const limit =
        direction === 'above' ? `above the upper limit of ${say(upper)}` : `below the lower limit of ${say(lower)}`;
      return `${say(value)} ${periodWords(from, unit)}, ${limit}: ${meaning}`;
    }
    case 'run':
      return `${countOf(points, unit)} in a row ${direction} the mean ${when}: ${meaning}`;
    case 'twoOfThree':
      return `2 of 3 ${unit}s far ${direction} the mean, beyond 2 standard deviations, ${when}: ${meaning}`;
    case 'fourOfFive':
      return `4 of 5 ${unit}s ${direction} the mean by more than a standard deviation, ${when}: ${meaning}`;
  }
}
