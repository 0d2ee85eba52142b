import type { Interval, ReferenceSettings } from '../types.ts';
import { fullDayHours, workingIntervals } from './calendar.ts';

/** How long something took (definitions §1, basis). */
export interface Clock {
  elapsedDays(start: number, end: number): number;
  workingHours(start: number, end: number): number;
  workingDays(start: number, end: number): number;
  /** Working days under the basis `working`, else elapsed days: every duration but cycle time, lead time and age. */
  days(start: number, end: number): number;
}

/** A clock good for instants within the span. */
export function clockFor(settings: ReferenceSettings, span: Interval): Clock {
  const working = workingIntervals(settings.calendar, settings.timeZone, span.start, span.end);
  const fullDay = fullDayHours(settings.calendar);
  const elapsedDays = (start: number, end: number) => (end - start) / 86_400_000;
  const workingHours = (start: number, end: number) => {
    let milliseconds = 0;
    for (const stretch of working) {
      milliseconds += Math.max(0, Math.min(end, stretch.end) - Math.max(start, stretch.start));
    }
    return milliseconds / 3_600_000;
  };
  const workingDays = (start: number, end: number) => workingHours(start, end) / fullDay;
  return {
    elapsedDays,
    workingHours,
    workingDays,
    days: settings.basis === 'working' ? workingDays : elapsedDays,
  };
}
