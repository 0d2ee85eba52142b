import { cycleTimeItems, finishedItems, pick } from '../../metrics/derive/populations.ts';
import { METRICS } from '../../metrics/index.ts';
import type { LabourByWeek } from '../../metrics/measures/loss/waste/labour-by-week.ts';
import { labourByWeek } from '../../metrics/measures/loss/waste/labour-by-week.ts';
import type { MetricInput } from '../../metrics/metric-input.ts';
import { weekStart } from '../../model/time/calendar-days.ts';
import { dayOfDate } from '../../model/time/zone.ts';
import type { Sample } from '../../stats/compare/index.ts';

/** Of each week the sum and what it is a share of, and how many items they are of. */
export interface WeekShares {
  byWeek: ReadonlyMap<number, { sum: number; whole: number }>;
  sum: number;
  whole: number;
  items: number;
  /** How many there are, with those of which it is not known. */
  all: number;
}

/** The Monday of the local week in which each item finished. */
function weeksOf({ facts, zone }: MetricInput, items: Int32Array): Float64Array {
  return Float64Array.from(items, (item) => weekStart(zone.dayOf(facts.ended[item] as number)));
}

/** What `cycleTime` is about. */
export function cycleTimes(input: MetricInput): Sample {
  const items = cycleTimeItems(input);
  return { values: pick(input.facts.cycleTimeDays, items), weeks: weeksOf(input, items) };
}

/** What `leadTime` is about. */
export function leadTimes(input: MetricInput): Sample {
  const items = finishedItems(input).filter((item) => !Number.isNaN(input.facts.created[item] as number));
  return { values: pick(input.facts.leadTimeDays, items), weeks: weeksOf(input, items) };
}

/** The visits to a stage that ended within the window, each in the week of its end; null: the workflow has no such stage. */
export function stageTimes(input: MetricInput, stage: number): Sample {
  const visits = METRICS.stages.compute(input, true)[stage]?.byVisit ?? [];
  return {
    values: visits.map(({ timeDays }) => timeDays),
    weeks: visits.map(({ end }) => weekStart(input.zone.dayOf(Date.parse(end)))),
  };
}

/** What finished in each period that lies within the window as a whole. */
export function finishedByPeriod(input: MetricInput): number[] {
  const { periods } = METRICS.throughput.compute(input, false);
  return periods.filter(({ complete }) => complete).map(({ finished }) => finished);
}

/** Active time, of all time between start and end. */
export function activeShares(input: MetricInput): WeekShares {
  return timeShares(input, input.facts.activeMs);
}

/** Blocked time, of the same. */
export function blockedShares(input: MetricInput): WeekShares {
  return timeShares(input, input.facts.blockedMs);
}

function timeShares(input: MetricInput, part: Float64Array): WeekShares {
  const { excludePaused, facts } = input;
  return itemShares(input, (item) => {
    const own = [facts.activeMs, facts.waitingMs, facts.blockedMs, ...(excludePaused ? [] : [facts.pausedMs])];
    return { sum: part[item] as number, whole: own.reduce((total, column) => total + (column[item] as number), 0) };
  });
}

/** Items that moved backward, of all. */
export function sentBackShares(input: MetricInput): WeekShares {
  return itemShares(input, (item) => ({ sum: (input.facts.backwardMoves[item] as number) > 0 ? 1 : 0, whole: 1 }));
}

/** Adds up the items of cycle time whose parts are known. */
function itemShares(input: MetricInput, of: (item: number) => { sum: number; whole: number }): WeekShares {
  const all = cycleTimeItems(input);
  const items = all.filter((item) => input.facts.partsUnknown[item] !== 1);
  const weeks = weeksOf(input, items);
  const byWeek = new Map<number, { sum: number; whole: number }>();
  const total = { sum: 0, whole: 0 };
  for (let at = 0; at < items.length; at++) {
    const own = of(items[at] as number);
    const week = byWeek.get(weeks[at] as number) ?? { sum: 0, whole: 0 };
    byWeek.set(weeks[at] as number, { sum: week.sum + own.sum, whole: week.whole + own.whole });
    total.sum += own.sum;
    total.whole += own.whole;
  }
  return { byWeek, ...total, items: items.length, all: all.length };
}

/** Wasted hours, of all that were charged: each in the week in which it was worked. */
export function wastedShares(input: MetricInput): WeekShares {
  const { hours, items, wastedHours, weeks }: LabourByWeek = labourByWeek(input);
  const byWeek = new Map(
    weeks.map((date, at) => [dayOfDate(date), { sum: wastedHours[at] as number, whole: hours[at] as number }]),
  );
  const add = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);
  return { byWeek, sum: add(wastedHours), whole: add(hours), items, all: items };
}
