import { weekdayOf } from './calendar-days.ts';
import { dayOfDate } from './zone.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A local date as people say it: `2026-12-18` is `Fri 18 Dec 2026`. What is no date stays as it is. */
export function dateWords(date: string): string {
  const day = dayOfDate(date);
  if (Number.isNaN(day)) return date;
  const [year, month, dayOfMonth] = date.split('-');
  return `${WEEKDAYS[weekdayOf(day)]} ${Number(dayOfMonth)} ${MONTHS[Number(month) - 1]} ${year}`;
}
