import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarize } from '../../src/stats/index.ts';

describe('a summary', () => {
  it('divides the squares by n − 1', () => {
    // Mean 5; squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32; 32 / 7.
    expect(summarize([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({
      mean: 5,
      standardDeviation: Math.sqrt(32 / 7),
      min: 2,
      max: 9,
    });
  });

  it('has no deviation of one value, and nothing of none', () => {
    expect(summarize([3])).toEqual({ mean: 3, standardDeviation: null, min: 3, max: 3 });
    expect(summarize([])).toEqual({ mean: null, standardDeviation: null, min: null, max: null });
  });

  it('has a deviation of 0 of two equal values', () => {
    expect(summarize([3, 3]).standardDeviation).toBe(0);
  });

  it('keeps the deviation of large values that differ little', () => {
    // Variance of x + c is that of x: 1, 2, 3 have 1.
    expect(summarize([1e9 + 1, 1e9 + 2, 1e9 + 3]).standardDeviation).toBeCloseTo(1, 9);
  });

  it('lies between the extremes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
        const { mean, min, max } = summarize(values);
        expect([min, max]).toEqual([Math.min(...values), Math.max(...values)]);
        expect(mean).toBeGreaterThanOrEqual(min as number);
        expect(mean).toBeLessThanOrEqual(max as number);
      }),
    );
  });
});
