import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PercentileMethod, percentile, percentiles } from '../../src/stats/index.ts';

/** Percentiles of the values in the order given. */
const of = (values: readonly number[], percents: readonly number[], method: PercentileMethod = 'linear') =>
  percentiles(Float64Array.from(values), percents, method);

describe('linear interpolation', () => {
  it('gives what a spreadsheet’s PERCENTILE.INC gives', () => {
    // Position (n − 1)p: of four values, 0.5 × 3 = 1.5, 0.25 × 3 = 0.75, 0.85 × 3 = 2.55.
    expect(of([4, 1, 3, 2], [25, 50, 85])).toEqual(
      [1 + 0.75, 2 + 0.5, 3 + 0.55].map((value) => expect.closeTo(value, 12)),
    );
    expect(of([15, 20, 35, 40, 50], [40])).toEqual([expect.closeTo(20 + 0.6 * 15, 12)]);
  });

  it('gives the extremes at 0 and 100', () => {
    expect(of([3, 1, 2], [0, 100])).toEqual([1, 3]);
  });

  it('stays between equal neighbours', () => {
    expect(of([0.1, 0.1, 0.1], [33, 50, 66.6])).toEqual([0.1, 0.1, 0.1]);
  });
});

describe('the nearest rank', () => {
  it('gives a value that occurs, with at least that share at or below it', () => {
    // Of five values: 30 % is rank 1.5, so the second; 40 % exactly the second; 50 % the third.
    expect(of([50, 15, 40, 20, 35], [5, 30, 40, 50, 100], 'nearest-rank')).toEqual([15, 20, 20, 35, 50]);
    expect(of([1, 2], [0, 50, 50.1], 'nearest-rank')).toEqual([1, 1, 2]);
  });

  it('is not misled by shares that doubles cannot hold: 7 % of 100 is the seventh', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    const percents = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(of(hundred, percents, 'nearest-rank')).toEqual(hundred);
  });
});

describe('few values', () => {
  it.each(['linear', 'nearest-rank'] as const)('%s: none has no percentile, one is every percentile', (method) => {
    expect(of([], [50, 85], method)).toEqual([null, null]);
    expect(of([7], [0, 50, 100], method)).toEqual([7, 7, 7]);
    expect(percentile(new Float64Array(0), 50, method)).toBeNull();
  });
});

/** Adding 0 turns −0 into 0: a sort tells them apart, and no duration is −0. */
const number = fc
  .oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 }))
  .map((value) => value + 0);
const values = fc.array(number, { minLength: 1, maxLength: 80 });

describe('at every boundary', () => {
  it('linear: at k / (n − 1) it is the order statistic k, between it lies between', () => {
    fc.assert(
      fc.property(values, fc.nat(), (list, seed) => {
        const sorted = [...list].sort((a, b) => a - b);
        const last = sorted.length - 1;
        const rank = last === 0 ? 0 : seed % last;
        const low = sorted[rank] as number;
        const high = sorted[Math.min(rank + 1, last)] as number;
        const at = last === 0 ? 0 : (100 * rank) / last;
        const size = Math.abs(high - low) + Math.abs(low) + 1;
        const [exact, halfway] = of(list, last === 0 ? [0, 100] : [at, (100 * (rank + 0.5)) / last]);
        expect(Math.abs((exact as number) - low)).toBeLessThanOrEqual(1e-12 * size * (last + 1));
        expect(Math.abs((halfway as number) - (low + high) / 2)).toBeLessThanOrEqual(1e-12 * size * (last + 1));
      }),
    );
  });

  it('nearest rank: at k / n it is the order statistic k, just above it the next', () => {
    fc.assert(
      fc.property(values, fc.nat(), (list, seed) => {
        const sorted = [...list].sort((a, b) => a - b);
        const count = sorted.length;
        const rank = (seed % count) + 1;
        const percent = (100 * rank) / count;
        const above = Math.min(100, percent + 1e-4);
        expect(of(list, [percent], 'nearest-rank')).toEqual([sorted[rank - 1]]);
        expect(of(list, [above], 'nearest-rank')).toEqual([sorted[Math.min(rank, count - 1)]]);
      }),
    );
  });

  it('nearest rank: the smallest value with at least that share of the values at or below it', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 100 }), (list, percent) => {
        const [found] = of(list, [percent], 'nearest-rank');
        const enough = (value: number) => 100 * list.filter((one) => one <= value).length >= percent * list.length;
        expect(found).toBe(Math.min(...list.filter(enough)));
      }),
    );
  });

  it('several at once are what each is alone', () => {
    const points = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        values,
        points,
        fc.constantFrom('linear' as const, 'nearest-rank' as const),
        (list, tenths, method) => {
          const percents = tenths.map((tenth) => tenth / 10).sort((a, b) => a - b);
          expect(of(list, percents, method)).toEqual(percents.map((percent) => of(list, [percent], method)[0]));
        },
      ),
    );
  });
});
