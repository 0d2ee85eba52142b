import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUpTo, timeByCount } from '../../src/metrics/derive/occupancy.ts';

describe('how long how many were there', () => {
  const stays = fc.array(
    fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 9 })).map(([from, time]) => [from, from + time] as const),
    { maxLength: 40 },
  );

  it('is what counting hour by hour gives', () => {
    fc.assert(
      fc.property(stays, (spans) => {
        const ascending = (instants: number[]) => Float64Array.from(instants).sort();
        const entries = ascending(spans.map(([from]) => from));
        const exits = ascending(spans.map(([, to]) => to));
        const hours = Array.from({ length: 30 }, (_, hour) => spans.filter(([from, to]) => from <= hour && hour < to));
        const most = Math.max(0, ...hours.map((there) => there.length));
        const wanted = Array.from(
          { length: most + 1 },
          (_, count) => hours.filter((one) => one.length === count).length,
        );
        expect([...timeByCount({ entries, exits }, 0, 30)]).toEqual(wanted);
      }),
    );
  });

  it('ends, whatever the instants are', () => {
    const unknown = Float64Array.of(Number.NaN, Number.NaN);
    for (const entries of [Float64Array.of(1, 2), unknown])
      for (const exits of [Float64Array.of(3, 4), unknown]) timeByCount({ entries, exits }, 0, 9);
  });
});

it('instants up to a moment are counted as one by one', () => {
  for (let length = 0; length < 20; length++) {
    const instants = Float64Array.from({ length }, (_, index) => 2 * Math.floor(index / 2));
    for (let moment = -1; moment <= length; moment++)
      expect(countUpTo(instants, moment)).toBe(instants.filter((instant) => instant <= moment).length);
  }
});
