import { within } from '../../model/time/window.ts';
import { dateOfDay } from '../../model/time/zone.ts';
import type { MetricInput } from '../metric-input.ts';
import { nextPeriod, periodStart } from './periods.ts';

/** A period that the window touches, in local dates: `end` is the first day after it. */
interface WindowPeriod {
  start: string;
  end: string;
  /** Whether the window holds the whole of it. */
  complete: boolean;
}

export interface WindowPeriods {
  periods: WindowPeriod[];
  /** The index of the period that holds an instant; −1: it lies outside the window, or is not known. */
  at(instant: number): number;
}

/** Every period from the one that holds the window's start to the one that holds its last millisecond. */
export function windowPeriods(input: MetricInput): WindowPeriods {
  const { window, zone, unit, sprint } = input;
  if (Number.isNaN(window.from) || window.to <= window.from) return { periods: [], at: () => -1 };
  const starts: number[] = [];
  const last = zone.dayOf(window.to - 1);
  let start = periodStart(zone.dayOf(window.from), unit, sprint);
  for (; start <= last; start = periodAfter(start, input)) starts.push(start);
  const ends = starts.map((_, index) => starts[index + 1] ?? start);
  const first = starts[0] as number;
  const periodOfDay = new Int32Array((ends.at(-1) as number) - first);
  for (const [index, day] of starts.entries()) periodOfDay.fill(index, day - first, (ends[index] as number) - first);
  return {
    periods: starts.map((day, index) => ({
      start: dateOfDay(day),
      end: dateOfDay(ends[index] as number),
      complete: zone.startOfDay(day) >= window.from && zone.startOfDay(ends[index] as number) <= window.to,
    })),
    at: (instant) => (within(window, instant) ? (periodOfDay[zone.dayOf(instant) - first] as number) : -1),
  };
}

/** The local day on which the next period that holds any time starts: a zone may skip a day, and so a period of one. */
function periodAfter(start: number, input: MetricInput): number {
  const { sprint, unit, zone } = input;
  const next = nextPeriod(start, unit, sprint);
  const isEmpty = zone.startOfDay(next) === zone.startOfDay(nextPeriod(next, unit, sprint));
  return isEmpty ? periodAfter(next, input) : next;
}
