import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthStart, weekdayOf, weekStart } from '../../../src/model/time/calendar-days.ts';

const dayOf = (date: string) => Date.parse(date) / 86_400_000;
/** Years 1900 to 2200 and some, before and after 1970. */
const days = fc.integer({ min: -40_000, max: 90_000 });

describe('days of the calendar', () => {
  it.each([
    ['1970-01-01', 3, '1969-12-29', '1970-01-01', '1970-02-01'],
    ['1969-12-28', 6, '1969-12-22', '1969-12-01', '1970-01-01'],
    ['2026-03-02', 0, '2026-03-02', '2026-03-01', '2026-04-01'],
    ['2024-02-29', 3, '2024-02-26', '2024-02-01', '2024-03-01'],
    ['2025-12-31', 2, '2025-12-29', '2025-12-01', '2026-01-01'],
  ])('%s is weekday %d of the week from %s, in the month from %s to %s', (date, weekday, monday, first, next) => {
    const day = dayOf(date);
    expect(weekdayOf(day)).toBe(weekday);
    expect(weekStart(day)).toBe(dayOf(monday));
    expect(monthStart(day)).toBe(dayOf(first));
    expect(monthStart(day, 1)).toBe(dayOf(next));
  });

  it('weeks start on the Monday of the platform, on or before each day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const start = weekStart(day);
        expect(new Date(start * 86_400_000).getUTCDay()).toBe(1);
        expect(day - start).toBeGreaterThanOrEqual(0);
        expect(day - start).toBeLessThan(7);
      }),
    );
  });

  it('months that follow one another leave no day out', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -30, max: 30 }), (day, later) => {
        const start = monthStart(day, later);
        expect(new Date(start * 86_400_000).toISOString()).toMatch(/-01T00/);
        expect(monthStart(monthStart(day, later + 1) - 1)).toBe(start);
      }),
    );
  });
});
