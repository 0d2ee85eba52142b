import { describe, expect, it } from 'vitest';
import { Growth } from '../../src/model/log/columns.ts';
import { Transitions } from '../../src/model/log/transitions.ts';

describe('transitions hold what was pushed', () => {
  it.each([1, 2.5, 4096])('where the log is likely to get %d times as long', (factor) => {
    const growth = new Growth();
    growth.factor = factor;
    const transitions = new Transitions(growth);
    const plain: number[][] = [];
    const kept = () =>
      plain.map((_, row) => [
        transitions.item(row),
        transitions.at(row),
        transitions.from(row),
        transitions.to(row),
        transitions.people(row),
        transitions.line(row),
      ]);
    // Room for 1024 rows at first; every part of a row differs from all others.
    for (const length of [1, 1023, 1024, 1025, 2047, 2048, 2049, 2560, 2561, 4097]) {
      while (plain.length < length) {
        const row = plain.length;
        const one = [
          6 * row + 1,
          (6 * row + 2) * 1e6 + 0.5,
          6 * row + 3,
          -6 * row - 4,
          6 * row + 5,
          3 * row + (row % 3),
        ];
        expect(transitions.push(...(one as [number, number, number, number, number, number]))).toBe(row);
        plain.push(one);
      }
      expect(transitions.length).toBe(length);
      expect(kept()).toEqual(plain);
    }
  });

  it.each([
    [[], Number.NaN, true],
    [[5], 5, true],
    [[5, 5, 6], 6, true],
    [[5, 6, 5], 6, false],
    [[5, 4, 9], 9, false],
  ])('and know the latest instant of %j, and whether they ascend', (instants, latest, ascending) => {
    const transitions = new Transitions(new Growth());
    for (const at of instants) transitions.push(0, at, 0, 0, 0, 1);
    expect([transitions.latest, transitions.ascending]).toEqual([latest, ascending]);
  });
});
