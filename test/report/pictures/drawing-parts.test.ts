import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Axis } from '../../../src/model/document/chart.ts';
import { DARK, LIGHT } from '../../../src/report/pictures/look.ts';
import { inkOn, mixed, paintsOf } from '../../../src/report/pictures/option/kit/colors.ts';
import { scaleOf, shareAlong } from '../../../src/report/pictures/option/kit/scale.ts';
import { apart } from '../../../src/report/pictures/option/kit/shape.ts';
import { escapeMarkup, fitText, plainText, textWidth, wrapText } from '../../../src/report/pictures/option/kit/text.ts';
import { type Link, lanesOf } from '../../../src/report/pictures/option/other/lanes.ts';
import { hintMarkup } from '../../../src/report/pictures/option/picture.ts';

const axis = (scale: Axis['scale'], from: number, to: number, unit: Axis['unit'] = 'days'): Axis => ({
  label: '',
  unit,
  currency: null,
  scale,
  offersLog: false,
  from,
  to,
  columns: [],
});

describe('the ticks of an axis', () => {
  it('are round numbers around the range: 0 to 116 items in 300 pixels, 20 a step', () => {
    // 300 ÷ 45 is 6 steps; 116 ÷ 6 = 19.3, and the next round step is 20. 116 and 3 % of room are 119.5: up to 120.
    const { max, min, ticks } = scaleOf(axis('linear', 0, 116, 'items'), 300, true);
    expect([min, max]).toEqual([0, 120]);
    expect(ticks.map(({ text }) => text)).toEqual(['0', '20', '40', '60', '80', '100', '120']);
  });

  it('hold the range, rise, and lie on the axis, whatever the range', () => {
    const range = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(range, fc.integer({ min: 40, max: 900 }), fc.boolean(), ([from, size], pixels, padded) => {
        const { max, min, ticks } = scaleOf(axis('linear', from, from + size), pixels, padded);
        const slack = 1e-9 * Math.max(1, Math.abs(from), size);
        expect(min).toBeLessThanOrEqual(from + slack);
        expect(max).toBeGreaterThanOrEqual(from + size - slack);
        expect(ticks.length).toBeGreaterThan(1);
        for (const [index, { at }] of ticks.entries()) {
          if (index > 0) expect(at).toBeGreaterThan(ticks[index - 1]?.at as number);
          expect(at).toBeGreaterThanOrEqual(min - slack);
          expect(at).toBeLessThanOrEqual(max + slack);
        }
      }),
    );
  });

  it('of shares never pass 100 %', () => {
    const { max, ticks } = scaleOf(axis('linear', 0, 1, 'share'), 200, true);
    expect(max).toBe(1);
    expect(ticks.at(-1)?.text).toBe('100 %');
  });

  it('of time are local days, Mondays, months and years, the year said once', () => {
    const day = (date: string) => Date.parse(`${date}T00:00:00Z`);
    const texts = (from: string, to: string) =>
      scaleOf(axis('time', day(from), day(to), 'date'), 520, false).ticks.map(({ text }) => text);
    expect(texts('2026-03-30', '2026-04-03')).toEqual(['30 Mar\n2026', '31', '1 Apr', '2', '3']);
    // 2026-03-30, 04-06 and so on are Mondays.
    expect(texts('2026-03-28', '2026-05-15')).toEqual([
      '30 Mar\n2026',
      '6 Apr',
      '13 Apr',
      '20 Apr',
      '27 Apr',
      '4 May',
      '11 May',
    ]);
    expect(texts('2025-11-15', '2026-03-10')).toEqual(['Dec\n2025', 'Jan\n2026', 'Feb', 'Mar']);
    // 253 months on room for 10 labels: five years a step.
    expect(texts('2005-02-01', '2026-03-10')).toEqual(['2010', '2015', '2020', '2025']);
  });

  it('of a logarithmic axis: halfway lies the geometric mean', () => {
    const scale = scaleOf(axis('log', 1, 100), 300, true);
    expect(shareAlong(scale, 10)).toBeCloseTo(0.5, 12);
    expect(scale.ticks.map(({ at }) => at)).toEqual([1, 3, 10, 30, 100]);
  });
});

describe('labels that make room for each other', () => {
  it('keep their distance and their order, if there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 12 }), (places) => {
        const moved = apart(places, 15, 0, 300);
        const order = places
          .map((_, index) => index)
          .sort((a, b) => (places[a] as number) - (places[b] as number) || a - b);
        for (const [rank, index] of order.entries()) {
          const own = moved[index] as number;
          expect(own).toBeGreaterThanOrEqual(-1e-9);
          expect(own).toBeLessThanOrEqual(300 + 1e-9);
          if (rank > 0) expect(own - (moved[order[rank - 1] as number] as number)).toBeGreaterThanOrEqual(15 - 1e-9);
        }
      }),
    );
  });

  it('stay where they are if they are far enough apart', () => {
    expect(apart([10, 200, 60], 15, 0, 300)).toEqual([10, 200, 60]);
    // 50 and 52 are 13 too near: the second goes down to 65.
    expect(apart([50, 52], 15, 0, 300)).toEqual([50, 65]);
  });
});

describe('links in lanes', () => {
  it('never meet in one lane', () => {
    const link = fc.record({
      from: fc.nat(6),
      to: fc.nat(6),
      value: fc.integer({ min: 1, max: 9 }),
      back: fc.constant(true),
    });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 12 }), (links: Link[]) => {
        const used = links.filter(({ from, to }) => from !== to);
        const { count, lane } = lanesOf(used);
        expect(count).toBe(Math.max(0, ...lane.values()));
        for (const [index, one] of used.entries()) {
          for (const other of used.slice(index + 1)) {
            if (lane.get(one) !== lane.get(other)) continue;
            const apartEnough =
              Math.max(one.from, one.to) <= Math.min(other.from, other.to) ||
              Math.max(other.from, other.to) <= Math.min(one.from, one.to);
            expect(apartEnough).toBe(true);
          }
        }
      }),
    );
  });
});

describe('texts in pictures', () => {
  it('are cut where they would be too wide, and wrapped at words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 30, max: 300 }), (text, width) => {
        expect(textWidth(fitText(text, width, 12), 12)).toBeLessThanOrEqual(width);
        for (const line of wrapText(text, width, 12, 3)) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
        expect(wrapText(text, width, 12, 3).length).toBeLessThanOrEqual(3);
      }),
    );
    expect(wrapText('Waiting for review', 70, 12)).toEqual(['Waiting for', 'review']);
  });

  it('hold nothing that XML forbids or that turns a line round', () => {
    expect(plainText('a\u0000b\u202ec\ud800d\u2028e\tf')).toBe('a\ufffdb\ufffdc\ufffdd e f');
    expect(plainText('😀 ok')).toBe('😀 ok');
  });

  it('are no markup in a hint', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '/') }), (text) => {
        const inner = escapeMarkup(text);
        expect(inner).not.toMatch(/[<>"']/);
        expect(hintMarkup([text, text])).toContain(`<b>${inner}</b>`);
      }),
    );
  });
});

/** The contrast of two colours, as WCAG 2 defines it. */
function contrast(first: string, second: string): number {
  const luminance = (color: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each([LIGHT, DARK])('the palette $name', (palette) => {
  it('has texts of 4.5 : 1', () => {
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
    for (const color of [palette.text, palette.muted, palette.tones.back])
      expect(contrast(color, palette.background)).toBeGreaterThanOrEqual(4.5);
  });

  it('has figures of 4.5 : 1 in every cell of a matrix, however strong its colour', () => {
    for (let percent = 0; percent <= 100; percent++) {
      const cell = mixed(palette.background, palette.tones.plain, percent / 100);
      expect(contrast(inkOn(cell), cell)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has dots and lines of 3 : 1, whatever they stand for', () => {
    const marks = (['dots', 'line'] as const).flatMap((mark) =>
      (Object.keys(palette.tones) as (keyof typeof palette.tones)[])
        .filter((tone) => mark === 'line' || tone === 'plain' || tone === 'signal' || tone === 'group')
        .map((tone) => ({ mark, tone, label: tone, dots: [], stepped: false, points: [] })),
    );
    for (const { color } of paintsOf(marks, palette))
      expect(contrast(color, palette.background)).toBeGreaterThanOrEqual(3);
    for (const color of palette.groups) expect(contrast(color, palette.background)).toBeGreaterThanOrEqual(3);
  });
});
