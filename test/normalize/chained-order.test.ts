import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chainedOrder } from '../../src/normalize/rows/tied-rows.ts';

/** Every order of n rows, in the order of the alphabet. */
function permutations(count: number): number[][] {
  if (count === 0) return [[]];
  return permutations(count - 1)
    .flatMap((order) => Array.from({ length: count }, (_, place) => order.toSpliced(place, 0, count - 1)))
    .sort((a, b) => compare(a, b));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((row, index) => row !== b[index]);
  return place === -1 ? 0 : (a[place] as number) - (b[place] as number);
}

const ORDERS = Array.from({ length: 7 }, (_, count) => permutations(count));

/** The first order in input order in which every `from` equals the `to` before it: with `before`, else without. */
function bruteForce(from: readonly number[], to: readonly number[], before: number): number[] | null {
  const chains = (ORDERS[from.length] as number[][]).filter((order) =>
    order.every((row, place) => place === 0 || from[row] === to[order[place - 1] as number]),
  );
  return chains.find(([first]) => from[first as number] === before) ?? chains[0] ?? null;
}

const row = (statuses: number) => fc.tuple(fc.nat(statuses - 1), fc.nat(statuses - 1));

it('finds the first chain in input order, if there is one: any rows', () => {
  fc.assert(
    fc.property(fc.array(row(4), { minLength: 1, maxLength: 6 }), fc.integer({ min: -1, max: 4 }), (rows, before) => {
      const from = rows.map(([source]) => source);
      const to = rows.map(([, target]) => target);
      expect(chainedOrder(from, to, before)).toEqual(bruteForce(from, to, before));
    }),
    { numRuns: 1500 },
  );
});

it('finds the first chain in input order: rows that do chain, mixed', () => {
  const walk = fc.array(fc.nat(3), { minLength: 2, maxLength: 7 });
  fc.assert(
    fc.property(walk, fc.infiniteStream(fc.nat(1000)), fc.integer({ min: -1, max: 4 }), (statuses, keys, before) => {
      const rows = statuses
        .slice(1)
        .map((to, place) => ({ from: statuses[place] as number, to, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key);
      const from = rows.map((one) => one.from);
      const to = rows.map((one) => one.to);
      const found = chainedOrder(from, to, before);
      expect(found).not.toBeNull();
      expect(found).toEqual(bruteForce(from, to, before));
    }),
    { numRuns: 1500 },
  );
});

it('takes time in proportion to the rows, however long the loops', () => {
  const count = 200_000;
  const order = chainedOrder(
    Array.from({ length: count }, (_, row) => row % 3),
    Array.from({ length: count }, (_, row) => (row + 1) % 3),
    0,
  );
  expect(order?.length).toBe(count);
  expect(order?.slice(0, 4)).toEqual([0, 1, 2, 3]);
});
