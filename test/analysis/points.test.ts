import { expect, it } from 'vitest';
import { pointsOf } from '../../src/analysis/points.ts';

it.each([
  ['3', 3],
  ['0', 0],
  ['1.5', 1.5],
  ['1,5', 1.5],
  ['1000,5', 1000.5],
  ['0,25', 0.25],
  ['1.000', 1],
  // One or a thousand, nobody knows.
  ['1,000', Number.NaN],
  ['12,000', Number.NaN],
  ['100,000', Number.NaN],
  ['1000,000', 1000],
  ['XL', Number.NaN],
  ['-1', Number.NaN],
  [null, Number.NaN],
])('an estimate of %j is %d points', (text, points) => {
  expect(pointsOf(text)).toBe(points);
});
