import { describe, expect, it } from 'vitest';
import { reportDocument } from '../../src/index.ts';
import { drawPicture } from '../../src/report/draw/draw-picture.ts';
import { styleOf } from '../../src/report/draw/style.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { example } from '../charts/example.ts';

const notation = { timeZone: 'UTC', days: 'clock' as const };
const draw = (values: number[], lines: { label: string; value: number }[], width: number) =>
  drawPicture({ part: 'picture', title: 'Ages', unit: 'days', values, lines }, width, notation, styleOf(false));

describe('a strip', () => {
  it('puts dots and marks at their share of the largest value', () => {
    // 41 columns: a day each, from 0 to 40.
    expect(draw([10, 10, 40], [{ label: '85 %', value: 20 }], 41)).toEqual([
      'Ages',
      `${' '.repeat(10)}2${' '.repeat(29)}●`,
      `└${'─'.repeat(19)}┬${'─'.repeat(20)}`,
      // Eleven columns around the twentieth.
      `${' '.repeat(15)}85 % 20.0 d`,
    ]);
  });

  it('keeps labels apart, the 85th percentile before others', () => {
    const [, , , labels] = draw(
      [40],
      [
        { label: '70 %', value: 19 },
        { label: '85 %', value: 20 },
      ],
      41,
    );
    expect(labels).toBe(`${' '.repeat(15)}85 % 20.0 d`);
  });

  it('is left out where there is nothing to see, or no room', () => {
    expect(draw([0, 0], [], 80)).toEqual([]);
    expect(draw([1, 2], [], 39)).toEqual([]);
  });
});

describe('the report', () => {
  it('has the strip in at most five lines below the key figures, unless it is not wanted', async () => {
    const report = (await example()).report();
    const [table, , , , markdown] = REPORTERS;
    const text = (charts: boolean) =>
      table?.render(reportDocument(report, { charts }), { width: 80, color: false }) ?? '';
    const [strip] = text(true)
      .split('\n\n')
      .filter((block) => block.startsWith('The 10 oldest of 13 items'));
    expect(strip?.split('\n').length).toBeLessThanOrEqual(5);
    expect(text(true).replace(`${strip}\n\n`, '')).toBe(text(false));
    expect(markdown?.render(reportDocument(report), { width: 80, color: false })).not.toContain('The 10 oldest of 13');
  });
});
