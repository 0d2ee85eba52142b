import type { ReferenceSettings, Unit } from '../types.ts';
import { addDays, daysBetween, weekdayOf } from './zone.ts';

/** The days, weeks, months and sprints of definitions §5, as local dates. */

/** The first date of the period that holds a date. */
export function periodStart(date: string, unit: Unit, sprint: ReferenceSettings['sprint']): string {
  if (unit === 'day') return date;
  if (unit === 'week') return addDays(date, -weekdayOf(date));
  if (unit === 'month') return `${date.slice(0, 7)}-01`;
  if (sprint === null) throw new Error('a sprint needs its length and a start');
  const number = Math.floor(daysBetween(sprint.start, date) / sprint.days);
  return addDays(sprint.start, number * sprint.days);
}

/** The first date after the period that starts on a date. */
export function periodEnd(start: string, unit: Unit, sprint: ReferenceSettings['sprint']): string {
  if (unit === 'day') return addDays(start, 1);
  if (unit === 'week') return addDays(start, 7);
  if (unit === 'month') return `${addDays(start, 31).slice(0, 7)}-01`;
  if (sprint === null) throw new Error('a sprint needs its length and a start');
  return addDays(start, sprint.days);
}
