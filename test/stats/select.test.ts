import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastOfLargest, selectRanks } from '../../src/stats/select.ts';

/** Checks that ranks hold what a sort puts there, that smaller values stand before and larger after, and nothing is lost. */
function check(list: readonly number[], ranks: readonly number[]): void {
  const sorted = Float64Array.from(list).sort();
  const selected = Float64Array.from(list);
  selectRanks(selected, ranks);
  for (const rank of ranks) {
    const pivot = sorted[rank] as number;
    expect(selected[rank]).toBe(pivot);
    expect(selected.subarray(0, rank).every((value) => value <= pivot)).toBe(true);
    expect(selected.subarray(rank).every((value) => value >= pivot)).toBe(true);
  }
  expect(selected.sort()).toEqual(sorted);
}

const ranksOf = (count: number, seeds: readonly number[]) =>
  [...new Set(seeds.map((seed) => seed % count))].sort((a, b) => a - b);
const seeds = fc.array(fc.nat(), { maxLength: 8 });

describe('selection by rank', () => {
  it.each([
    // A sort tells −0 from 0; no duration is −0.
    [
      'any values',
      fc.array(
        fc.double({ noNaN: true }).map((value) => value + 0),
        { minLength: 1, maxLength: 400 },
      ),
    ],
    ['many equal values', fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 400 })],
    ['infinite values', fc.array(fc.constantFrom(0, 1, Number.POSITIVE_INFINITY), { minLength: 30, maxLength: 99 })],
  ])('puts what a sort puts: %s', (_, lists) => {
    fc.assert(
      fc.property(lists, seeds, (list, some) => check(list, ranksOf(list.length, some))),
      { numRuns: 300 },
    );
  });

  const shapes: [string, (index: number, count: number) => number][] = [
    ['ascending', (index) => index],
    ['descending', (index, count) => count - index],
    ['all equal', () => 7],
    ['up and down', (index, count) => Math.min(index, count - index)],
    ['a saw', (index) => index % 17],
    ['two values in blocks', (index, count) => (index < count / 2 ? 1 : 0)],
  ];
  it.each(shapes)('puts what a sort puts: %s', (_, value) => {
    // Around the size below which it sorts (25), and well above.
    for (const count of [1, 2, 3, 23, 24, 25, 26, 27, 60, 1000]) {
      const list = Array.from({ length: count }, (_, index) => value(index, count));
      check(list, ranksOf(count, [0, 1, count >> 2, count >> 1, (count >> 1) + 1, count - 2 + count, count - 1]));
    }
  });

  it('leaves all as it is where no rank is asked for', () => {
    const values = Float64Array.of(3, 1, 2);
    selectRanks(values, []);
    expect([...values]).toEqual([3, 1, 2]);
  });

  it('takes time in proportion to the values, whatever their order', () => {
    // Up and down in turns: were each pivot a bad one, this would take minutes.
    const count = 200_000;
    const list = Float64Array.from({ length: count }, (_, index) => (index % 2 === 0 ? index : count - index));
    const sorted = list.slice().sort();
    selectRanks(list, [count >> 1]);
    expect(list[count >> 1]).toBe(sorted[count >> 1]);
  });
});

describe('the least of the largest', () => {
  it('is the value at that rank of all in order, and leaves them as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.integer({ min: 1, max: 12 }), (list, count) => {
        const values = Float64Array.from(list);
        const least = leastOfLargest(values, count);
        const descending = [...list].sort((a, b) => b - a);
        expect(least).toBe(list.length <= count ? Number.NEGATIVE_INFINITY : descending[count - 1]);
        expect([...values]).toEqual(list);
      }),
    );
  });
});
