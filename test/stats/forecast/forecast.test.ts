import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysWith, numbersWith } from '../../../src/stats/forecast/answers.ts';
import {
  backtest,
  type DailyCounts,
  type ForecastQuestion,
  forecast,
  pinballLoss,
  theilSen,
  type WorkingDays,
  weeklyHistory,
  weekTotals,
} from '../../../src/stats/forecast/index.ts';
import { historyWarnings } from '../../../src/stats/forecast/warnings.ts';

const near = (value: number, digits = 6) => expect.closeTo(value, digits);
/** 2026-11-30, a Monday. */
const MONDAY = 20_787;

/** Weekly totals, finished on Wednesdays, up to the Sunday before. */
const daily = (totals: readonly number[], first = MONDAY - 7 * totals.length): DailyCounts => ({
  firstDay: first,
  finished: totals.flatMap((total) => [0, 0, total, 0, 0, 0, 0]),
});
const history = (totals: readonly number[], known: WorkingDays | null = null) =>
  weeklyHistory(daily(totals), MONDAY, known);
const steady = Array.from({ length: 26 }, (_, at) => 5 + ((at * 7) % 4));
const ask = (totals: readonly number[], question: Partial<ForecastQuestion> = {}) =>
  forecast(history(totals), { startDay: MONDAY, items: 20, byDay: MONDAY + 27, trials: 500, ...question });

describe('the history', () => {
  it('is the complete weeks among the last 26, Monday to Sunday', () => {
    const totals = Array.from({ length: 40 }, (_, at) => at);
    expect([...weekTotals(weeklyHistory(daily(totals), MONDAY, null))]).toEqual(totals.slice(14));
    expect([...weekTotals(weeklyHistory(daily(totals), MONDAY, null, 3))]).toEqual([37, 38, 39]);
    expect(weeklyHistory(daily(totals), MONDAY, null, 0)).toMatchObject({ weeks: 0, firstDay: null, items: 0 });
  });

  it('leaves out the running week, the week in which the data start, and days that are not there', () => {
    const counts = { firstDay: MONDAY - 16, finished: Array(20).fill(1) };
    expect(weeklyHistory(counts, MONDAY + 3, null)).toMatchObject({
      weeks: 2,
      firstDay: MONDAY - 14,
      end: MONDAY,
      items: 14,
      added: null,
    });
    // On a Sunday its week is still running.
    expect(weeklyHistory(counts, MONDAY - 1, null)).toMatchObject({ weeks: 1, end: MONDAY - 7 });
    expect(weeklyHistory({ firstDay: MONDAY - 14, finished: Array(9).fill(1) }, MONDAY, null).weeks).toBe(1);
    expect(weeklyHistory({ firstDay: MONDAY, finished: [] }, MONDAY, null).weeks).toBe(0);
  });

  it('makes weeks with holidays up to full ones, and leaves out those without a working day', () => {
    const off = new Set([MONDAY - 7, ...[14, 13, 12, 11, 10].map((back) => MONDAY - back)]);
    const known = { weekdays: [true, true, true, true, true, false, false], isHoliday: (day: number) => off.has(day) };
    const found = weeklyHistory({ ...daily([4, 3, 8]), added: Array(21).fill(2) }, MONDAY, known);
    // 8 items in four of five days: 10.
    expect([...weekTotals(found)]).toEqual([4, 10]);
    expect(found).toMatchObject({ weeks: 2, closedWeeks: 1, items: 12, firstDay: MONDAY - 21 });
    expect(found.added).toEqual(new Float64Array(14).fill(2));
  });

  it('takes what is no number for nothing', () => {
    expect(weeklyHistory({ firstDay: MONDAY - 7, finished: [Number.NaN, 1, 1, 1, 1, 1, 1] }, MONDAY, null).items).toBe(
      6,
    );
  });
});

describe('the answers', () => {
  it('how many: the largest number that enough trials reached', () => {
    const done = Float64Array.from({ length: 100 }, (_, trial) => 100 - trial);
    // 85 trials have 16 or more.
    expect(numbersWith(done, [50, 85, 95])).toEqual([51, 16, 6]);
    expect(numbersWith(Float64Array.of(3), [50, 95])).toEqual([3, 3]);
  });

  it('when: the first day by which enough trials were done', () => {
    const ends = Float64Array.from({ length: 20 }, (_, trial) => (trial < 18 ? 100 + trial : Infinity));
    expect(daysWith(ends, [50, 85, 90, 95])).toEqual([109, 116, 117, null]);
  });

  it('are in order, and the chance fits them', () => {
    const answer = ask(steady, { trials: 2000 });
    const [p50, p70, p85, p95] = answer.when as number[];
    expect([p50, p70, p85, p95]).toEqual([...(answer.when as number[])].sort((a, b) => a - b));
    expect(answer.howMany).toEqual([...(answer.howMany as number[])].sort((a, b) => b - a));
    const by = (byDay: number) => ask(steady, { trials: 2000, byDay }).chance as number;
    expect(by(p85 as number)).toBeGreaterThanOrEqual(0.85);
    expect(by((p85 as number) - 1)).toBeLessThan(0.85);
    // Wednesdays alone bring anything.
    for (const day of answer.when as number[]) expect((day - MONDAY) % 7).toBe(2);
  });

  it('are the same for the same seed and others for another', () => {
    expect(ask(steady, { seed: 7 })).toEqual(ask(steady, { seed: 7 }));
    expect(ask(steady, { seed: 7 }).chance).not.toBe(ask(steady, { seed: 8, items: 21 }).chance);
  });

  it('stay what they were, on every version of Node', () => {
    const { when, howMany, chance } = ask(steady, { trials: 1000 });
    expect({ when: when?.map((day) => (day as number) - MONDAY), howMany, chance }).toEqual({
      when: [16, 23, 23, 23],
      howMany: [26, 25, 23, 22],
      chance: 0.99,
    });
  });

  it('never say that something is certain', () => {
    expect(ask(steady, { items: 1 }).chance).toBe(0.99);
    expect(ask(steady, { items: 5000 })).toMatchObject({ chance: 0.01, when: [null, null, null, null] });
  });

  it('nothing left is done today', () => {
    const answer = ask(steady, { items: 0 });
    expect(answer).toMatchObject({ status: 'ok', chance: null, when: Array(4).fill(MONDAY - 1) });
    expect(answer.warnings.map(({ code }) => code)).toContain('nothingLeft');
  });

  it('without a date are about when alone, without items about how many', () => {
    expect(ask(steady, { byDay: null })).toMatchObject({ howMany: null, chance: null, when: expect.any(Array) });
    expect(ask(steady, { items: null })).toMatchObject({ howMany: expect.any(Array), chance: null, when: null });
  });

  it('grow with the scope', () => {
    const added = daily(steady).finished;
    const growing = weeklyHistory({ ...daily(steady), added: Array.from(added, (count) => count / 2) }, MONDAY, null);
    const question = { startDay: MONDAY, items: 40, byDay: null, trials: 500 };
    const when = (scope: ForecastQuestion['scope']) =>
      (forecast(growing, { ...question, scope: scope ?? { kind: 'none' } }).when as number[])[2] as number;
    const plain = when({ kind: 'none' });
    expect(when({ kind: 'factor', from: 1, to: 1 })).toBe(plain);
    expect(when({ kind: 'factor', from: 1, to: 1.3 })).toBeGreaterThan(plain);
    expect(when({ kind: 'growth' }) - MONDAY).toBeGreaterThan(1.6 * (plain - MONDAY));
  });
});

describe('what cannot be answered', () => {
  it('is a question of its own', () => {
    expect(ask(steady, { items: -1 })).toMatchObject({ status: 'invalid', invalid: 'items', when: null });
    expect(ask(steady, { items: 2.5 })).toMatchObject({ invalid: 'items' });
    expect(ask(steady, { byDay: MONDAY - 1 })).toMatchObject({ invalid: 'byPast' });
    expect(ask(steady, { byDay: Number.NaN })).toMatchObject({ invalid: 'byPast' });
    expect(ask(steady, { byDay: MONDAY + 7 * 156 })).toMatchObject({ invalid: 'byTooFar' });
    expect(ask(steady, { byDay: MONDAY + 7 * 156 - 1 })).toMatchObject({ invalid: null });
    expect(ask(steady, { scope: { kind: 'growth' } })).toMatchObject({ invalid: 'scope' });
    expect(ask(steady, { scope: { kind: 'factor', from: 2, to: 1 } })).toMatchObject({ invalid: 'scope' });
  });

  it('from too little says what is missing', () => {
    expect(ask([9, 9, 9, 9, 9, 9, 9])).toMatchObject({ status: 'tooFew', lacks: [{ of: 'weeks', have: 7, need: 8 }] });
    expect(ask([])).toMatchObject({ lacks: [{ of: 'weeks' }, { of: 'finishedItems' }, { of: 'weeksWithFinishes' }] });
    expect(ask([1, 1, 1, 1, 1, 1, 1, 2])).toMatchObject({ lacks: [{ of: 'finishedItems', have: 9, need: 10 }] });
    expect(ask([9, 9, 9, 9, 0, 0, 0, 0])).toMatchObject({ lacks: [{ of: 'weeksWithFinishes', have: 4, need: 5 }] });
    // Four weeks are enough where every other one brings something.
    expect(ask([0, 9, 0, 9, 0, 9, 0, 9])).toMatchObject({ status: 'ok', lacks: [] });
  });
});

describe('warnings', () => {
  const codes = (totals: readonly number[], holidays = true) =>
    historyWarnings(history(totals), holidays).map(({ code }) => code);

  it('of a trend, an unusual last week, empty weeks and unknown holidays', () => {
    expect(codes(steady)).toEqual([]);
    expect(codes(steady, false)).toEqual(['unknownShutdowns']);
    expect(codes(steady.map((total, at) => total + at))).toEqual(['trend', 'unusualLastWeek']);
    expect(codes([...steady.slice(1), 30])).toEqual(['unusualLastWeek']);
    expect(codes(steady.map((total, at) => (at % 9 === 3 ? 0 : total)))).toEqual(['emptyWeeks']);
  });

  it('of a trend say how much a week', () => {
    const [warning] = historyWarnings(history(steady.map((_, at) => 40 - at)), true);
    // The mean of 40 … 15 is 27.5.
    expect(warning).toMatchObject({ code: 'trend', slope: -1, perWeek: near(-1 / 27.5) });
  });
});

describe('Theil and Sen’s slope', () => {
  it.each([
    // As SciPy 1.17 has them (scipy.stats.theilslopes).
    [
      [5, 3, 8, 6, 9, 7, 11, 10, 12, 9],
      [0.75, 1 / 3, 9 / 7],
    ],
    [
      [4, 4, 4, 5, 5, 6, 4, 7],
      [0.41428571428571426, 0, 0.5],
    ],
    [
      [9, 2, 7, 4, 4, 6, 1, 3, 5, 8, 2, 6, 4],
      [-1 / 9, -0.6, 0.4],
    ],
  ])('of %j', (values, [slope, low, high]) => {
    expect(theilSen(values)).toEqual({
      slope: near(slope as number),
      low: near(low as number),
      high: near(high as number),
    });
  });

  it('of few points is not known, of equal ones is 0', () => {
    expect(theilSen([1, 2, 3])).toBeNull();
    expect(theilSen([4, 4, 4, 4, 4])).toEqual({ slope: 0, low: 0, high: 0 });
  });

  it('leaves out 0 about as often as it should where there is no trend', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true }), { minLength: 12, maxLength: 12 }),
        (values) => {
          const { slope, low, high } = theilSen(values) as { slope: number; low: number; high: number };
          expect(low).toBeLessThanOrEqual(slope);
          expect(high).toBeGreaterThanOrEqual(slope);
          if (low > 0 || high < 0) found++;
        },
      ),
      { numRuns: 300 },
    );
    expect(found).toBeLessThan(60);
  });
});

describe('the pinball loss', () => {
  it('of the worked example: 0.15 below, quantile 10', () => {
    expect(pinballLoss(10, 8, 0.15)).toEqual(near(1.7));
    expect(pinballLoss(10, 14, 0.15)).toEqual(near(0.6));
    expect(pinballLoss(10, 10, 0.15)).toBe(0);
  });
});

describe('the backtest', () => {
  it('forecasts from each origin with what was known before it, one horizon apart', () => {
    const totals = Array.from({ length: 30 }, (_, at) => 4 + ((at * 5) % 7));
    const found = backtest(daily(totals), MONDAY, { trials: 300 });
    // 30 weeks, 8 before the first origin, horizons of 4: 5 of them end with the data.
    expect(found.origins.map(({ day }) => (MONDAY - day) / 7)).toEqual([20, 16, 12, 8, 4]);
    expect(found.origins.map(({ came }) => came)).toEqual(
      [10, 14, 18, 22, 26].map((at) => totals.slice(at, at + 4).reduce((sum, total) => sum + total, 0)),
    );
    expect(found).toMatchObject({ horizonWeeks: 4, enough: false });
    for (const { said } of found.origins) expect(said).toEqual([...said].sort((a, b) => b - a));
  });

  it('knows nothing of what came after an origin', () => {
    const totals = Array.from({ length: 16 }, (_, at) => 4 + ((at * 5) % 7));
    const before = backtest(daily(totals), MONDAY, { trials: 200 }).origins[0];
    const later = backtest(daily(totals.map((total, at) => (at >= 12 ? 99 : total))), MONDAY, { trials: 200 }).origins;
    expect(later.at(-1)?.said).toEqual(backtest(daily(totals), MONDAY, { trials: 200 }).origins.at(-1)?.said);
    expect(before?.came).toBeLessThan(99);
  });

  it('says how often it held, and when it was wrong', () => {
    const totals = Array.from({ length: 60 }, (_, at) => (at < 30 ? 30 : 30 - at / 2));
    const falling = backtest(daily(totals), MONDAY, { horizonWeeks: 2, trials: 300 });
    expect(falling.enough).toBe(true);
    const held = falling.origins.filter(({ said, came }) => came >= (said[1] as number)).length;
    expect(falling.held?.[85]).toEqual(near(held / falling.origins.length));
    expect(falling.missed).toBe(true);
    const losses = falling.origins.map(({ said, came }) => pinballLoss(said[1] as number, came, 0.15));
    expect(falling.pinball).toEqual(near(losses.reduce((sum, loss) => sum + loss, 0) / losses.length));
  });

  it('of too little is empty', () => {
    const none = { origins: [], held: null, interval: null, pinball: null, enough: false, missed: false };
    expect(backtest(daily([1, 2, 3]), MONDAY)).toMatchObject(none);
    expect(backtest(daily(Array(30).fill(0)), MONDAY)).toMatchObject(none);
    expect(backtest({ firstDay: MONDAY, finished: [] }, MONDAY)).toMatchObject(none);
  });
});

describe('10,000 trials of a year', () => {
  it('take a moment', () => {
    const start = process.cpuUsage();
    ask(steady, { items: 320, byDay: MONDAY + 363, trials: 10_000 });
    // Of the processor, not of the clock; a good part of it is the compiling.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(900);
  });
});
