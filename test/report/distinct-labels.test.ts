import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctLabels } from '../../src/report/draw/distinct-labels.ts';
import { safeText } from '../../src/report/draw/safe-text.ts';
import { textWidth } from '../../src/report/draw/text-width.ts';

const stages = [
  'Accepted / Wait',
  'Accepted / Wait - User',
  'Accepted / Wait - Vendor',
  'Accepted / Assigned',
  'Queued',
];

describe('shorten', () => {
  it('leaves what fits as it is', () => {
    expect(distinctLabels(stages, 24)).toEqual(stages);
  });

  it('cuts ends where that tells texts apart', () => {
    expect(distinctLabels(['Landing page for spring', 'Press release for autumn'], 14)).toEqual([
      'Landing page…',
      'Press release…',
    ]);
  });

  it('cuts the middle of names that begin alike', () => {
    expect(distinctLabels(stages, 16)).toEqual([
      'Accepted / Wait',
      'Acce…Wait - User',
      'Accepted…Vendor',
      'Accepte…Assigned',
      'Queued',
    ]);
  });

  it('does not cut a text to what another one is', () => {
    expect(distinctLabels(['Legal approval', 'Legal approval (again)'], 15)).toEqual([
      'Legal approval',
      'Legal a…(again)',
    ]);
  });

  it('cuts around the difference where beginnings and ends are alike', () => {
    const titles = ['German', 'French'].map((language) => `Landing page in ${language} for the spring campaign`);
    expect(distinctLabels(titles, 20)).toEqual(['Landi…German for th…', 'Landi…French for th…']);
  });

  it('numbers what nothing else tells apart', () => {
    expect(distinctLabels(['a'.repeat(30), 'a'.repeat(31), 'a'.repeat(30)], 8)).toEqual([
      'aaaaaa…2',
      'aaaaaa…3',
      'aaaaaa…2',
    ]);
  });

  it('never makes two different texts look the same, nor wider than the column', () => {
    const word = fc.constantFrom(
      'Accepted',
      'Wait',
      ' / ',
      ' - ',
      'User',
      'Vendor',
      '承認',
      '待ち',
      '👩‍👩‍👧‍👦',
      'é',
      '…',
      '2',
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 12 }).map((words) => words.join('')),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), fc.integer({ min: 8, max: 24 }), (texts, width) => {
        const safe = texts.map((each) => safeText(each));
        const short = distinctLabels(safe, width);
        for (const each of short) expect(textWidth(each)).toBeLessThanOrEqual(width);
        expect(new Set(short).size).toBe(new Set(safe).size);
      }),
      { numRuns: 500 },
    );
  });
});
