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

export function monthsOf({ window, zone }: MetricInput): Months {
  if (!(window.from < window.to)) return { names: [], complete: [], bounds: new Float64Array(0) };
  const names: string[] = [];
  const complete: boolean[] = [];
  const bounds: number[] = [];
  const last = zone.dayOf(window.to - 1);
  for (let day = periodStart(zone.dayOf(window.from), 'month', null); day <= last; ) {
    const next = nextPeriod(day, 'month', null);
    const from = zone.startOfDay(day);
    names.push(dateOfDay(day).slice(0, -3));
    complete.push(from >= window.from && zone.startOfDay(next) <= window.to);
    bounds.push(Math.max(window.from, from));
    day = next;
  }
  bounds.push(window.to);
  return { names, complete, bounds: Float64Array.from(bounds) };
}
