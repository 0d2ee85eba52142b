import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DurationUnit, durationIn, durationUnits } from '../../src/model/document/duration-column.ts';

const PER_DAY: Readonly<Record<DurationUnit, number>> = { d: 1, h: 24, min: 1440, s: 86_400 };
const UNITS = ['d', 'h', 'min', 's'] as const;
const HOUR = 1 / 24;

describe('the units of a table', () => {
  it('are one for all columns if it gives each median one to three digits', () => {
    expect(durationUnits([[1, 2, 3]])).toEqual(['d']);
    // Medians of 18 hours and 2 days: 18 and 48 hours.
    expect(durationUnits([[0.75], [2]])).toEqual(['h', 'h']);
    expect(durationUnits([[999 * HOUR], [0.9]])).toEqual(['h', 'h']);
    // 1000 hours are four digits, and 0.9 of a day none: each has its own.
    expect(durationUnits([[1000 * HOUR], [0.9]])).toEqual(['d', 'h']);
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
      .tuple(fc.constantFrom(1, 24, 1440, 86_400), fc.constantFrom(0.999, 1, 1.001, 999, 1000, 0, -1))
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
        const good = (unit: DurationUnit, median: number | null) =>
          median === null || (median * PER_DAY[unit] >= 1 && median * PER_DAY[unit] < 1000);
        const shared = UNITS.filter((unit) => medians.every((median) => good(unit, median)));
        const own = medians.map((median) => {
          if (median === null) return 'd';
          return UNITS.find((unit) => median * PER_DAY[unit] >= 1) ?? 's';
        });
        expect(durationUnits(columns)).toEqual(shared[0] === undefined ? own : columns.map(() => shared[0]));
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
