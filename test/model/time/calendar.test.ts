import { describe, expect, it } from 'vitest';
import { type CalendarSettings, WEEKDAYS } from '../../../src/model/settings.ts';
import { Calendar } from '../../../src/model/time/calendar.ts';
import { Zone } from '../../../src/model/time/zone.ts';

const WORK_WEEK = WEEKDAYS.slice(0, 5);

/** Working hours between two wall times of March 2026 (the 2nd is a Monday), in a calendar that covers the month. */
function hoursBetween(settings: Partial<CalendarSettings>, from: string, to: string, zoneName = 'UTC'): number {
  const zone = new Zone(zoneName);
  const at = (text: string) => zone.instantOfLocal(Date.parse(`2026-03-${text.padStart(8, '0').replace(' ', 'T')}Z`));
  const complete = { days: WORK_WEEK, hours: ['09:00-17:00'], holidays: [], assumed: false, ...settings };
  return new Calendar(complete, zone, at('01 00:00'), at('31 00:00')).between(at(from), at(to)) / 3_600_000;
}

const fullDay = (settings: Partial<CalendarSettings>) =>
  new Calendar(
    { days: WORK_WEEK, hours: ['09:00-17:00'], holidays: [], assumed: false, ...settings },
    new Zone('UTC'),
    0,
    0,
  ).hoursPerDay;

describe('the default calendar', () => {
  it.each([
    ['2 09:00', '2 17:00', 8],
    ['2 10:00', '2 12:30', 2.5],
    ['2 00:00', '3 00:00', 8],
    // Friday 16:00 to Monday 10:00: one hour and one hour.
    ['6 16:00', '9 10:00', 1 + 1],
    // Wholly outside: 0.
    ['6 17:00', '9 09:00', 0],
    ['2 17:00', '3 09:00', 0],
    ['7 00:00', '9 00:00', 0],
    ['2 00:00', '2 09:00', 0],
    ['2 08:59', '2 09:01', 1 / 60],
    ['2 16:59', '2 17:01', 1 / 60],
    ['2 12:00', '2 12:00', 0],
    // Two whole weeks: ten days.
    ['2 00:00', '16 00:00', 10 * 8],
  ])('%s to %s: %d hours', (from, to, hours) => {
    expect(hoursBetween({}, from, to)).toBeCloseTo(hours, 12);
  });

  it('is nothing from later to earlier', () => {
    expect(hoursBetween({}, '3 12:00', '2 12:00')).toBe(0);
  });
});

describe('hours', () => {
  it('in several spans leave the break out; a full day is their sum', () => {
    const hours = ['14:00-18:00', '09:00-13:00'];
    expect(hoursBetween({ hours }, '2 12:00', '2 15:00')).toBe(1 + 1);
    expect(fullDay({ hours })).toBe(8);
  });

  it('that overlap are merged', () => {
    const hours = ['08:00-13:00', '12:00-17:30', '12:15-12:45'];
    expect(hoursBetween({ hours }, '2 00:00', '3 00:00')).toBe(9.5);
    expect(fullDay({ hours })).toBe(9.5);
  });

  it('that touch are one span', () => {
    expect(hoursBetween({ hours: ['09:00-12:00', '12:00-15:00'] }, '2 11:00', '2 13:00')).toBe(2);
  });

  it('by weekday: a full day is the longest of them', () => {
    const hours = { mon: ['09:00-18:00'], tue: ['09:00-13:00', '14:00-18:30'], fri: ['08:00-14:00'] };
    const days = ['mon', 'tue', 'fri'] as const;
    // Monday 9, Tuesday 4 + 4.5, Friday 6.
    expect(hoursBetween({ hours, days: [...days] }, '2 00:00', '9 00:00')).toBe(9 + 8.5 + 6);
    expect(fullDay({ hours, days: [...days] })).toBe(9);
    // Wednesday has hours for no day.
    expect(hoursBetween({ hours, days: [...days] }, '4 00:00', '6 00:00')).toBe(0);
  });

  it('of a weekday that is not worked do not count', () => {
    const hours = { mon: ['09:00-18:00'], sat: ['00:00-00:00'] };
    expect(hoursBetween({ hours, days: ['mon'] }, '2 00:00', '9 00:00')).toBe(9);
    expect(fullDay({ hours, days: ['mon'] })).toBe(9);
  });

  it('whose end is before the start cross midnight and belong to the day they start on', () => {
    const night = { hours: ['22:00-06:00'] };
    expect(fullDay(night)).toBe(8);
    expect(hoursBetween(night, '2 20:00', '3 08:00')).toBe(8);
    expect(hoursBetween(night, '3 00:00', '3 06:00')).toBe(6);
    // Friday's night goes on into Saturday; Sunday has none, so Monday before dawn is free.
    expect(hoursBetween(night, '7 00:00', '8 00:00')).toBe(6);
    expect(hoursBetween(night, '9 00:00', '9 06:00')).toBe(0);
  });

  it('that cross midnight and meet the next day’s count once', () => {
    const hours = { mon: ['22:00-10:00'], tue: ['09:00-12:00'] };
    // Monday 22:00 to Tuesday 12:00.
    expect(hoursBetween({ hours, days: ['mon', 'tue'] }, '2 00:00', '4 00:00')).toBe(14);
  });

  it('whose end is their start are 24 hours', () => {
    expect(fullDay({ hours: ['00:00-00:00'] })).toBe(24);
    expect(hoursBetween({ hours: ['00:00-00:00'], days: [...WEEKDAYS] }, '2 00:00', '9 00:00')).toBe(7 * 24);
    // From Monday 12:00 to Tuesday 12:00.
    expect(hoursBetween({ hours: ['12:00-12:00'], days: ['mon'] }, '2 00:00', '9 00:00')).toBe(24);
    expect(hoursBetween({ hours: ['12:00-12:00'], days: ['mon'] }, '3 00:00', '3 14:00')).toBe(12);
  });

  it('may end at 24:00', () => {
    expect(hoursBetween({ hours: ['20:00-24:00'] }, '2 00:00', '3 06:00')).toBe(4);
  });

  it('that are none are refused', () => {
    expect(() => fullDay({ hours: ['nine to five'] })).toThrow(RangeError);
  });
});

describe('a holiday', () => {
  it('takes the hours that start on it, and leaves the night before to its day', () => {
    const night = { hours: ['22:00-06:00'], holidays: ['2026-03-03'] };
    // Monday night goes on into the holiday; the holiday's own night, into Wednesday, is off.
    expect(hoursBetween(night, '2 12:00', '3 12:00')).toBe(8);
    expect(hoursBetween(night, '3 12:00', '4 12:00')).toBe(0);
    expect(hoursBetween(night, '4 12:00', '5 12:00')).toBe(8);
  });

  it('at a weekend changes nothing, nor does it change what a full day is', () => {
    expect(hoursBetween({ holidays: ['2026-03-07'] }, '2 00:00', '9 00:00')).toBe(40);
    expect(hoursBetween({ holidays: ['2026-03-04'] }, '2 00:00', '9 00:00')).toBe(32);
    expect(fullDay({ holidays: ['1970-01-01'] })).toBe(8);
  });
});

describe('a change of the clock', () => {
  // 29 March 2026 in Madrid: 02:00 becomes 03:00.
  const sunday = { days: [...WEEKDAYS] };
  it('shortens the hours it falls in', () => {
    expect(hoursBetween({ ...sunday, hours: ['22:00-06:00'] }, '28 20:00', '29 08:00', 'Europe/Madrid')).toBe(8 - 1);
    expect(hoursBetween({ ...sunday, hours: ['00:00-00:00'] }, '29 00:00', '30 00:00', 'Europe/Madrid')).toBe(23);
  });

  it('leaves hours elsewhere as they are', () => {
    expect(hoursBetween(sunday, '29 00:00', '30 00:00', 'Europe/Madrid')).toBe(8);
  });

  it('reads hours that it skips with the offset before: 02:15 to 02:45 is 03:15 to 03:45', () => {
    const hours = ['02:15-02:45'];
    expect(hoursBetween({ ...sunday, hours }, '29 00:00', '29 03:15', 'Europe/Madrid')).toBe(0);
    expect(hoursBetween({ ...sunday, hours }, '29 00:00', '30 00:00', 'Europe/Madrid')).toBe(0.5);
  });
});

describe('a day that the zone skips', () => {
  it('has no working hours: Friday 30 December 2011 in Samoa', () => {
    const zone = new Zone('Pacific/Apia');
    const at = (text: string) => zone.instantOfLocal(Date.parse(`${text}Z`));
    const [thursday, monday] = [at('2011-12-29T00:00'), at('2012-01-02T00:00')];
    const settings = { days: [...WORK_WEEK], hours: ['09:00-17:00'], holidays: [], assumed: false };
    // Thursday's eight alone. Saturday was the next day.
    expect(new Calendar(settings, zone, thursday, monday).between(thursday, monday) / 3_600_000).toBe(8);
    // A night shift of Thursday goes on into it: the clock shows 31 December at its end.
    const nights = { ...settings, hours: ['22:00-06:00'] };
    expect(new Calendar(nights, zone, thursday, monday).between(thursday, monday) / 3_600_000).toBe(2 + 6 + 6);
  });
});
