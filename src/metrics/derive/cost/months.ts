import { dateOfDay } from '../../../model/time/zone.ts';
import type { MetricInput } from '../../metric-input.ts';
import { nextPeriod, periodStart } from '../periods.ts';

/** The local months that a window touches, cut to it: month m holds the instants from `bounds[m]` to `bounds[m + 1]`. */
export interface Months {
  /** `2026-03`. */
  names: readonly string[];
  /** Whether the window holds the whole of the month. */
  complete: readonly boolean[];
  /** One more than there are months; all of them within the window. */
  bounds: Float64Array;
}

export function monthsOf(input: MetricInput): Months {
  const { dates, ...months } = periodsOf(input, 'month');
  return { names: dates.map((date) => date.slice(0, -3)), ...months };
}

/** The same of periods of another unit, each by its first day. */
export function periodsOf(
  { window, zone }: MetricInput,
  unit: 'week' | 'month',
): Omit<Months, 'names'> & { dates: string[] } {
  if (!(window.from < window.to)) return { dates: [], complete: [], bounds: new Float64Array(0) };
  const dates: string[] = [];
  const complete: boolean[] = [];
  const bounds: number[] = [];
  const last = zone.dayOf(window.to - 1);
  for (let day = periodStart(zone.dayOf(window.from), unit, null); day <= last; ) {
    const next = nextPeriod(day, unit, null);
    const from = zone.startOfDay(day);
    dates.push(dateOfDay(day));
    complete.push(from >= window.from && zone.startOfDay(next) <= window.to);
    bounds.push(Math.max(window.from, from));
    day = next;
  }
  bounds.push(window.to);
  return { dates, complete, bounds: Float64Array.from(bounds) };
}
