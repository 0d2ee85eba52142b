import { cycleTimeItems } from '../../metrics/derive/populations.ts';
import { METRICS } from '../../metrics/index.ts';
import type { MetricInput } from '../../metrics/metric-input.ts';
import { FINISHED } from '../../model/item-facts.ts';
import type { PeriodUnit } from '../../model/settings.ts';
import { ratio } from '../../model/time/instants.ts';
import { dayOfDate } from '../../model/time/zone.ts';
import { metricInput } from '../compute-figures.ts';
import type { Dataset } from '../dataset.ts';
import { type OpenAtEnd, openAtEnds } from './open-at-ends.ts';
import { wastedShares } from './wasted-shares.ts';

/** With fewer finished items, a period says nothing of how long items take. */
export const FEWEST_DURATIONS = 6;

/** The cycle times of what finished in a period, in days of the basis. */
export interface PeriodDurations {
  /** How many they are, those of 0 days included. */
  n: number;
  /** How many of them are 0 days, which have no logarithm. */
  zeros: number;
  /** The mean of the natural logarithms of the others; null below 6 durations, and where all are 0. */
  meanLog: number | null;
  /** All of them, ascending. */
  durations: Float64Array;
}

/**
 * What one complete period came to. Each value is what its metric says with the period as its window, seen from the same
 * asOf; null where the metric's is.
 */
export interface PeriodPoint {
  /** The local date on which it starts, and the one on which the next starts. */
  start: string;
  end: string;
  /** Items that finished. */
  throughput: number;
  /** Items that were created; null where no creation is known. */
  arrivals: number | null;
  /** Created less finished less dropped. */
  netFlow: number | null;
  cycleTime: PeriodDurations;
  /** Items in progress just before its end; null where nobody knows since when any of them was. */
  wip: number | null;
  /** Their median age at its last millisecond, in days of the basis. */
  age: Pick<OpenAtEnd, 'n' | 'medianDays'>;
  /** Active time of what finished, over all its time between start and finish; n items whose parts are known. */
  flowEfficiency: { n: number; share: number | null };
  /** Wasted labour over all labour; null where none is charged, and where it was not asked for. */
  wastedShare: number | null;
}

export interface PointOptions {
  /** The run's own unless told otherwise. */
  unit?: PeriodUnit;
  /** Whether to work out wasted labour, which takes longer than all else; true unless told otherwise. */
  waste?: boolean;
}

/**
 * The points of every complete period of the window, oldest first.
 *
 * @param selection the items they are about, ascending
 * @throws PitwallError `no-sprint` if the unit is `sprint` and none is configured
 */
export function periodPoints(dataset: Dataset, selection: Int32Array, options: PointOptions = {}): PeriodPoint[] {
  const { unit = dataset.settings.unit, waste = true } = options;
  const input: MetricInput = { ...metricInput(dataset, selection), unit };
  const periods = METRICS.throughput.compute(input, false).periods.filter(({ complete }) => complete);
  const bounds = boundsOf(periods, input);
  const open = openAtEnds(input, bounds);
  const durations = durationsOf(input, bounds);
  const efficiency = efficiencyOf(input, bounds);
  const wasted = waste ? wastedShares(input, bounds) : [];
  return periods.map(({ created, dropped, end, finished, start }, at) => {
    const { medianDays, n, wip } = open[at] as OpenAtEnd;
    return {
      start,
      end,
      throughput: finished,
      arrivals: created,
      netFlow: created === null ? null : created - finished - dropped,
      cycleTime: durations[at] as PeriodDurations,
      wip,
      age: { n, medianDays },
      flowEfficiency: efficiency[at] as PeriodPoint['flowEfficiency'],
      wastedShare: wasted[at] ?? null,
    };
  });
}

/** The instants at which the periods start, and the one at which the last ends: they follow upon one another. */
function boundsOf(periods: readonly { start: string; end: string }[], { zone }: MetricInput): Float64Array {
  const last = periods.at(-1);
  const dates = last === undefined ? [] : [...periods.map(({ start }) => start), last.end];
  return Float64Array.from(dates, (date) => zone.startOfDay(dayOfDate(date)));
}

/** The items of cycle time, by the period in which they finished; those of no complete period are left out. */
function finishedByPeriod(input: MetricInput, bounds: Float64Array): number[][] {
  const periods: number[][] = Array.from({ length: Math.max(0, bounds.length - 1) }, () => []);
  for (const item of cycleTimeItems(input)) {
    if (input.facts.outcome[item] !== FINISHED) continue;
    periods[periodOf(bounds, input.facts.ended[item] as number)]?.push(item);
  }
  return periods;
}

/** Which of the periods between the bounds holds an instant: their number, or what is no index for none. */
function periodOf(bounds: Float64Array, instant: number): number {
  let low = -1;
  let high = bounds.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] as number) <= instant) low = middle;
    else high = middle;
  }
  return low;
}

function durationsOf(input: MetricInput, bounds: Float64Array): PeriodDurations[] {
  return finishedByPeriod(input, bounds).map((items) => {
    const durations = Float64Array.from(items, (item) => input.facts.cycleTimeDays[item] as number).sort();
    return { n: durations.length, ...meanLogOf(durations), durations };
  });
}

function meanLogOf(durations: Float64Array): Pick<PeriodDurations, 'meanLog' | 'zeros'> {
  // Ascending, so that no order of the items changes a digit of the sum.
  const positive = durations.filter((days) => days > 0);
  const sum = positive.reduce((total, days) => total + Math.log(days), 0);
  const enough = durations.length >= FEWEST_DURATIONS && positive.length > 0;
  return { zeros: durations.length - positive.length, meanLog: enough ? sum / positive.length : null };
}

function efficiencyOf(input: MetricInput, bounds: Float64Array): PeriodPoint['flowEfficiency'][] {
  const { excludePaused, facts } = input;
  return finishedByPeriod(input, bounds).map((items) => {
    const known = items.filter((item) => facts.partsUnknown[item] === 0);
    let active = 0;
    let all = 0;
    for (const item of known) {
      const paused = excludePaused ? 0 : (facts.pausedMs[item] as number);
      active += facts.activeMs[item] as number;
      all +=
        (facts.activeMs[item] as number) +
        (facts.waitingMs[item] as number) +
        (facts.blockedMs[item] as number) +
        paused;
    }
    return { n: known.length, share: ratio(active, all) };
  });
}
