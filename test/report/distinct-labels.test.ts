import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cut, cuts } from '../../src/report/draw/cut-text.ts';
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

describe('ways to cut a text', () => {
  const [, middle, around] = cuts as readonly [Cut, Cut, Cut];

  it('keep the end from the start of a word, if that leaves half of it', () => {
    // Of 17 columns 16 are for text, ⌈16 × 0.6⌉ = 10 of them for the end: half of it is "vwxyz", the other half " abcd".
    expect(middle('Head abcdefghijklmnopqrstuvwxyz abcd', 17, [])).toBe('Head abcdefg…abcd');
    // A word more than half way through is not waited for.
    expect(middle('Head abcdefghijklmnopqrstuvwxyz abc', 17, [])).toBe('Head a…uvwxyz abc');
  });

  it('keep a quarter of the beginning around what differs', () => {
    // ⌊19 ÷ 4⌋ = 4.
    const texts = ['Landing page in German', 'Landing page in French'];
    expect(around('Landing page in German', 19, texts)).toBe('Land…German');
  });

  it('are never wider than they may be, though some letters take three columns', () => {
    const letter = 'क्षि';
    expect(textWidth(letter)).toBe(3);
    // 18 columns for text, ⌈18 × 0.6⌉ = 11 for the end: three letters of it, then two more beside "ab" in the 9 left.
    expect(middle(`ab${letter.repeat(12)}`, 19, [])).toBe(`ab${letter.repeat(2)}…${letter.repeat(3)}`);
    for (let width = 8; width < 30; width++)
      expect(textWidth(middle(`ab${letter.repeat(12)}`, width, []))).toBeLessThanOrEqual(width);
  });

  it('give way where a run of joined letters is wider than its part', () => {
    const joined = `Landing ${'क्'.repeat(30)}`;
    for (const short of distinctLabels([`${joined}a`, `${joined}b`], 12))
      expect(textWidth(short)).toBeLessThanOrEqual(12);
  });
});

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

  it('cuts ends where texts part well before the cut', () => {
    // Of 20 columns the first 14 are seen at a glance: these part after 12.
    const texts = ['Landing pageABCDEFGHIJ', 'Landing pageKLMNOPQRST'];
    expect(distinctLabels(texts, 20)).toEqual(['Landing pageABCDEFG…', 'Landing pageKLMNOPQ…']);
    // After 15 it takes their ends.
    expect(distinctLabels(['Landing page fivABCDEFGH', 'Landing page fivKLMNOPQR'], 20)).toEqual([
      'Landing…fivABCDEFGH',
      'Landing…fivKLMNOPQR',
    ]);
  });

  it('numbers on where a text that fits looks like a number', () => {
    // In 3 columns there is room for two figures.
    const long = Array.from({ length: 10 }, (_, index) => 'a'.repeat(30 + index));
    const shown = distinctLabels(['…10', ...long], 3);
    expect(shown).toEqual(['…10', 'a…2', 'a…3', 'a…4', 'a…5', 'a…6', 'a…7', 'a…8', 'a…9', '…11', '…12']);
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
