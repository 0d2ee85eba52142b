import { describe, expect, it } from 'vitest';
import { trendPeriodsSection } from '../../src/document/sections/outlook/trend-periods.ts';
import type { TrendSeries } from '../../src/index.ts';
import type { PeriodsPart } from '../../src/model/document/document-parts.ts';
import { drawPeriods } from '../../src/report/draw/draw-periods.ts';
import { styleOf } from '../../src/report/draw/style.ts';
import { textWidth } from '../../src/report/draw/text-width.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { example } from '../charts/example.ts';

const notation = { timeZone: 'UTC', days: 'clock' as const };
const part = (values: (number | null)[], given: Partial<PeriodsPart> = {}): PeriodsPart => ({
  part: 'periods',
  title: 'Throughput',
  unit: 'items',
  logarithmic: false,
  points: values.map((value, at) => ({ label: `day ${at}`, value, marked: false })),
  lines: [
    { label: 'upper', value: 11 },
    { label: 'mean', value: 5.5 },
  ],
  ...given,
});
const draw = (one: PeriodsPart, width = 60) => drawPeriods(one, width, notation, styleOf(false));

describe('periods within their limits', () => {
  it('are dots at their heights, with the lines named at the end of their rows', () => {
    // Twelve heights from 11 down to 0, four to a row: a height for each whole number.
    expect(draw(part([0, 3, 4, 7, 8, 11]))).toEqual([
      'Throughput',
      '┄┄┄┄┄┄┄┄⡀┄⠁ upper 11',
      // 5.5 lies in the middle row.
      '┄┄┄┄⡀┄⠁┄┄┄┄ mean 5.5',
      '⡀ ⠁',
      'day 0 to day 5',
    ]);
  });

  it('name the limit where the mean shares its row', () => {
    const lines = [
      { label: 'upper', value: 11 },
      { label: 'mean', value: 10 },
    ];
    expect(draw(part([0, 11], { lines }))[1]).toBe('┄┄⠁ upper 11');
  });

  it('mark signals, and leave out what has no point', () => {
    const [, top, middle, bottom, span] = draw(
      part([], {
        points: [
          { label: 'a', value: 0, marked: false },
          { label: 'b', value: null, marked: false },
          { label: 'c', value: 11, marked: true },
        ],
      }),
    );
    expect([top, middle, bottom]).toEqual(['┄┄┄┄◆ upper 11', '┄┄┄┄┄ mean 5.5', '⡀']);
    expect(span).toBe('a to c; ◆ signal');
  });

  it('have heights of logarithms where these are judged', () => {
    const lines = [{ label: 'upper', value: 100 }];
    const [, top, middle, bottom] = draw(part([1, 10, 100], { logarithmic: true, unit: 'number', lines }));
    expect([top, middle?.trim(), bottom]).toEqual(['┄┄┄┄⠁ upper 100', '⠄', '⡀']);
  });

  it('are the latest where not all have room, and nothing where none has', () => {
    const many = part(Array.from({ length: 100 }, (_, at) => at % 10));
    const lines = draw(many, 80);
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(80);
    expect(lines[4]).toBe('day 65 to day 99');
    expect(draw(many, 39)).toEqual([]);
    expect(draw(part([null, null]))).toEqual([]);
    expect(draw(part([0, 0, 0], { lines: [] }))).toHaveLength(5);
  });

  it('come from a trend: the points, limits and signals of each series that has limits', async () => {
    const report = await (await example()).trend();
    const limited = report.trend.series.filter(({ rangeUpper }) => rangeUpper !== null);
    const { series, unit } = report.trend;
    const parts = series
      .flatMap((one) => trendPeriodsSection(one, unit))
      .flatMap((section) => section.parts) as PeriodsPart[];
    expect(limited.length).toBeGreaterThan(0);
    expect(parts.map(({ points }) => points.map(({ value }) => value))).toEqual(
      limited.map(({ points }) => points.map(({ value }) => value)),
    );
    expect(parts.map(({ lines }) => lines.map(({ value }) => value))).toEqual(
      limited.map(({ lower, mean, upper }) => [upper, mean, lower].filter((value) => value !== null)),
    );
    expect(parts.some(({ points }) => points.some(({ marked }) => marked))).toBe(
      limited.some(({ signals }) => signals.length > 0),
    );
    for (const one of parts) expect(draw(one, 80).length).toBeLessThanOrEqual(5);
    expect(parts).toHaveLength(limited.length);
  });

  it('go through every output', async () => {
    const { trend } = await (await example()).trend({ metric: 'throughput' });
    const sections = trendPeriodsSection(trend.series[0] as TrendSeries, trend.unit);
    const document = { title: 'x', sections, data: {}, records: { columns: [], rows: [] } };
    for (const { id, render } of REPORTERS) {
      const text = render(document, { width: 80, color: false });
      expect(text.includes('upper limit'), id).toBe(id === 'table');
    }
  });
});
