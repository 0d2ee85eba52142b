import type { Throughput } from '../../../../contract/result.ts';
import { DROPPED, FINISHED } from '../../../../model/item-facts.ts';
import { summarize } from '../../../../stats/index.ts';
import { medianOf } from '../../../derive/distribution-of.ts';
import { CREATION_UNKNOWN, END_UNKNOWN, LeftOutCount, START_UNKNOWN } from '../../../derive/left-out.ts';
import { noneCreated, noStartKnown } from '../../../derive/populations.ts';
import { windowPeriods } from '../../../derive/window-periods.ts';
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

/** Counts of each period. */
function countPeriods(input: MetricInput): Period[] {
  const { facts, selection } = input;
  const { periods: spans, at } = windowPeriods(input);
  const periods: Period[] = spans.map((span) => ({
    ...span,
    finished: 0,
    points: 0,
    pointsUnknown: 0,
    started: 0,
    created: 0,
    dropped: 0,
  }));
  const periodAt = (instant: number): Period | undefined => periods[at(instant)];
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
