import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../src/model/time/instant-format.ts';
import { notationOf } from '../../src/report/draw/notation.ts';
import { safeLines, safeText } from '../../src/report/draw/safe-text.ts';
import { padEnd, takeColumns, textWidth, truncate } from '../../src/report/draw/text-width.ts';
import { wrap } from '../../src/report/draw/wrap.ts';

describe('textWidth', () => {
  it.each<[string, number]>([
    ['', 0],
    ['plain', 5],
    ['é', 1],
    ['e\u0301', 1],
    ['日本語', 6],
    ['한국어', 6],
    ['ｶﾅ', 2],
    ['Ａ', 2],
    ['😀', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🇪🇸', 2],
    ['❤️', 2],
    ['1️⃣', 2],
    ['♥', 1],
    ['שלום', 4],
    ['ไม่', 2],
    ['…', 1],
    ['█▉', 2],
    ['12\u202f430', 6],
    // The first and the last of what is wide, and their neighbours.
    ['\u10ff\u1100', 3],
    ['\u2329\u232a\u232b', 5],
    ['\ua4c6\ua4c7', 3],
    ['\uabff\uac00\ud7a3\ud7a4', 6],
    ['\uff00\uff01\uff60\uff61', 6],
    ['\u{1fffe}\u{20000}\u{3fffd}\u{3fffe}', 6],
  ])('%j takes %d columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it('truncates to the width, with a mark, and never in the middle of a picture', () => {
    expect(truncate('Legal approval', 14)).toBe('Legal approval');
    expect(truncate('Legal approval', 9)).toBe('Legal ap…');
    expect(truncate('日本語', 4)).toBe('日…');
    expect(truncate('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3)).toBe('👩‍👩‍👧‍👦…');
    expect(truncate('abc', 0)).toBe('');
    expect(takeColumns('😀b', 1)).toEqual(['', '😀b']);
  });

  it('cuts a cluster of letters that is wider than a line between its letters', () => {
    const cluster = 'क्'.repeat(30);
    const [head, tail] = takeColumns(cluster, 10);
    expect([textWidth(head), head + tail]).toEqual([10, cluster]);
  });

  it('pads by columns, not by characters', () => {
    expect(padEnd('日本', 6)).toBe('日本  ');
  });

  it('takes what fits and leaves the rest', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 30 }), (text, width) => {
        const safe = safeText(text);
        const [head, tail] = takeColumns(safe, width);
        expect(head + tail).toBe(safe);
        expect(textWidth(head)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('wrap', () => {
  it('breaks at spaces, and keeps a number with its unit', () => {
    expect(wrap('took 12.4 d or less; 85 % of it', 10)).toEqual(['took', '12.4 d or', 'less; 85 %', 'of it']);
  });

  it('breaks a word that is longer than a line', () => {
    expect(wrap('a https://example.org/long', 10)).toEqual(['a', 'https://ex', 'ample.org/', 'long']);
  });

  it('begins with a word that is longer than a line, without an empty line before it', () => {
    expect(wrap('https://ab c', 5)).toEqual(['https', '://ab', 'c']);
  });

  it('makes one line of nothing', () => {
    expect(wrap('', 10)).toEqual(['']);
  });

  it('loses nothing but the spaces it breaks at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const safe = safeText(text);
        const lines = wrap(safe, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(safe.replaceAll(' ', ''));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('safeText', () => {
  it.each([
    ['plain', 'plain'],
    ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007', '␛]8;;https://evil.example␇link␛]8;;␇'],
    ['\u009b31m', '\ufffd31m'],
    ['a\r\nb\tc\u2028d', 'a b c d'],
    ['del\u007f', 'del␡'],
    ['abc\u202egnp.exe', 'abcgnp.exe'],
    ['\u2066isolate\u2069', 'isolate'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['12\u202f430\u00a0d\u2009or\u2007so', '12 430 d or so'],
    ['lone \ud800', 'lone \ufffd'],
    ['👩‍👧', '👩‍👧'],
    ['e\u0301', 'e\u0301'],
    [`z${'\u0300'.repeat(50)}`, `z${'\u0300'.repeat(6)}`],
  ])('%j is written %j', (text, safe) => {
    expect(safeText(text)).toBe(safe);
  });

  it('lets nothing through that a terminal would act on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(safeText(text)).not.toMatch(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
        expect(safeLines(text)).not.toMatch(/[^\P{Cc}\t\n\r]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('the notation of a document', () => {
  it.each<[unknown, ReturnType<typeof notationOf>]>([
    [
      { basis: 'elapsed', timeZone: 'Europe/Madrid' },
      { timeZone: 'Europe/Madrid', days: 'clock' },
    ],
    [
      { basis: 'inclusive', timeZone: 'UTC' },
      { timeZone: 'UTC', days: 'clock' },
    ],
    [
      { basis: 'working', timeZone: 'UTC' },
      { timeZone: 'UTC', days: 'whole' },
    ],
    [{ timeZone: 5 }, { timeZone: 'UTC', days: 'clock' }],
    [null, { timeZone: 'UTC', days: 'clock' }],
  ])('of %j is %j', (data, notation) => {
    expect(notationOf(data)).toEqual(notation);
  });
});

describe('formatInstant', () => {
  it('shows the wall clock of the zone, to the minute', () => {
    expect(formatInstant('2026-03-02T23:30:59.999Z', 'Europe/Madrid')).toBe('2026-03-03 00:30');
    expect(formatInstant('2026-07-01T00:00:00.000Z', 'UTC')).toBe('2026-07-01 00:00');
  });

  it('leaves what is no instant as it is', () => {
    expect(formatInstant('soon', 'UTC')).toBe('soon');
  });
});
