import type { Throughput } from '../../../../contract/result.ts';
import { DROPPED, FINISHED } from '../../../../model/item-facts.ts';
import { within } from '../../../../model/time/window.ts';
import { dateOfDay } from '../../../../model/time/zone.ts';
import { summarize } from '../../../../stats/index.ts';
import { medianOf } from '../../../derive/distribution-of.ts';
import { CREATION_UNKNOWN, END_UNKNOWN, LeftOutCount, START_UNKNOWN } from '../../../derive/left-out.ts';
import { nextPeriod, periodStart } from '../../../derive/periods.ts';
import { noneCreated, noStartKnown } from '../../../derive/populations.ts';
import type { Metric } from '../../../metric.ts';
import type { MetricInput } from '../../../metric-input.ts';
import { throughputView } from './throughput-view.ts';

type Period = Throughput['periods'][number];

export const throughput: Metric<'throughput'> = {
  id: 'throughput',
  command: 'throughput',
  title: 'Throughput and velocity',
  words: 'throughput',
  keyFigure: 60,
  definition: {
    meaning: 'How many items finish per day, week, month or sprint; velocity is the points of the finished.',
    formula:
      'Counts of what fell within both window and period. Weeks start on Monday. Mean, median and deviation go over the periods that lie within the window as a whole, empty ones included.',
    unit: 'items per period; points per period',
    caution:
      'The first and last period are usually cut by the window and stay out of the averages. Points are null where some items finished and none has points; created and started are null where no creation and no start is known.',
  },
  compute(input): Throughput {
    const periods = countPeriods(input);
    const complete = periods.filter((period) => period.complete);
    const finished = Float64Array.from(complete, (period) => period.finished);
    const { mean, standardDeviation } = summarize(finished);
    return {
      unit: input.unit,
      periods,
      completePeriods: complete.length,
      meanPerPeriod: mean,
      medianPerPeriod: medianOf(finished, input.percentiles),
      standardDeviation,
      meanPointsPerPeriod: meanPoints(complete),
      leftOut: datesUnknown(input),
    };
  },
  view: throughputView,
};

/** Every period from the one that holds the window's start to the one that holds its last millisecond. */
function countPeriods(input: MetricInput): Period[] {
  const { facts, selection, window, zone, unit, sprint } = input;
  if (Number.isNaN(window.from) || window.to <= window.from) return [];
  const starts: number[] = [];
  const last = zone.dayOf(window.to - 1);
  let start = periodStart(zone.dayOf(window.from), unit, sprint);
  for (; start <= last; start = periodAfter(start, input)) starts.push(start);
  const ends = starts.map((_, index) => starts[index + 1] ?? start);
  const first = starts[0] as number;
  const periodOfDay = new Int32Array((ends.at(-1) as number) - first);
  for (const [index, day] of starts.entries()) periodOfDay.fill(index, day - first, (ends[index] as number) - first);

  const periods: Period[] = starts.map((day, index) => ({
    start: dateOfDay(day),
    end: dateOfDay(ends[index] as number),
    complete: zone.startOfDay(day) >= window.from && zone.startOfDay(ends[index] as number) <= window.to,
    finished: 0,
    points: 0,
    pointsUnknown: 0,
    started: 0,
    created: 0,
    dropped: 0,
  }));
  const periodAt = (instant: number): Period | undefined =>
    within(window, instant) ? periods[periodOfDay[zone.dayOf(instant) - first] as number] : undefined;
  for (let place = 0; place < selection.length; place++) {
    const item = selection[place] as number;
    const created = periodAt(facts.created[item] as number);
    if (created !== undefined) created.created = (created.created as number) + 1;
    const started = periodAt(facts.started[item] as number);
    if (started !== undefined) started.started = (started.started as number) + 1;
    const ended = periodAt(facts.ended[item] as number);
    if (ended === undefined) continue;
    if (facts.outcome[item] === DROPPED) ended.dropped++;
    else if (facts.outcome[item] === FINISHED) {
      ended.finished++;
      const points = facts.points[item] as number;
      if (Number.isNaN(points)) ended.pointsUnknown++;
      else ended.points = (ended.points as number) + points;
    }
  }
  const creationsUnknown = noneCreated(input);
  const startsUnknown = noStartKnown(input);
  for (const period of periods) {
    if (period.finished > 0 && period.pointsUnknown === period.finished) period.points = null;
    if (creationsUnknown) period.created = null;
    if (startsUnknown) period.started = null;
  }
  return periods;
}

/** The local day on which the next period that holds any time starts: a zone may skip a day, and so a period of one. */
function periodAfter(start: number, input: MetricInput): number {
  const { sprint, unit, zone } = input;
  const next = nextPeriod(start, unit, sprint);
  const isEmpty = zone.startOfDay(next) === zone.startOfDay(nextPeriod(next, unit, sprint));
  return isEmpty ? periodAfter(next, input) : next;
}

/** Items that were created or started, or are over, nobody knows since when, are not counted as such in any period. */
function datesUnknown({ facts, selection }: MetricInput): Throughput['leftOut'] {
  const leftOut = new LeftOutCount();
  for (let place = 0; place < selection.length; place++) {
    const item = selection[place] as number;
    if (Number.isNaN(facts.created[item] as number)) leftOut.add(CREATION_UNKNOWN);
    if (facts.startUnknown[item] === 1) leftOut.add(START_UNKNOWN);
    if ((facts.outcome[item] as number) >= FINISHED && Number.isNaN(facts.ended[item] as number)) {
      leftOut.add(END_UNKNOWN);
    }
  }
  return leftOut.list();
}

/** Known points per complete period; null if items finished in them and none has points. */
function meanPoints(complete: readonly Period[]): number | null {
  if (complete.length === 0) return null;
  const finished = complete.reduce((sum, period) => sum + period.finished, 0);
  const unknown = complete.reduce((sum, period) => sum + period.pointsUnknown, 0);
  if (finished > 0 && unknown === finished) return null;
  return complete.reduce((sum, period) => sum + (period.points ?? 0), 0) / complete.length;
}
