// More stages than a terminal has room for.
import { describe, expect, it } from 'vitest';
import type { Axis, Chart } from '../../src/model/document/chart.ts';
import { renderChart } from '../../src/report/charts/text/render-chart.ts';

const STAGES = Array.from({ length: 40 }, (_, index) => `Stage ${index + 1}`);

const axis = (label: string, scale: Axis['scale'], from: number, to: number, columns: readonly string[]): Axis => ({
  label,
  unit: scale === 'columns' ? 'text' : 'days',
  currency: null,
  scale,
  offersLog: false,
  from,
  to,
  columns,
});

/** A band from 0 to 10 days over every stage. */
const aging: Chart = {
  name: 'aging',
  title: 'Title.',
  alternative: '',
  reading: '',
  reason: null,
  panels: [
    {
      panel: 'plane',
      title: '',
      x: axis('Stage', 'columns', -0.5, 39.5, STAGES),
      y: axis('Age', 'linear', 0, 10, []),
      series: [
        {
          mark: 'boxes',
          label: 'band',
          tone: 'context',
          boxes: STAGES.map((label, at) => ({ from: at - 0.5, to: at + 0.5, low: 0, high: 10, label })),
        },
      ],
      references: [],
    },
  ],
  notes: [],
  notation: { timeZone: 'UTC', days: 'clock' },
};

describe.each([40, 80, 120])('forty stages in %i columns', (width) => {
  const lines = renderChart(aging, { width, color: false }).split('\n');

  it('keep their bands', () => {
    const row = lines.find((line) => line.includes('┤')) as string;
    const plot = row.slice(row.indexOf('┤') + 1);
    // A stage has one cell or two, without a gap.
    expect(plot).toMatch(/^(\S)\1+$/);
    expect(plot.length).toBeGreaterThan(width / 2);
  });

  it('are numbered without two numbers that touch', () => {
    const foot = lines.findIndex((line) => line.includes('└'));
    const numbers = (lines[foot + 1] as string).trim().split(/\s+/).map(Number);
    expect(numbers.length).toBeGreaterThan(8);
    for (const [index, number] of numbers.entries()) {
      expect(number).toBeGreaterThan(numbers[index - 1] ?? 0);
      expect(number).toBeLessThanOrEqual(40);
    }
  });
});
