import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderByValue } from '../../src/stats/index.ts';

const ordered = (values: readonly number[]) => {
  const order = [...orderByValue(Float64Array.from(values))];
  expect([...order].sort((a, b) => a - b)).toEqual(values.map((_, index) => index));
  return order.map((index) => values[index]);
};

describe('orderByValue', () => {
  it('puts any values in order', () => {
    const value = fc.oneof(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), (values) => {
        expect(ordered(values)).toEqual([...values].sort((a, b) => a - b));
      }),
    );
  });

  it('does so where nearly all lie in one place', () => {
    const values = [1e12, ...Array.from({ length: 500 }, (_, index) => ((index * 7919) % 500) / 1000), -1e12];
    expect(ordered(values)).toEqual([...values].sort((a, b) => a - b));
  });

  it('takes none, one, and equal ones', () => {
    expect(ordered([])).toEqual([]);
    expect(ordered([3])).toEqual([3]);
    expect(ordered([2, 2, 2])).toEqual([2, 2, 2]);
  });
});
