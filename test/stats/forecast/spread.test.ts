import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAN_PERCENTS, forecast, type Scope, spread, type WeeklyHistory } from '../../../src/stats/forecast/index.ts';
import { plainTrials } from './plain.ts';

/** 2026-11-30, a Monday. */
const MONDAY = 20_787;

const historyOf = (weeks: readonly (readonly number[])[]): WeeklyHistory => ({
  weeks: weeks.length,
  firstDay: MONDAY - 7 * weeks.length,
  end: MONDAY,
  finished: Float64Array.from(weeks.flat()),
  added: null,
  items: weeks.flat().reduce((sum, count) => sum + count, 0),
  closedWeeks: 0,
});
const week = (total: number) => [total, 0, 0, 0, 0, 0, 0];
const steady = (total: number) => historyOf(Array.from({ length: 12 }, () => week(total)));

const random = fc.record({
  weeks: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 7, maxLength: 7 }), {
    minLength: 9,
    maxLength: 14,
  }),
  startsAfter: fc.integer({ min: 0, max: 8 }),
  items: fc.integer({ min: 1, max: 60 }),
  seed: fc.integer({ min: 0, max: 1000 }),
});

describe('the spread of a forecast', () => {
  it('begins with the first day on which anything ends, and goes on without gaps', () => {
    // Ten a Monday, give or take what the rate changes by: 25 items take three weeks, or one more or less.
    const { ends, fan } = spread(steady(10), { startDay: MONDAY, items: 25, byDay: null, trials: 400 });
    expect(ends[0]?.share).toBeGreaterThan(0);
    expect(ends.every(({ from, to }) => from === to)).toBe(true);
    expect(ends.slice(1).every(({ from }, at) => from === (ends[at]?.to ?? 0) + 1)).toBe(true);
    // Everything finishes on Mondays: no other day has a share.
    expect(ends.every(({ from, share }) => share === 0 || (from - MONDAY) % 7 === 0)).toBe(true);
    // By Sundays, up to that of the week in which 95 % end.
    expect(fan.map(({ day }) => day - MONDAY)).toEqual(fan.map((_, at) => 7 * at + 6));
  });

  it('is shown by week where it is wide', () => {
    const { ends } = spread(steady(1), { startDay: MONDAY + 2, items: 40, byDay: null, trials: 400 });
    expect(ends.every(({ from, to }) => to === from + 6 && (from - MONDAY) % 7 === 0)).toBe(true);
  });

  it('holds what ends within three years, and a fan as far, where little ever does', () => {
    const { ends, fan } = spread(steady(1), { startDay: MONDAY, items: 100_000, byDay: null, trials: 50 });
    expect(ends).toEqual([]);
    expect(fan).toHaveLength(156);
  });

  it('is that of the trials, drawn the plain way', () => {
    fc.assert(
      fc.property(random, ({ items, seed, startsAfter, weeks }) => {
        const trials = 40;
        const { ends, fan } = spread(historyOf(weeks), {
          startDay: MONDAY + startsAfter,
          items,
          byDay: null,
          seed,
          trials,
        });
        const days = 7 * 60 - startsAfter;
        const plain = plainTrials(
          {
            weeks,
            added: weeks.map(() => week(0)),
            startsAfter,
            items,
            growth: false,
            factor: null,
            weekdays: [true, true, true, true, true, false, false],
            holidays: [],
          },
          seed,
          trials,
          days,
        );
        const last = (ends.at(-1)?.to ?? MONDAY) - MONDAY;
        fc.pre(last < 7 * 60);
        const within = (from: number, to: number) =>
          plain.filter(({ endDay }) => endDay !== null && endDay >= from && endDay <= to).length / trials;
        for (const { from, share, to } of ends) expect(share).toBe(within(from - MONDAY, to - MONDAY));
        if (ends.length > 0) expect(within(0, last)).toBeGreaterThanOrEqual(Math.min(0.99, within(0, 7 * 60)));
        for (const { day, done } of fan.filter((one) => one.day - MONDAY < 7 * 60)) {
          const counts = plain.map((one) => one.done[day - MONDAY - startsAfter] as number);
          for (const [at, percent] of FAN_PERCENTS.entries()) {
            // The most that at least so many of a hundred reached.
            const reached = (number: number) =>
              counts.filter((count) => count >= number).length >= (percent / 100) * trials;
            expect(reached(done[at] as number)).toBe(true);
            expect(reached((done[at] as number) + 1)).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says the same as the dates of the forecast', () => {
    const scopes: Scope[] = [{ kind: 'none' }, { kind: 'factor', from: 1, to: 1.5 }];
    fc.assert(
      fc.property(random, fc.constantFrom(...scopes), ({ items, seed, startsAfter, weeks }, scope) => {
        const history = historyOf(weeks);
        const question = { startDay: MONDAY + startsAfter, items, byDay: null, scope, seed, trials: 100 };
        const { status, when } = forecast(history, question);
        fc.pre(status === 'ok' && when !== null);
        const { ends, fan } = spread(history, question);
        for (const [at, percent] of [50, 70, 85, 95].entries()) {
          const day = when?.[at] ?? null;
          if (day === null) continue;
          const upTo = (limit: number) => ends.reduce((sum, { from, share }) => (from <= limit ? sum + share : sum), 0);
          expect(upTo(day)).toBeGreaterThan(percent / 100 - 1e-9);
          expect(fan.at(-1)?.day).toBeGreaterThanOrEqual(day);
        }
        for (const { done } of fan) expect(done).toEqual([...done].sort((a, b) => b - a));
      }),
      { numRuns: 60 },
    );
  });
});
