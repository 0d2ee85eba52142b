import { weekdayOf } from '../../../model/time/calendar-days.ts';
import { DAY_MS } from '../../../model/time/units.ts';
import type { Tick } from './value-ticks.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Columns between two labels. */
const SPACE = 2;

/** Mondays lie on these days of the epoch's week. */
const weeksOf = (weeks: number) => (day: number) => weekdayOf(day) === 0 && Math.floor((day + 3) / 7) % weeks === 0;

type Step = {
  days: number;
  holds: (day: number, date: Date) => boolean;
  label: (date: Date, years: boolean) => string;
};

const dayLabel = (date: Date) => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
const monthLabel = (date: Date, years: boolean) =>
  `${MONTHS[date.getUTCMonth()]}${years ? ` ${date.getUTCFullYear()}` : ''}`;
const yearLabel = (date: Date) => String(date.getUTCFullYear());

const everyMonths = (months: number): Step => ({
  days: 28 * months,
  holds: (_, date) => date.getUTCDate() === 1 && date.getUTCMonth() % months === 0,
  label: monthLabel,
});
const everyYears = (years: number): Step => ({
  days: 365 * years,
  holds: (_, date) => date.getUTCDate() === 1 && date.getUTCMonth() === 0 && date.getUTCFullYear() % years === 0,
  label: yearLabel,
});

const STEPS: readonly Step[] = [
  { days: 1, holds: () => true, label: dayLabel },
  { days: 2, holds: (day) => day % 2 === 0, label: dayLabel },
  { days: 7, holds: weeksOf(1), label: dayLabel },
  { days: 14, holds: weeksOf(2), label: dayLabel },
  everyMonths(1),
  everyMonths(2),
  everyMonths(3),
  everyMonths(6),
  ...[1, 2, 5, 10, 20, 50, 100].map(everyYears),
];

/**
 * Days to name on an axis of time, as many as have room.
 * @param from and `to`: wall clock in milliseconds
 */
export function timeTicks(from: number, to: number, columns: number): Tick[] {
  const first = Math.ceil(from / DAY_MS);
  const last = Math.ceil(to / DAY_MS) - 1;
  const years = new Date(first * DAY_MS).getUTCFullYear() !== new Date(last * DAY_MS).getUTCFullYear();
  for (const { days, holds, label } of STEPS) {
    const roughly = (last - first + 1) / days;
    if (roughly * 4 > columns) continue;
    const ticks: Tick[] = [];
    for (let day = first; day <= last; day++) {
      const date = new Date(day * DAY_MS);
      if (holds(day, date)) ticks.push({ value: day * DAY_MS, label: label(date, years) });
    }
    if (ticks.length === 0) continue;
    const widest = ticks.reduce((most, tick) => Math.max(most, tick.label.length), 0);
    // The nearest two of uneven steps decide.
    if ((ticks.length - 1) * (widest + SPACE) <= (columns * (ticks.length - 1)) / Math.max(1, roughly)) return ticks;
  }
  return [{ value: first * DAY_MS, label: yearLabel(new Date(first * DAY_MS)) }];
}

/** `27 Jan to 30 Jun 2026`: the first and the last day that an axis shows. */
export function spanText(from: number, to: number): string {
  const first = new Date(from);
  const last = new Date(Math.max(from, to - 1));
  const year = first.getUTCFullYear() === last.getUTCFullYear() ? '' : ` ${yearLabel(first)}`;
  if (Math.floor(from / DAY_MS) === Math.floor(last.getTime() / DAY_MS))
    return `${dayLabel(first)} ${yearLabel(first)}`;
  return `${dayLabel(first)}${year} to ${dayLabel(last)} ${yearLabel(last)}`;
}
