import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DurationUnit, durationIn, durationUnits } from '../../src/model/document/duration-column.ts';

const PER_DAY: Readonly<Record<DurationUnit, number>> = { d: 1, h: 24, min: 1440, s: 86_400 };
const UNITS = ['d', 'h', 'min', 's'] as const;
const HOUR = 1 / 24;

describe('the units of a table', () => {
  it('are one for all columns: days from a typical day upward, hours below, minutes below an hour', () => {
    expect(durationUnits([[1, 2, 3]])).toEqual(['d']);
    // The percentiles of a row, its mean, the least and the most: days as the sentence above them says, not 334 hours.
    expect(durationUnits([[3.9], [8.1], [13.9], [30.8], [7.8], [1.1 * HOUR], [34.9]])).toEqual(Array(7).fill('d'));
    // Half of 0.3 and 1.7 days is a day, half of 0.3 and 1.6 is not.
    expect(durationUnits([[0.3], [1.7]])).toEqual(['d', 'd']);
    expect(durationUnits([[0.3], [1.6]])).toEqual(['h', 'h']);
    // 18 minutes, 3.5 hours and 3.8 days.
    expect(durationUnits([[0.3 * HOUR], [3.5 * HOUR], [3.8]])).toEqual(['h', 'h', 'h']);
    expect(durationUnits([[HOUR / 2], [HOUR / 3]])).toEqual(['min', 'min']);
  });

  it('are its own for a column of which the one unit would show less than 0.04, or 10000 and more', () => {
    expect(durationUnits([[3], [8], [0.04]])).toEqual(['d', 'd', 'd']);
    expect(durationUnits([[3], [8], [0.0399]])).toEqual(['d', 'd', 'min']);
    expect(durationUnits([[3], [8], [4 / 86_400]])).toEqual(['d', 'd', 's']);
    expect(durationUnits([[0.5], [0.6], [9999 * HOUR]])).toEqual(['h', 'h', 'h']);
    expect(durationUnits([[0.5], [0.6], [10_000 * HOUR]])).toEqual(['h', 'h', 'd']);
  });

  it('are large enough for the longest of the column', () => {
    // 19 and 29 seconds, 178 days: no unit shows both.
    expect(
      durationUnits([
        [178, 178, 106],
        [19 / 86_400, 29 / 86_400, 19 / 86_400, 178],
      ]),
    ).toEqual(['d', 'd']);
    expect(durationUnits([[19 / 86_400, 19 / 86_400, 178]])).toEqual(['d']);
    // A quarter of an hour, three times, and once a month: 0.25 h and 720 h.
    expect(durationUnits([[HOUR / 4, HOUR / 4, HOUR / 4, 30]])).toEqual(['h']);
    expect(durationUnits([[HOUR / 4, HOUR / 4, HOUR / 4, 6]])).toEqual(['min']);
  });

  it('follow the median of what takes time, whatever its sign', () => {
    expect(durationUnits([[0, 0, 0, HOUR]])).toEqual(['h']);
    expect(durationUnits([[-3, -2, HOUR]])).toEqual(['d']);
    // Of an even number the mean of the two in the middle: half of 0.4 and 1.6 days.
    expect(durationUnits([[0.4, 1.6]])).toEqual(['d']);
    expect(durationUnits([[0.4, 1.59]])).toEqual(['h']);
  });

  it('are days where nothing takes time, seconds where hardly any passes', () => {
    expect(durationUnits([[], [0]])).toEqual(['d', 'd']);
    expect(durationUnits([[0.1 / 86_400]])).toEqual(['s']);
    // A column of nothing goes with the others.
    expect(durationUnits([[0], [HOUR]])).toEqual(['h', 'h']);
  });

  it('are as the slow and plain way has them', () => {
    const near = fc
      .tuple(fc.constantFrom(1, 24, 1440, 86_400), fc.constantFrom(0.0399, 0.04, 0.999, 1, 1.001, 9999, 10_000, 0, -1))
      .map(([perDay, amount]) => amount / perDay);
    const days = fc.oneof(near, fc.double({ min: 0, max: 4000, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.array(days, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), (columns) => {
        const medians = columns.map((column) => {
          const sorted = column.map(Math.abs).filter((value) => value !== 0);
          sorted.sort((a, b) => a - b);
          while (sorted.length > 2) {
            sorted.shift();
            sorted.pop();
          }
          return sorted.length === 0 ? null : sorted.reduce((a, b) => a + b) / sorted.length;
        });
        const unitFor = (median: number | null): DurationUnit => {
          if (median === null) return 'd';
          return UNITS.find((unit) => median * PER_DAY[unit] >= 1) ?? 's';
        };
        const known = medians.filter((median) => median !== null).sort((a, b) => a - b);
        const middle = known.slice(Math.ceil(known.length / 2) - 1, Math.floor(known.length / 2) + 1);
        const one = unitFor(known.length === 0 ? null : middle.reduce((a, b) => a + b) / middle.length);
        const own = medians.map((median, index) => {
          if (median === null) return one;
          const longest = Math.max(...(columns[index] ?? []).map(Math.abs));
          const tried = [one, ...[...UNITS].reverse().filter((unit) => PER_DAY[unit] <= PER_DAY[unitFor(median)])];
          for (const unit of tried) {
            if (median * PER_DAY[unit] >= 0.04 && longest * PER_DAY[unit] < 10_000) return unit;
          }
          return unitFor(longest);
        });
        expect(durationUnits(columns)).toEqual(own);
      }),
    );
  });
});

describe('a duration in the unit of its column', () => {
  it.each<[DurationUnit, number, string]>([
    ['d', 0, '0 d'],
    ['d', 0.0049, '<0.01 d'],
    ['d', 0.005, '0.01 d'],
    ['d', 0.42, '0.42 d'],
    ['d', 0.994, '0.99 d'],
    ['d', 0.995, '1.0 d'],
    ['d', 12.345, '12.3 d'],
    ['d', 412.6, '413 d'],
    ['h', 1.5, '36.0 h'],
    ['h', 0.005 / 24, '0.01 h'],
    ['min', 9.94 / 1440, '9.9 min'],
    ['min', 9.95 / 1440, '10 min'],
    ['min', 44.4 / 1440, '44 min'],
    ['s', -0.001 / 86_400, '>-0.01 s'],
    ['d', -3, '-3.0 d'],
  ])('of %s days: %d is %s', (unit, days, text) => {
    expect(durationIn(unit, days)).toBe(text);
  });
});
