import type { PeriodPoint } from '../../../src/analysis/outlook/period-points.ts';
import { dateOfDay, dayOfDate } from '../../../src/model/time/zone.ts';

/** A Monday. */
export const FIRST = dayOfDate('2026-01-05');
/** The Monday of a week. */
export const week = (at: number) => dateOfDay(FIRST + 7 * at);
export const sunday = (at: number) => dateOfDay(FIRST + 7 * at + 6);

/** A week in which nothing happened, but for what is given. */
export function point(at: number, given: Partial<PeriodPoint> = {}): PeriodPoint {
  return {
    start: week(at),
    end: week(at + 1),
    throughput: 0,
    arrivals: 0,
    netFlow: 0,
    cycleTime: durations([]),
    wip: 0,
    age: { n: 0, medianDays: null },
    flowEfficiency: { n: 0, share: null },
    wastedShare: null,
    ...given,
  };
}

/** What items that took so many days come to. */
export function durations(days: readonly number[]): PeriodPoint['cycleTime'] {
  const positive = days.filter((one) => one > 0);
  const sum = positive.reduce((total, one) => total + Math.log(one), 0);
  return {
    n: days.length,
    zeros: days.length - positive.length,
    meanLog: days.length < 6 || positive.length === 0 ? null : sum / positive.length,
    durations: Float64Array.from(days).sort(),
  };
}
