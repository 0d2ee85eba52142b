import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineNumbers } from '../../../src/model/log/line-numbers.ts';

function keep(lines: readonly number[]): LineNumbers {
  const numbers = new LineNumbers();
  for (const line of lines) numbers.push(line);
  return numbers;
}

describe('the lines of rows', () => {
  it.each([
    ['one after another', [2, 3, 4, 5, 6]],
    ['all the same, as a file on one line has them', [1, 1, 1, 1]],
    ['with a blank line in between', [2, 3, 5, 6, 7]],
    ['of two files', [2, 3, 4, 2, 3, 4, 5]],
    ['backward', [9, 7, 5, 4, 3]],
    ['a single one', [2]],
    ['a step down to nothing', [3, 2, 1, 0, 1, 0]],
  ])('are told again: %s', (_, lines) => {
    const kept = keep(lines);
    expect(lines.map((_line, row) => kept.at(row))).toEqual(lines);
  });

  it('are told again in many runs, of every length', () => {
    // Runs are kept in columns with room for 16 at first: both sides of each step, up to 512 runs and beyond.
    for (const runs of [1, 15, 16, 17, 31, 32, 33, 63, 64, 65, 511, 512, 513, 1025]) {
      for (const length of [1, 2, 3, 4]) {
        const lines = Array.from({ length: runs * length }, (_, row) => {
          const run = Math.floor(row / length);
          return 10 + ((run * 7919) % 1009) + (row % length) * ((run % 5) - 1);
        });
        const kept = keep(lines);
        expect(lines.map((_line, row) => kept.at(row))).toEqual(lines);
      }
    }
  });

  it('are told again, whatever they are', () => {
    // Few different steps, so that runs of them are as likely as turns.
    const steps = array(constantFrom(1, 1, 1, 2, 0, -1, 40), { maxLength: 60 });
    assert(
      property(integer({ min: 100, max: 200 }), steps, (first, by) => {
        const lines = [first];
        for (const step of by) lines.push((lines.at(-1) as number) + step);
        const kept = keep(lines);
        expect(lines.map((_line, row) => kept.at(row))).toEqual(lines);
      }),
    );
  });
});
