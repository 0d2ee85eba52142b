import { PitwallError } from '../../model/errors.ts';
import type { PeriodUnit, Settings } from '../../model/settings.ts';
import { monthStart, weekStart } from '../../model/time/calendar-days.ts';
import { dayOfDate } from '../../model/time/zone.ts';

/** The local day on which the period that holds a local day starts. */
export function periodStart(day: number, unit: PeriodUnit, sprint: Settings['sprint']): number {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return weekStart(day);
    case 'month':
      return monthStart(day);
    case 'sprint': {
      const { days, start } = sprintOf(sprint);
      return start + Math.floor((day - start) / days) * days;
    }
  }
}

/** The local day on which the next period starts. */
export function nextPeriod(start: number, unit: PeriodUnit, sprint: Settings['sprint']): number {
  switch (unit) {
    case 'day':
      return start + 1;
    case 'week':
      return start + 7;
    case 'month':
      return monthStart(start, 1);
    case 'sprint':
      return start + sprintOf(sprint).days;
  }
}

function sprintOf(sprint: Settings['sprint']): { days: number; start: number } {
  if (sprint === null) {
    throw new PitwallError(
      'no-sprint',
      'the unit is "sprint", but no sprint is configured',
      null,
      'Add sprint: { days: 14, start: 2026-01-05 } to the configuration',
    );
  }
  return { days: sprint.days, start: dayOfDate(sprint.start) };
}
