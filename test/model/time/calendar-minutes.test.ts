import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CalendarSettings, WEEKDAYS, type Weekday } from '../../../src/model/settings.ts';
import { Calendar } from '../../../src/model/time/calendar.ts';
import { dateOfDay, dayOfDate, Zone } from '../../../src/model/time/zone.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Zones, and a day of 2026 on which each one's clock changes (half an hour in Lord Howe); none in Kathmandu. */
const CHANGES: [string, string][] = [
  ['UTC', '2026-03-29'],
  ['Europe/Madrid', '2026-03-29'],
  ['Europe/Madrid', '2026-10-25'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Santiago', '2026-09-06'],
  ['Asia/Kathmandu', '2026-05-06'],
];

const hourPair = fc
  .tuple(fc.nat(95), fc.nat(95))
  .map(([from, to]) =>
    [from, to].map((quarter) => `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`).join('-'),
  );
const two = (number: number) => String(number).padStart(2, '0');
const spans = fc.array(hourPair, { minLength: 1, maxLength: 3 });

const calendar: fc.Arbitrary<Omit<CalendarSettings, 'holidays'>> = fc.record({
  days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  hours: fc.oneof(
    spans,
    fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, spans])) as Record<Weekday, typeof spans>),
  ),
  assumed: fc.constant(false),
});

/** True if the minute from this instant on is worked: some day's span, laid out as instants, holds it. */
function isWorked(instant: number, settings: CalendarSettings, zone: Zone): boolean {
  const today = zone.dayOf(instant);
  for (let day = today - 2; day <= today; day++) {
    const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7] as Weekday;
    if (!settings.days.includes(weekday) || settings.holidays.includes(dateOfDay(day))) continue;
    const hours = Array.isArray(settings.hours) ? settings.hours : (settings.hours[weekday] ?? []);
    for (const span of hours) {
      const [start, end] = span.split('-').map((time) => {
        const [hour, minute] = time.split(':').map(Number);
        return (hour as number) * 60 + (minute as number);
      }) as [number, number];
      const from = zone.instantOfLocal(day * DAY + start * MINUTE);
      const to = zone.instantOfLocal(day * DAY + (end > start ? end : end + 1440) * MINUTE);
      if (instant >= from && instant < to) return true;
    }
  }
  return false;
}

it('counts working time as counting worked minutes does', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CHANGES),
      calendar,
      fc.subarray([-3, -2, -1, 0, 1, 2, 3]),
      fc.integer({ min: -3 * 1440, max: 3 * 1440 }),
      fc.nat(3 * 1440),
      ([zoneName, date], settings, holidays, offset, length) => {
        const zone = new Zone(zoneName);
        const centre = dayOfDate(date);
        const complete = { ...settings, holidays: holidays.map((beside) => dateOfDay(centre + beside)) };
        const from = zone.startOfDay(centre) + offset * MINUTE;
        const to = from + length * MINUTE;
        let minutes = 0;
        for (let at = from; at < to; at += MINUTE) if (isWorked(at, complete, zone)) minutes++;
        // Whether its range is just this span or far more must make no difference.
        expect(new Calendar(complete, zone, from, to).between(from, to)).toBe(minutes * MINUTE);
        expect(new Calendar(complete, zone, from - 9 * DAY, to + 9 * DAY).between(from, to)).toBe(minutes * MINUTE);
      },
    ),
    { numRuns: 60 },
  );
});

it('adds up: from a to c is from a to b and from b to c', () => {
  fc.assert(
    fc.property(calendar, fc.array(fc.nat(20 * DAY), { minLength: 3, maxLength: 3 }), (settings, instants) => {
      const zone = new Zone('Europe/Madrid');
      const start = zone.startOfDay(dayOfDate('2026-03-20'));
      const [a, b, c] = instants.sort((x, y) => x - y).map((instant) => start + instant) as [number, number, number];
      const one = new Calendar({ ...settings, holidays: [] }, zone, a, c);
      expect(one.between(a, b) + one.between(b, c)).toBe(one.between(a, c));
    }),
  );
});
