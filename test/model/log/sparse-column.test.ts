import { array, assert, constantFrom, integer, oneof, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SparseColumn } from '../../../src/model/log/sparse-column.ts';

const MAKES = [
  { none: Number.NaN, make: (length: number) => new Float64Array(length) },
  { none: 0, make: (length: number) => new Int32Array(length) },
  { none: -1, make: (length: number) => new Int32Array(length) },
];

describe('a sparse column', () => {
  it('holds what an array holds', () => {
    const value = constantFrom(Number.NaN, 0, -1, 7);
    const step = oneof(
      record({ push: value }),
      record({ at: integer({ min: 0, max: 40 }), set: value }),
      record({ all: constantFrom(true) }),
    );
    assert(
      property(tuple(constantFrom(...MAKES), array(step, { maxLength: 60 })), ([{ none, make }, steps]) => {
        const column = new SparseColumn<Float64Array | Int32Array>(none, make);
        const expected: number[] = [];
        // What an array of the kind makes of a value that it cannot hold.
        const kept = (one: number) => make(1).fill(one)[0] as number;
        for (const one of steps) {
          if ('push' in one) {
            expect(column.push(one.push)).toBe(expected.length);
            expected.push(kept(one.push));
          } else if ('all' in one) expect([...column.values()]).toEqual(expected);
          else if (one.at < expected.length) {
            column.set(one.at, one.set);
            expected[one.at] = kept(one.set);
          }
        }
        expect(column.length).toBe(expected.length);
        expect(expected.map((_, index) => column.at(index))).toEqual(expected);
        for (const sought of [none, 7]) {
          const is = (one: number) => Object.is(one, sought);
          expect(column.some(is)).toBe(expected.some(is));
        }
      }),
    );
  });

  it.each(MAKES)(
    'holds what an array holds, through every step of growth, where nothing is $none',
    ({ none, make }) => {
      for (const length of [1, 15, 16, 17, 31, 32, 33, 63, 64, 65, 200]) {
        for (const set of [0, 14, 15, 16, 17, 31, 32, 33, 64, length - 1].filter((index) => index < length)) {
          const column = new SparseColumn<Float64Array | Int32Array>(none, make);
          const expected = Array.from({ length }, () => none);
          for (let index = 0; index < length; index++) column.push(none);
          column.set(set, 7);
          expected[set] = 7;
          expect(expected.map((_, index) => column.at(index))).toEqual(expected);
          expect(column.some((value) => Object.is(value, none))).toBe(length > 1);
          expect([...column.values()]).toEqual(expected);
          expect(expected.map((_, index) => column.at(index))).toEqual(expected);
        }
      }
    },
  );

  it('keeps nothing of values that say nothing', () => {
    const lengths: number[] = [];
    const column = new SparseColumn(0, (length) => {
      lengths.push(length);
      return new Uint8Array(length);
    });
    for (let index = 0; index < 1000; index++) column.push(0);
    expect([column.length, column.at(999), lengths]).toEqual([1000, 0, [0]]);
    column.set(500, 1);
    expect([column.at(499), column.at(500), column.at(999)]).toEqual([0, 1, 0]);
  });
});
