import type { Configuration } from '../contract/configuration.ts';
import { type CalendarSettings, WEEKDAYS, type Weekday } from '../model/settings.ts';
import type { Problem } from './problems/problem.ts';

type ConfiguredCalendar = NonNullable<Configuration['calendar']>;

const DEFAULT_DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const DEFAULT_HOURS = ['09:00-17:00'];

/** The working days: `days`, else those with hours of their own. */
function daysOf({ days, hours }: ConfiguredCalendar): Weekday[] {
  if (days !== undefined) return WEEKDAYS.filter((day) => days.includes(day));
  if (hours === undefined || Array.isArray(hours)) return [...DEFAULT_DAYS];
  return WEEKDAYS.filter((day) => (hours[day]?.length ?? 0) > 0);
}

function hoursOf({ hours }: ConfiguredCalendar): CalendarSettings['hours'] {
  if (hours === undefined) return DEFAULT_HOURS;
  if (Array.isArray(hours)) return hours;
  const byDay: Partial<Record<Weekday, string[]>> = {};
  for (const day of WEEKDAYS) {
    const list = hours[day];
    if (list !== undefined) byDay[day] = list;
  }
  return byDay;
}

/** Refuses a calendar without working hours, because every working duration would be a division by zero. */
export function calendarProblems({ calendar }: Configuration): Problem[] {
  if (calendar === undefined) return [];
  const { hours } = calendar;
  if (hours === undefined || Array.isArray(hours) || daysOf(calendar).some((day) => (hours[day]?.length ?? 0) > 0)) {
    return [];
  }
  const days = calendar.days === undefined ? '' : ` on ${calendar.days.join(', ')}`;
  return [
    {
      path: ['calendar', 'hours'],
      key: false,
      what: `calendar has no working hours${days}`,
      cure: 'Give at least one working day its hours',
    },
  ];
}

/**
 * The complete working calendar. The default is Monday to Friday, 09:00 to 17:00.
 * @param publicHolidays local dates that the configured country adds
 */
export function calendarSettingsOf(
  calendar: ConfiguredCalendar | undefined,
  publicHolidays: readonly string[],
): CalendarSettings {
  const configured = calendar ?? {};
  return {
    days: daysOf(configured),
    hours: hoursOf(configured),
    holidays: [...new Set([...(configured.holidays ?? []), ...publicHolidays])].sort(),
    assumed: Object.values(configured).every((value) => value === undefined),
  };
}
