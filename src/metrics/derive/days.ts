import { dateOfDay } from '../../model/time/zone.ts';
import type { MetricInput } from '../metric-input.ts';

/** The local days of the window, and the instant at which each ends: the next midnight, or the window's end. */
export interface WindowDays {
  dates: string[];
  ends: Float64Array;
}

export function windowDays({ window, zone }: MetricInput): WindowDays {
  if (Number.isNaN(window.from) || window.to <= window.from) return { dates: [], ends: new Float64Array(0) };
  const first = zone.dayOf(window.from);
  const last = zone.dayOf(window.to - 1);
  const dates: string[] = [];
  const ends: number[] = [];
  for (let day = first; day <= last; day++) {
    if (!zone.hasDay(day)) continue;
    dates.push(dateOfDay(day));
    ends.push(Math.min(window.to, zone.startOfDay(day + 1)));
  }
  return { dates, ends: Float64Array.from(ends) };
}
