import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareCounts,
  compareDurations,
  compareShares,
  compareWithinTypes,
  sharesWeeks,
} from '../../../src/stats/compare/index.ts';

const near = (value: number, digits = 5) => expect.closeTo(value, digits);
const quick = { resamples: 200 };

/** Items of some weeks, three a week, times a factor. */
function side(weeks: number, first: number, factor: number, perWeek = 3) {
  const items = Array.from({ length: weeks * perWeek }, (_, item) => item);
  return {
    values: items.map((item) => factor * (1 + ((item * 7) % 11))),
    weeks: items.map((item) => first + Math.floor(item / perWeek)),
  };
}

describe('durations', () => {
  it('that are three times as long are seen, in their direction', () => {
    const found = compareDurations(side(8, 1, 1), side(8, 20, 3), quick);
    expect(found).toMatchObject({
      tooFew: null,
      items: { a: 24, b: 24 },
      weeks: { a: 8, b: 8 },
      ratio: { ratio: near(3, 0) },
    });
    expect(found.p).toBeLessThan(0.05);
    expect(found.difference).toBeGreaterThan(0);
    expect(found.p).toBe(Math.max(...Object.values(found.parts).map((p) => p as number)));
    const back = compareDurations(side(8, 20, 3), side(8, 1, 1), quick);
    expect(back.p).toEqual(near(found.p as number, 9));
    expect(back.difference).toEqual(near(-found.difference, 9));
    for (const { a, b, difference, interval } of found.percentiles) {
      expect(difference).toEqual(near(b - a));
      expect(interval?.[0]).toBeLessThanOrEqual(difference);
      expect(interval?.[1]).toBeGreaterThanOrEqual(difference);
    }
  });

  it('that differ in one week alone are not: the week shares its luck', () => {
    const slow = side(8, 20, 1);
    for (let item = 0; item < 3; item++) slow.values[item] = 500;
    const found = compareDurations(side(8, 1, 1), slow, quick);
    expect(found.p).toBeGreaterThan(0.05);
  });

  it('that are separate altogether take the p of the weeks', () => {
    const found = compareDurations(side(6, 1, 1), side(6, 20, 1000), quick);
    expect(found).toMatchObject({ effect: 1, effectInterval: null });
    expect(found.parts.items).toBe(found.parts.weeks);
    // Two of the 924 ways to deal twelve weeks.
    expect(found.parts.weeks).toEqual(near(2 / 924));
  });

  it('that are all equal show nothing', () => {
    const equal = { values: Array(20).fill(3), weeks: Array.from({ length: 20 }, (_, item) => item % 5) };
    expect(compareDurations(equal, equal, quick)).toMatchObject({
      p: 1,
      difference: 0,
      ratio: { ratio: 1, interval: [1, 1] },
    });
  });

  it('of the same weeks are swapped within them', () => {
    const [a, b] = [side(8, 1, 1), side(8, 1, 3)];
    expect(sharesWeeks(a.weeks, b.weeks)).toBe(true);
    expect(sharesWeeks(a.weeks, side(8, 20, 1).weeks)).toBe(false);
    const found = compareDurations(a, b, { ...quick, design: 'swapped' });
    // Two of 2⁸.
    expect(found.parts.weeks).toEqual(near(2 / 256));
    // A week that one side alone has is one more to swap.
    const more = compareDurations({ values: [...a.values, 1], weeks: [...a.weeks, 99] }, b, {
      ...quick,
      design: 'swapped',
    });
    expect(more.parts.weeks).toEqual(near(2 / 512));
  });

  it('0 counts as half of the smallest, what is no duration not at all', () => {
    const a = side(6, 1, 1);
    const b = { values: [0, -1, Number.NaN, ...a.values], weeks: [20, 20, 20, ...a.weeks.map((week) => week + 19)] };
    const found = compareDurations(a, b, quick);
    expect(found).toMatchObject({ ignored: 2, items: { a: 18, b: 19 } });
    expect(Number.isFinite(found.ratio?.ratio)).toBe(true);
    const zeros = { values: Array(12).fill(0), weeks: Array.from({ length: 12 }, (_, item) => item % 6) };
    expect(compareDurations(zeros, zeros, quick)).toMatchObject({ p: 1, ratio: { ratio: 1 } });
  });

  it('of weeks that are all alike do not hang together', () => {
    // The mean of six times 17 is not quite 17, if each sixth is rounded.
    const weeks = (first: number, days: number[]) => ({
      values: Array(6).fill(days).flat(),
      weeks: Array.from({ length: 12 }, (_, item) => first + Math.floor(item / 2)),
    });
    // Neither does chance: 1 ÷ 6 is what is added for so few weeks.
    expect(compareDurations(weeks(0, [2, 4]), weeks(10, [1, 2]), quick).correlation).toEqual(near(1 / 6));
  });

  it('too few say so, and are described all the same', () => {
    const few = compareDurations(side(3, 1, 1), side(8, 20, 3), quick);
    expect(few).toMatchObject({ tooFew: { of: 'items', have: 9, need: 10 }, p: null });
    expect(few.ratio).not.toBeNull();
    expect(compareDurations(side(4, 1, 1), side(8, 20, 3), quick).tooFew).toEqual({ of: 'weeks', have: 4, need: 5 });
    const five = [side(5, 1, 1), side(5, 1, 3)] as const;
    expect(compareDurations(...five, quick).tooFew).toBeNull();
    expect(compareDurations(...five, { ...quick, design: 'swapped' }).tooFew).toEqual({
      of: 'weeks',
      have: 5,
      need: 6,
    });
    // 2 of 252 ways: enough for six metrics at once, not for seven.
    expect(compareDurations(...five, { ...quick, comparisons: 6 }).tooFew).toBeNull();
    expect(compareDurations(...five, { ...quick, comparisons: 7 }).tooFew).toMatchObject({ of: 'exchanges' });
    const none = { values: [], weeks: [] };
    expect(compareDurations(none, none, quick)).toMatchObject({
      tooFew: { of: 'items', have: 0 },
      p: null,
      effect: null,
      ratio: null,
      percentiles: [],
      detectableRatio: null,
    });
  });

  it('are answered whatever they are, without a NaN', () => {
    const item = fc.record({ value: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double()), week: fc.nat({ max: 6 }) });
    const sample = fc
      .array(item, { maxLength: 30 })
      .map((items) => ({ values: items.map(({ value }) => value), weeks: items.map(({ week }) => week) }));
    fc.assert(
      fc.property(sample, sample, fc.constantFrom('dealt' as const, 'swapped' as const), (a, b, design) => {
        const found = compareDurations(a, b, { design, resamples: 20 });
        expect(JSON.stringify(found, (_, value) => (Number.isNaN(value) ? 'NaN' : value))).not.toContain('NaN');
        if (found.p !== null) {
          expect(found.p).toBeGreaterThan(0);
          expect(found.p).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('of 5,000 items are resampled 10,000 times in a moment', () => {
    const [a, b] = [side(26, 1, 1, 96), side(26, 40, 1.2, 96)];
    const start = process.cpuUsage();
    expect(compareDurations(a, b).percentiles).toHaveLength(2);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });
});

describe('counts of periods', () => {
  it('are compared by their means', () => {
    const found = compareCounts([4, 6, 5, 5, 6, 4], [9, 11, 10, 10, 9, 11]);
    expect(found).toMatchObject({ tooFew: null, a: 5, b: 10, ratio: 2, difference: 5, periods: { a: 6, b: 6 } });
    expect(found.parts.periods).toEqual(near(2 / 924));
    expect(found.p).toBeLessThan(0.05);
    expect(found.interval?.[0]).toBeGreaterThan(0);
    expect(found.detectableRatio).toBeGreaterThan(1);
    expect(found.detectableRatio).toBeLessThan(2);
  });

  it('that hang together are said to, and count for less', () => {
    const rising = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const shuffled = [7, 2, 9, 4, 1, 10, 3, 8, 5, 6];
    const of = (counts: number[]) =>
      compareCounts(
        counts,
        counts.map((count) => count + 4),
      );
    expect(of(rising)).toMatchObject({ correlated: true });
    expect(of(shuffled)).toMatchObject({ correlated: false });
    expect(of(rising).p).toBeGreaterThan(of(shuffled).p as number);
  });

  it('have an interval of the ratio: those whose difference from what is seen chance allows', () => {
    // Means 5 and 10, variances 0.8 ÷ 6 each, r 0 for both; Welch's degrees are 10, t 2.228139.
    const found = compareCounts([4, 6, 5, 5, 6, 4], [9, 11, 10, 10, 9, 11]);
    const error = 2.228139 ** 2 * (0.8 / 6);
    const half = Math.sqrt(50 ** 2 - (25 - error) * (100 - error));
    expect(found.ratioInterval).toEqual([near((50 - half) / (25 - error)), near((50 + half) / (25 - error))]);
    // A mean that may be 0 allows any ratio.
    expect(compareCounts([0, 0, 0, 9, 0, 0], [4, 6, 5, 5, 6, 4]).ratioInterval).toBeNull();
  });

  it('hold 1 in the one interval where they hold 0 in the other', () => {
    const counts = fc.array(fc.nat({ max: 9 }), { minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const { interval, ratioInterval } = compareCounts(a, b);
        if (interval === null || ratioInterval === null) return;
        const clear = Math.min(Math.abs(interval[0]), Math.abs(interval[1])) > 1e-9;
        const holds = ([low, high]: [number, number], value: number) => low <= value && value <= high;
        if (clear) expect(holds(ratioInterval, 1)).toBe(holds(interval, 0));
        expect(ratioInterval[0]).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('without variance take the p of the exchange', () => {
    const found = compareCounts(Array(6).fill(2), Array(6).fill(3));
    expect(found.p).toEqual(near(2 / 924));
    expect(found).toMatchObject({ interval: null, detectableRatio: null });
    expect(compareCounts(Array(6).fill(0), Array(6).fill(0))).toMatchObject({
      p: 1,
      ratio: null,
      detectableRatio: null,
    });
  });

  it('too few say so', () => {
    expect(compareCounts([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6])).toMatchObject({
      tooFew: { of: 'periods', have: 5, need: 6 },
      p: null,
      ratio: near(3.5 / 3),
    });
    expect(compareCounts([], [])).toMatchObject({ p: null, a: null, b: null, ratio: null });
    expect(compareCounts([1, Number.NaN], [1])).toMatchObject({ periods: { a: 1, b: 1 } });
  });
});

describe('shares', () => {
  const week = (sums: number[], wholes: number[], items = 50) => ({ sums, wholes, items });
  const tens = Array(6).fill(10);

  it('are the ratios of the sums, exchanged by weeks', () => {
    const found = compareShares(week([2, 3, 2, 3, 2, 3], tens), week([5, 6, 5, 6, 5, 6], tens), quick);
    expect(found).toMatchObject({ tooFew: null, a: 0.25, b: near(0.55), difference: near(0.3), ratio: near(2.2) });
    expect(found.p).toEqual(near(2 / 924));
    expect(found.interval?.[0]).toBeGreaterThan(0.2);
    expect(found.ratioInterval?.[1]).toBeLessThan(3.1);
  });

  it('weigh each week by its whole', () => {
    const found = compareShares(
      week([1, 90, 1, 1, 1, 1], [10, 100, 10, 10, 10, 10]),
      week([1, 1, 1, 1, 1, 1], tens),
      quick,
    );
    expect(found.a).toEqual(near(95 / 150));
  });

  it('say which ratio would have shown', () => {
    // Residuals of each week ± 0.5: variance 6 ÷ 5 · 1.5 ÷ 60² a side; t(.975, 10) + t(.80, 10) = 2.228139 + 0.879058.
    const found = compareShares(week([2, 3, 2, 3, 2, 3], tens), week([5, 6, 5, 6, 5, 6], tens), quick);
    const error = Math.sqrt((2 * (6 / 5) * 1.5) / 60 ** 2);
    expect(found.detectableRatio).toEqual(near(1 + (error * (2.228139 + 0.879058)) / 0.25));
    // As one of seven it takes more.
    const seven = compareShares(week([2, 3, 2, 3, 2, 3], tens), week([5, 6, 5, 6, 5, 6], tens), {
      ...quick,
      comparisons: 7,
    });
    expect(seven.detectableRatio).toBeGreaterThan(found.detectableRatio as number);
    expect(compareShares(week([2], [10]), week([5, 6], [10, 10]), quick).detectableRatio).toBeNull();
  });

  it('leave out weeks with nothing to divide by', () => {
    const gaps = [10, 0, 10, 10, 0, 10, 10, 10];
    const found = compareShares(week([2, 0, 3, 2, 0, 3, 2, 3], gaps), week([5, 6, 5, 6, 5, 6], tens), quick);
    expect(found).toMatchObject({ weeks: { a: 6, b: 6 }, p: near(2 / 924), a: 0.25 });
    const swapped = { ...quick, design: 'swapped' as const };
    const both = compareShares(week([2, 0, 3, 2, 0, 3, 2, 3], gaps), week([5, 0, 5, 6, 0, 6, 5, 5], gaps), swapped);
    // Two of the weeks are empty on both sides: 2 of 2⁶.
    expect(both.p).toEqual(near(2 / 64));
  });

  it('too few, none and 0 say so', () => {
    expect(compareShares(week([1, 1], [2, 2]), week([1, 1], [2, 2]), quick).tooFew).toMatchObject({ of: 'weeks' });
    expect(
      compareShares(week([2, 3, 2, 3, 2, 3], tens, 9), week([2, 3, 2, 3, 2, 3], tens), quick).tooFew,
    ).toMatchObject({
      of: 'items',
    });
    expect(compareShares(week([], []), week([], []), quick)).toMatchObject({
      a: null,
      b: null,
      p: null,
      interval: null,
    });
    const zero = compareShares(week([0, 0, 0, 0, 0, 0], tens), week([1, 0, 0, 1, 0, 0], tens), quick);
    expect(zero).toMatchObject({ a: 0, ratio: null, ratioInterval: null });
    expect(zero.interval).not.toBeNull();
  });
});

describe('counts and shares', () => {
  it('are answered whatever they are, without a NaN', () => {
    const number = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ min: 0, max: 1e9, noNaN: true }));
    const list = fc.array(number, { maxLength: 9 });
    const clean = (found: object) =>
      expect(JSON.stringify(found, (_, value) => (Number.isNaN(value) ? 'NaN' : value))).not.toContain('NaN');
    fc.assert(
      fc.property(list, list, fc.constantFrom('dealt' as const, 'swapped' as const), (a, b, design) => {
        clean(compareCounts(a, b));
        const count = Math.min(a.length, b.length);
        const side = (sums: number[], wholes: number[]) => ({
          sums: sums.slice(0, count),
          wholes: wholes.slice(0, count),
          items: 12,
        });
        clean(compareShares(side(a, b), side(b, a), { design, resamples: 20 }));
      }),
    );
  });
});

describe('the mix', () => {
  /** Type 1 takes 10 days, type 2 takes 1; each twice as fast in B, which has mostly type 1. */
  const typed = (first: number, slow: number, quickOnes: number, factor: number) => {
    const values: number[] = [];
    const weeks: number[] = [];
    const types: number[] = [];
    for (let week = 0; week < 8; week++) {
      for (let item = 0; item < slow + quickOnes; item++) {
        const type = item < slow ? 1 : 2;
        values.push((type === 1 ? 10 : 1) * factor * (1 + ((week * 5 + item * 3) % 7) / 10));
        weeks.push(first + week);
        types.push(type);
      }
    }
    return { values, weeks, types };
  };

  it('that changes can turn the whole round: both types got faster, the whole slower', () => {
    const [a, b] = [typed(1, 2, 12, 1), typed(20, 12, 2, 0.5)];
    const whole = compareDurations(a, b, quick);
    expect(whole.difference).toBeGreaterThan(0);
    const mix = compareWithinTypes(a, b, whole);
    expect(mix.disagree).toBe(true);
    expect(mix.types.map(({ type }) => type)).toEqual([1, 2]);
    expect(mix.types[0]?.share).toEqual({ a: near(2 / 14), b: near(12 / 14) });
    for (const { comparison } of mix.types) expect(comparison.difference).toBeLessThan(0);
  });

  it('that does not change agrees', () => {
    const [a, b] = [typed(1, 4, 4, 1), typed(20, 4, 4, 0.5)];
    expect(compareWithinTypes(a, b, compareDurations(a, b, quick)).disagree).toBe(false);
    const none = { values: [], weeks: [], types: [] };
    expect(compareWithinTypes(none, none, compareDurations(none, none, quick))).toEqual({ types: [], disagree: false });
  });
});
