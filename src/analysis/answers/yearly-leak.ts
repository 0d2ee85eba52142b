import type { Leak } from '../../contract/leak-schema.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import { PitwallError } from '../../model/errors.ts';
import { type CalendarSettings, type Settings, WEEKDAYS, type Weekday } from '../../model/settings.ts';
import { Calendar } from '../../model/time/calendar.ts';
import { weekdayOf } from '../../model/time/calendar-days.ts';
import { dayOfDate, Zone } from '../../model/time/zone.ts';

/** Whole weeks of a year: 52 of five working days are the 260 that a year is said to have. */
const WEEKS_PER_YEAR = 52;

/** Minutes that some people lose again and again. */
type Recurring = Pick<Leak, 'minutes' | 'people' | 'every'>;

/** What a leak comes to in a year: minutes × people × occasions. */
export function leakOf({ every, minutes, people }: Recurring, { calendar, cost, sprint, timeZone }: Settings): Leak {
  const { from, units } = unitsPerYear(every.unit, calendar, sprint);
  const occasionsPerYear = (units / every.count) * every.times;
  const hoursPerYear = (minutes * people * occasionsPerYear) / 60;
  const { hoursPerDay } = new Calendar(calendar, new Zone(timeZone), 0, 0);
  return {
    minutes,
    people,
    every,
    occasionsPerYear,
    unitsPerYear: units,
    unitsFrom: from,
    hoursPerYear,
    hoursPerDay,
    workingDaysPerYear: hoursPerYear / hoursPerDay,
    rate: cost.hourlyRate,
    currency: cost.currency,
    costPerYear: cost.hourlyRate === null ? null : hoursPerYear * cost.hourlyRate,
  };
}

function unitsPerYear(
  unit: Recurring['every']['unit'],
  calendar: CalendarSettings,
  sprint: Settings['sprint'],
): { units: number; from: string } {
  switch (unit) {
    case 'day':
      return workingDays(calendar);
    case 'week':
      return { units: WEEKS_PER_YEAR, from: `${WEEKS_PER_YEAR} weeks a year` };
    case 'month':
      return { units: 12, from: '12 months a year' };
    case 'quarter':
      return { units: 4, from: '4 quarters a year' };
    case 'year':
      return { units: 1, from: 'one a year' };
    case 'sprint': {
      if (sprint === null) {
        throw new PitwallError(
          'no-sprint',
          'it recurs every sprint, but no sprint is configured',
          '--every',
          'Add sprint: { days: 14, start: 2026-01-05 } to the configuration, or write `2 weeks`',
        );
      }
      const days = 7 * WEEKS_PER_YEAR;
      return { units: days / sprint.days, from: `${days} days a year in sprints of ${countOf(sprint.days, 'day')}` };
    }
  }
}

/** The calendar's working weekdays of 52 weeks, less the holidays on them of the year that has most of these. */
function workingDays(calendar: CalendarSettings): { units: number; from: string } {
  const weekdays = calendar.days.filter((day) => hasHours(calendar, day));
  const all = WEEKS_PER_YEAR * weekdays.length;
  const ofYear = new Map<string, number>();
  for (const date of calendar.holidays) {
    if (!weekdays.includes(WEEKDAYS[weekdayOf(dayOfDate(date))] as Weekday)) continue;
    const year = date.slice(0, 4);
    ofYear.set(year, (ofYear.get(year) ?? 0) + 1);
  }
  const [year, holidays] = [...ofYear].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
  const week = `${WEEKS_PER_YEAR} weeks of ${countOf(weekdays.length, 'working day')}${calendar.assumed ? ' (assumed)' : ''}`;
  return {
    units: Math.max(0, all - holidays),
    from: holidays === 0 ? `${week}, no holidays` : `${week}, less ${holidayText(holidays)} on them as in ${year}`,
  };
}

function holidayText(holidays: number): string {
  return `${formatNumber(holidays, 'number')} ${holidays === 1 ? 'holiday' : 'holidays'}`;
}

function hasHours({ hours }: CalendarSettings, day: Weekday): boolean {
  return Array.isArray(hours) ? hours.length > 0 : (hours[day]?.length ?? 0) > 0;
}
