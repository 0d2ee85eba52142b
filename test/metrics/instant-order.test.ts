import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOrder } from '../../src/metrics/derive/cost/instant-order.ts';

/** The instants in the order that was found, and whether every place is there once. */
function inOrder(instants: number[]): { sorted: number[]; places: number } {
  const order = instantOrder(Float64Array.from(instants), instants.length);
  return { sorted: Array.from(order, (place) => instants[place] as number), places: new Set(order).size };
}

describe('the order of instants', () => {
  it('is that of a plain sort, whatever lies at one instant, near others or far away', () => {
    const near = fc.integer({ min: 0, max: 40 }).map((hour) => hour * 3_600_000);
    const instant = fc.oneof(
      { weight: 6, arbitrary: near },
      { weight: 3, arbitrary: fc.constant(28_800_000) },
      { weight: 1, arbitrary: fc.double({ min: 0, max: 1e14, noNaN: true }) },
    );
    fc.assert(
      fc.property(fc.array(instant, { maxLength: 400 }), (instants) => {
        const { sorted, places } = inOrder(instants);
        expect(places).toBe(instants.length);
        expect(sorted).toEqual([...instants].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['all at one instant', (_place: number) => 5],
    ['rising', (place: number) => place],
    ['falling', (place: number) => -place],
    ['two instants in turn', (place: number) => place % 2],
    ['rising and falling', (place: number) => Math.min(place, 20_000 - place)],
    ['within one step but for one far away', (place: number) => (place === 777 ? 1e15 : (place * 7919) % 20_011)],
    ['an organ pipe within one step', (place: number) => (place === 0 ? 1e15 : Math.abs(10_000 - place))],
  ])('takes no quadratic time: %s', (_, instantOf) => {
    const instants = Array.from({ length: 20_000 }, (_one, place) => instantOf(place));
    let looks = 0;
    const column = new Proxy(Float64Array.from(instants), {
      get(target, key) {
        looks++;
        return target[key as unknown as number];
      },
    });
    const order = instantOrder(column, instants.length);
    for (let next = 1; next < order.length; next++) {
      expect(instants[order[next] as number]).toBeGreaterThanOrEqual(instants[order[next - 1] as number] as number);
    }
    // Up to 64 rounds of splitting that are bad, and then a sort; all pairs would be 200 million.
    expect(looks).toBeLessThan(20_000 * 128);
  });

  it('is the same where the platform sorts what many splits have left', () => {
    for (const splits of [0, 1, 2, 5]) {
      for (const length of [2, 24, 25, 26, 49, 50, 400]) {
        // One far away, so that all others lie in one step.
        const instants = Float64Array.from({ length }, (_, place) => (place === 1 ? 1e15 : (place * 7919) % 211));
        const order = instantOrder(instants, length, splits);
        expect([...order].sort((a, b) => a - b)).toEqual([...order.keys()]);
        expect(Array.from(order, (place) => instants[place])).toEqual([...instants].sort((a, b) => a - b));
      }
    }
  });

  it('counts no further than told', () => {
    expect([...instantOrder(Float64Array.of(3, 1, 2, 0), 3)]).toEqual([1, 2, 0]);
    expect([...instantOrder(new Float64Array(4), 0)]).toEqual([]);
  });
});
