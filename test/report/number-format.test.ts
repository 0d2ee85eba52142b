import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/model/document/document-parts.ts';
import { countOf, formatNumber } from '../../src/model/document/number-format.ts';

const MINUTE = 1 / 1440;
const HOUR = 1 / 24;

describe('formatNumber', () => {
  it.each<[number | null, Unit, string]>([
    [null, 'days', '—'],
    [0, 'days', '0 d'],
    [5.787e-8, 'days', '<1 s'],
    [1 / 86_400, 'days', '1.0 s'],
    [45.4 / 86_400, 'days', '45 s'],
    [59.6 / 86_400, 'days', '1.0 min'],
    [4.5 * MINUTE, 'days', '4.5 min'],
    [45 * MINUTE, 'days', '45 min'],
    [9.97 * MINUTE, 'days', '10 min'],
    [59.4 * MINUTE, 'days', '59 min'],
    [59.5 * MINUTE, 'days', '1.0 h'],
    [59.97 * MINUTE, 'days', '1.0 h'],
    [2.1 * HOUR, 'days', '2.1 h'],
    [23.94 * HOUR, 'days', '23.9 h'],
    [23.96 * HOUR, 'days', '1.0 d'],
    [1, 'days', '1.0 d'],
    [3.214, 'days', '3.2 d'],
    [99.94, 'days', '99.9 d'],
    [99.96, 'days', '100 d'],
    [412.68, 'days', '413 d'],
    [12_345.6, 'days', '12346 d'],
    [-0.5, 'days', '-12.0 h'],
    [-0, 'days', '0 d'],
    [-0, 'share', '0 %'],
    [-0, 'number', '0'],
    [-0, 'hours', '0 h'],
    [-5.787e-8, 'days', '>-1 s'],
    [-0.0004, 'share', '>-0.1 %'],
    [-0.99999, 'share', '<-99.9 %'],
    [0, 'hours', '0 h'],
    [0.04, 'hours', '<0.1 h'],
    [0.05, 'hours', '0.1 h'],
    [86.66, 'hours', '86.7 h'],
    [0, 'share', '0 %'],
    [0.0004, 'share', '<0.1 %'],
    [0.042, 'share', '4.2 %'],
    [0.0996, 'share', '10 %'],
    [0.624, 'share', '62 %'],
    [0.9951, 'share', '99.5 %'],
    [0.99999, 'share', '>99.9 %'],
    [1, 'share', '100 %'],
    [1.25, 'share', '125 %'],
    [0, 'items', '0'],
    [9999, 'items', '9999'],
    [12_430, 'items', '12430'],
    [1_234_567, 'number', '1234567'],
    [0.001, 'number', '<0.01'],
    [1.6009, 'number', '1.6'],
    [9.855, 'number', '9.86'],
    [9.999, 'number', '10'],
    [84.62, 'number', '84.6'],
    [184.62, 'number', '185'],
    [6.5714, 'per period', '6.57'],
    [1.06, 'per day', '1.06 / d'],
    [20.5, 'points', '20.5'],
  ])('writes %d in %s as %s', (value, unit, text) => {
    expect(formatNumber(value, unit, 'clock')).toBe(text);
  });

  it.each<[number, string]>([
    [0, '0 d'],
    [0.001, '<0.01 d'],
    [0.375, '0.38 d'],
    [0.996, '1.0 d'],
    [3.214, '3.2 d'],
  ])('does not split %d working days into hours: %s', (value, text) => {
    expect(formatNumber(value, 'days')).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses %d as a defect', (value) => {
    expect(() => formatNumber(value, 'days')).toThrow(RangeError);
  });

  it('counts nouns', () => {
    expect([countOf(0, 'item'), countOf(1, 'item'), countOf(12_430, 'item')]).toEqual([
      '0 items',
      '1 item',
      '12430 items',
    ]);
  });
});
