import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentiles } from '../../../src/stats/index.ts';
import {
  intervalRanks,
  percentileInterval,
  percentilesWithin,
  wilsonInterval,
} from '../../../src/stats/interval/index.ts';

const near = (value: number, digits = 3) => expect.closeTo(value, digits);

/** The terms of the binomial distribution, one from the other. */
function terms(n: number, p: number): number[] {
  const result = [(1 - p) ** n];
  for (let k = 1; k <= n; k++) result.push((((result[k - 1] as number) * (n - k + 1)) / k) * (p / (1 - p)));
  return result;
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the interval of a percentile', () => {
  it.each([
    // P(X ≤ 1) of Binomial(9, ½) is 10 ÷ 512 = .0195, P(X ≤ 2) is .0898: so the second, and the eighth.
    [50, 9, 2, 8, 0.961],
    [50, 10, 2, 9, 0.979],
    [50, 14, 3, 12, 0.987],
    [50, 20, 6, 15, 0.959],
    [85, 30, 21, 30, 0.983],
    [85, 50, 37, 48, 0.973],
    [85, 100, 78, 93, 0.966],
  ])('p%d of %d values: the %dth to the %dth, coverage %d', (percent, count, low, high, coverage) => {
    expect(intervalRanks(count, percent)).toEqual({ low, high, coverage: near(coverage) });
    const values = Float64Array.from({ length: count }, (_, index) => 1000 - 10 * index);
    const lowest = 1000 - 10 * (count - 1);
    expect(percentileInterval(values, percent)).toEqual({
      low: lowest + 10 * (low - 1),
      high: lowest + 10 * (high - 1),
      coverage: near(coverage),
    });
  });

  it.each([
    [50, 6],
    [70, 11],
    [85, 23],
    [95, 72],
  ])('of p%d has both ends from %d values on', (percent, count) => {
    const both = (n: number) => Object.values(intervalRanks(n, percent)).every((end) => end !== null);
    expect(both(count)).toBe(true);
    expect(both(count - 1)).toBe(false);
  });

  it('is what a plain sum of the binomial terms gives', () => {
    const share = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), share, (count, percent) => {
        const chances = terms(count, percent / 100);
        let low: number | null = null;
        for (let l = 1; l <= count; l++) if (sum(chances.slice(0, l)) <= 0.025) low = l;
        let high: number | null = null;
        for (let u = count; u >= 1; u--) if (sum(chances.slice(u)) <= 0.025) high = u;
        const held = sum(chances.slice(low ?? 0, high ?? count + 1));
        expect(intervalRanks(count, percent)).toEqual({ low, high, coverage: near(held, 9) });
      }),
    );
  });

  it('of nothing, of one value and of no percentile has no ends', () => {
    expect(percentileInterval(new Float64Array(0), 85)).toEqual({ low: null, high: null, coverage: 1 });
    expect(percentileInterval(Float64Array.of(7), 50)).toEqual({ low: null, high: null, coverage: 1 });
    for (const percent of [0, 100, Number.NaN]) {
      expect(intervalRanks(10, percent)).toEqual({ low: null, high: null, coverage: 1 });
    }
  });

  it('of equal values is that value, and of a million answers', () => {
    expect(percentileInterval(new Float64Array(50).fill(3), 85)).toMatchObject({ low: 3, high: 3 });
    const { low, high, coverage } = intervalRanks(1_000_000, 85);
    // 850,000 ± 1.96 × √(1,000,000 × .85 × .15) = ± 700.
    expect(low).toBeGreaterThan(849_290);
    expect(high).toBeLessThan(850_710);
    expect(coverage).toEqual(near(0.95));
  });
});

describe('percentiles with their intervals', () => {
  it('are those of each method, and those of each interval', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 9, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 200 }),
        fc.constantFrom('linear' as const, 'nearest-rank' as const),
        fc.subarray([0, 1, 10, 50, 70, 85, 95, 99.5, 100]),
        (numbers, method, percents) => {
          const found = percentilesWithin(Float64Array.from(numbers), percents, method);
          expect(found.values).toEqual(percentiles(Float64Array.from(numbers), percents, method));
          const intervals = percents.map((percent) => percentileInterval(Float64Array.from(numbers), percent));
          expect(found.intervals).toEqual(intervals.map(({ low, high }) => [low, high]));
        },
      ),
    );
  });

  it('of many values have ends of which the next one within is no end', () => {
    for (const [count, percent] of [
      [1001, 85],
      [12_345, 50],
      [12_345, 99.9],
      [200_000, 1],
    ] as const) {
      const { coverage, high, low } = intervalRanks(count, percent);
      const spread = 1.96 * Math.sqrt((count * percent * (100 - percent)) / 10_000);
      expect(coverage).toBeGreaterThanOrEqual(0.95);
      // Each tail of less than 2.5 %, but with one value more it would be more than that.
      expect(coverage).toBeLessThan(0.95 + 2 * (0.4 / (spread / 1.96)));
      expect(low).toBeGreaterThan((count * percent) / 100 - spread - 3);
      expect(high).toBeLessThan((count * percent) / 100 + spread + 4);
    }
  });
});

describe('Wilson’s interval', () => {
  it('of the worked examples', () => {
    expect(wilsonInterval(11, 13)).toEqual([near(0.58, 2), near(0.96, 2)]);
    expect(wilsonInterval(22, 26)).toEqual([near(0.66, 2), near(0.94, 2)]);
  });

  it('ends where the share would be 1.96 of its own standard errors away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (cases, seed) => {
        const successes = seed % (cases + 1);
        const share = successes / cases;
        for (const end of wilsonInterval(successes, cases) as [number, number]) {
          expect(end).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(1);
          if (end < 1e-9 || end > 1 - 1e-9) continue;
          expect(Math.abs(share - end) / Math.sqrt((end * (1 - end)) / cases)).toEqual(near(1.959964, 5));
        }
      }),
    );
  });

  it('of no cases is not known', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(wilsonInterval(0, Number.NaN)).toBeNull();
  });
});
