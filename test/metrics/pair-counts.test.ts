import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PairCounts } from '../../src/metrics/derive/pair-counts.ts';

const sorted = (pairs: readonly { from: number; to: number; count: number }[]) =>
  pairs.map(({ from, to, count }) => `${from}-${to} ${count}`).sort();

describe('PairCounts', () => {
  it.each([1, 2, 1023, 1024, 1025, 100_000])('tells all pairs of up to %i numbers apart', (size) => {
    // A million pairs have a place each; of more numbers, a pair is an entry of a map.
    const numbers = [...new Set([0, 1, size >> 1, size - 2, size - 1])].filter(
      (number) => number >= 0 && number < size,
    );
    const counts = new PairCounts(size);
    const plain: string[] = [];
    for (const [place, from] of numbers.entries()) {
      for (const [other, to] of numbers.entries()) {
        const times = 1 + ((3 * place + other) % 4);
        for (let time = 0; time < times; time++) counts.add(from, to);
        plain.push(`${from}-${to} ${times}`);
      }
    }
    expect(sorted(counts.list())).toEqual([...new Set(plain)].sort());
  });

  it.each([
    ['few numbers', 8],
    ['many', 5000],
  ])('counts pairs of %s, and lists the most frequent', (_, size) => {
    const number = fc.nat({ max: 7 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number)), fc.integer({ min: 1, max: 10 }), (added, most) => {
        const counts = new PairCounts(size);
        const plain = new Map<string, number>();
        for (const [from, to] of added) {
          counts.add(from, to);
          plain.set(`${from}-${to}`, (plain.get(`${from}-${to}`) ?? 0) + 1);
        }
        expect(sorted(counts.list())).toEqual([...plain].map(([pair, count]) => `${pair} ${count}`).sort());
        const least = [...plain.values()].sort((a, b) => b - a)[Math.min(most, plain.size) - 1] ?? 0;
        const frequent = [...plain].filter(([, count]) => count >= least);
        expect(sorted(counts.list(most))).toEqual(frequent.map(([pair, count]) => `${pair} ${count}`).sort());
      }),
    );
  });
});
