import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchangeWeeks, type Parts } from '../../../src/stats/compare/exchange.ts';
import { RandomStream } from '../../../src/stats/random/index.ts';

const near = (value: number, digits = 5) => expect.closeTo(value, digits);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const stream = () => RandomStream.named(1, 'test');

/** Every exchange, as sets of weeks. */
function plainExchange(a: Parts, b: Parts, swapped: boolean): number {
  const n = a.sums.length;
  const all = [a, b].flatMap(({ sums, wholes }) => Array.from(sums, (one, at) => [one, wholes[at] as number] as const));
  const ratio = (parts: readonly (readonly [number, number])[]) =>
    sum(parts.map(([one]) => one)) / sum(parts.map(([, w]) => w));
  const differences: number[] = [];
  for (let mask = 0; mask < 2 ** (swapped ? n : all.length); mask++) {
    const taken = all.map((_, at) =>
      swapped ? ((mask >> (at % n)) & 1) === (at < n ? 1 : 0) : ((mask >> at) & 1) === 1,
    );
    if (!swapped && taken.filter(Boolean).length !== n) continue;
    differences.push(ratio(all.filter((_, at) => !taken[at])) - ratio(all.filter((_, at) => taken[at])));
  }
  const observed = Math.abs(ratio(all.slice(n)) - ratio(all.slice(0, n)));
  return (
    differences.filter((one) => !(Math.abs(one) < observed - 1e-9 * Math.max(1, observed))).length / differences.length
  );
}

describe('the exchange of weeks', () => {
  it('of three and three: 2 of 20 are as far', () => {
    const parts = (sums: number[]) => ({ sums, wholes: sums.map(() => 1) });
    const found = exchangeWeeks(parts([1, 2, 3]), parts([4, 5, 6]), 'dealt', stream());
    expect(found).toEqual({ difference: 3, p: near(0.1), leastP: 0.1, enumerated: true });
    // 3 and 2 weeks: 10 ways; 3 4 5 to A is as far as 1 2 3, to the other side.
    expect(exchangeWeeks(parts([1, 2, 3]), parts([4, 5]), 'dealt', stream())).toMatchObject({ p: 0.2, leastP: 0.1 });
    // Swapped, 8 ways.
    expect(exchangeWeeks(parts([1, 2, 3]), parts([4, 5, 6]), 'swapped', stream())).toMatchObject({
      p: 0.25,
      leastP: 0.25,
    });
  });

  it('is what every exchange, one by one, gives', () => {
    const part = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 5 }));
    const parts = (list: [number, number][]) => ({ sums: list.map(([one]) => one), wholes: list.map(([, w]) => w) });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.array(part, { minLength: 1, maxLength: 5 }),
        (a, b) => {
          const [sideA, sideB] = [parts(a), parts(b)];
          expect(exchangeWeeks(sideA, sideB, 'dealt', stream()).p).toEqual(near(plainExchange(sideA, sideB, false), 9));
          const count = Math.min(a.length, b.length);
          const [pairA, pairB] = [parts(a.slice(0, count)), parts(b.slice(0, count))];
          expect(exchangeWeeks(pairA, pairB, 'swapped', stream()).p).toEqual(
            near(plainExchange(pairA, pairB, true), 9),
          );
        },
      ),
    );
  });

  it('drawn instead of gone through comes to about the same', () => {
    const random = stream();
    const side = (count: number, shift: number) => ({
      sums: Array.from({ length: count }, () => shift + random.normal()),
      wholes: Array(count).fill(1),
    });
    // 18 weeks, 9 of each: 48,620 ways. 20 of them: 184,756.
    const whole = exchangeWeeks(side(9, 0), side(9, 0.8), 'dealt', stream());
    expect(whole).toMatchObject({ enumerated: true });
    const drawn = exchangeWeeks(side(10, 0), side(10, 0), 'dealt', stream());
    expect(drawn).toMatchObject({ enumerated: false, leastP: 1 / 10_001 });
    const [a, b] = [side(16, 0), side(16, 0.5)];
    const swapped = exchangeWeeks(a, b, 'swapped', stream()).p as number;
    // The paired t of the same weeks, by the normal distribution of the signs' sum.
    const differences = a.sums.map((one, at) => (b.sums[at] as number) - one);
    const z = Math.abs(sum(differences)) / Math.sqrt(sum(differences.map((one) => one ** 2)));
    expect(Math.abs(swapped - 2 * (1 - normal(z)))).toBeLessThan(0.02);
  });

  it('one week of thousands, empty sides and nothing at all end well', () => {
    const many = { sums: Array(3000).fill(1), wholes: Array(3000).fill(1) };
    expect(exchangeWeeks(many, { sums: [9], wholes: [1] }, 'dealt', stream()).p).toEqual(near(1 / 3001));
    expect(exchangeWeeks({ sums: [9], wholes: [1] }, many, 'dealt', stream()).p).toEqual(near(1 / 3001));
    const none = { sums: [], wholes: [] };
    expect(exchangeWeeks(none, many, 'dealt', stream())).toMatchObject({ p: null, difference: 0 });
    expect(exchangeWeeks(none, none, 'swapped', stream())).toMatchObject({ p: null, difference: 0 });
  });
});

/** The normal distribution, by the trapezoid rule. */
function normal(z: number): number {
  const steps = 2000;
  let area = 0;
  for (let step = 0; step < steps; step++) {
    const x = ((step + 0.5) / steps) * z;
    area += (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * (z / steps);
  }
  return 0.5 + area;
}
