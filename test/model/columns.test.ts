import { describe, expect, it } from 'vitest';
import { Float64Column, Growth, Int32Column } from '../../src/model/log/columns.ts';
import { growArray, roomFor } from '../../src/model/log/grow-array.ts';

/** Both sides of each length at which a column that begins with so much room grows, three times over. */
const around = (room: number) =>
  [1, 2, 4, 8].flatMap((times) => [-1, 0, 1].map((by) => times * Math.max(16, room) + by));

describe.each([
  ['integers', (capacity?: number) => new Int32Column(capacity), (index: number) => 7 * index - 3],
  [
    'doubles',
    (capacity?: number) => new Float64Column(capacity),
    (index: number) => (index % 5 ? index / 3 : Number.NaN),
  ],
] as const)('a column of %s holds what an array holds', (_, make, value) => {
  it.each([0, 1, 15, 16, 17, undefined])('that begins with room for %s', (room) => {
    const column = make(room);
    const plain: number[] = [];
    const check = () => {
      expect([column.length, ...column.values()]).toEqual([plain.length, ...plain]);
      expect(plain.map((_one, index) => column.at(index))).toEqual(plain);
    };
    const lengths = new Set(around(room ?? 1024));
    for (let index = 0; plain.length <= Math.max(...lengths); index++) {
      expect(column.push(value(index))).toBe(plain.length);
      plain.push(value(index));
      if (!lengths.has(plain.length)) continue;
      for (const at of [0, plain.length - 1]) {
        column.set(at, value(at + 1));
        plain[at] = value(at + 1);
      }
      check();
    }
    for (const length of [plain.length, plain.length - 1, 17, 1, 0]) {
      column.truncate(length);
      plain.length = length;
      check();
    }
    column.push(value(9));
    plain.push(value(9));
    check();
  });
});

it('a column made longer is twice as long, with all that was in it in front', () => {
  expect(growArray(Int32Array.of(3, -4, 5))).toEqual(Int32Array.of(3, -4, 5, 0, 0, 0));
  expect(growArray(Float64Array.of(0.5))).toEqual(Float64Array.of(0.5, 0));
});

it('a column with room is the same, and one without is replaced by one of twice the length that is wanted', () => {
  for (const column of [new Float64Array(64), new Int32Array(64), new Uint8Array(64)]) {
    for (const length of [0, 1, 63, 64]) expect(roomFor(column, length)).toBe(column);
    expect(roomFor(column, 65)).toEqual(new (column.constructor as typeof Uint8Array)(130));
  }
});

describe('how much longer a column gets', () => {
  it.each([
    // At least twice as long, rounded up, and no more than 4096 times.
    [1, 1000, 2000],
    [1.999, 1000, 2000],
    [2.0001, 1000, 2001],
    [3, 7, 21],
    [4095.5, 2, 8191],
    [4096, 2, 8192],
    [4097, 2, 8192],
    [Number.POSITIVE_INFINITY, 2, 8192],
  ])('by a factor of %s: %i becomes %i', (factor, length, wanted) => {
    const growth = new Growth();
    growth.factor = factor;
    expect(growth.longer(length)).toBe(wanted);
  });
});
