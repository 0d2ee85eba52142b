import type { Interval, ReferenceCalendar, Weekday } from '../types.ts';
import { addDays, instantOfWall, isDate, localDateOf, weekdayOf } from './zone.ts';

/** The working calendar of definitions §1. */

const WEEKDAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MINUTES_OF_A_DAY = 24 * 60;

/** Stretches that overlap or touch become one. */
export function merge(intervals: Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.trim().split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** One weekday's hours in minutes after its midnight; an end before or equal to its start belongs to the next day. */
function hoursOf(calendar: ReferenceCalendar, day: Weekday): Interval[] {
  if (!calendar.days.includes(day)) return [];
  const list = Array.isArray(calendar.hours) ? calendar.hours : (calendar.hours[day] ?? []);
  return list.map((text) => {
    const [from, to] = text.split('-');
    const start = minutesOf(from!);
    const end = minutesOf(to!);
    return { start, end: end <= start ? end + MINUTES_OF_A_DAY : end };
  });
}

/** The hours of the longest weekday. */
export function fullDayHours(calendar: ReferenceCalendar): number {
  const lengths = WEEKDAYS.map((day) =>
    merge(hoursOf(calendar, day)).reduce((sum, { start, end }) => sum + (end - start), 0),
  );
  return Math.max(...lengths) / 60;
}

/** Every working stretch that can touch [from, to), overlapping ones merged. */
export function workingIntervals(calendar: ReferenceCalendar, zone: string, from: number, to: number): Interval[] {
  const intervals: Interval[] = [];
  const lastDate = addDays(localDateOf(to, zone), 1);
  for (let date = addDays(localDateOf(from, zone), -2); date <= lastDate; date = addDays(date, 1)) {
    if (calendar.holidays.includes(date) || !isDate(date, zone)) continue;
    const midnight = Date.parse(`${date}T00:00:00Z`);
    for (const hours of hoursOf(calendar, WEEKDAYS[weekdayOf(date)]!)) {
      const start = instantOfWall(midnight + hours.start * 60_000, zone);
      const end = instantOfWall(midnight + hours.end * 60_000, zone);
      if (end > start) intervals.push({ start, end });
    }
  }
  return merge(intervals);
}
