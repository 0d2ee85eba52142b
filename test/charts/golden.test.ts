// How charts look on a terminal: each file was read by a person before it was accepted.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHARTS, chartOf } from '../../src/charts/index.ts';
import { renderChart } from '../../src/report/charts/text/render-chart.ts';
import { allAnswers, example } from './example.ts';

const data = await allAnswers(await example());
const byType = await allAnswers(await example({ by: 'type' }));

const LOOKS = [
  { look: '40', width: 40, color: false, ascii: false },
  { look: '80', width: 80, color: false, ascii: false },
  { look: '120', width: 120, color: false, ascii: false },
  { look: '80-color', width: 80, color: true, ascii: false },
  { look: '80-ascii', width: 80, color: false, ascii: true },
];

const golden = (chart: string, look: string) => join(import.meta.dirname, 'golden', chart, `${look}.txt`);
/** Editors hide the character that begins a colour. */
const shown = (text: string) => text.replaceAll('\u001b', '␛');

describe.each(CHARTS.map(({ name }) => name))('%s', (name) => {
  it.each(LOOKS)('$look', async ({ look, ...options }) => {
    const text = renderChart(chartOf(data, name), options);
    await expect(shown(text)).toMatchFileSnapshot(golden(name, look));
  });
});

describe('options', () => {
  it.each(['cycle-time', 'aging'])('%s has a logarithmic axis', async (name) => {
    const text = renderChart(chartOf(data, name, { log: true }), { width: 80, color: false });
    await expect(text).toMatchFileSnapshot(golden(name, '80-log'));
  });

  it('cycle-time tells groups apart', async () => {
    const chart = chartOf(byType, 'cycle-time');
    await expect(renderChart(chart, { width: 80, color: false })).toMatchFileSnapshot(golden('cycle-time', '80-by'));
    const colored = renderChart(chart, { width: 80, color: true });
    await expect(shown(colored)).toMatchFileSnapshot(golden('cycle-time', '80-by-color'));
  });

  it('throughput shows points', async () => {
    const text = renderChart(chartOf(data, 'throughput', { points: true }), { width: 80, color: false });
    await expect(text).toMatchFileSnapshot(golden('throughput', '80-points'));
  });
});

it('colour adds colours and nothing else', () => {
  for (const { name } of CHARTS) {
    const plain = renderChart(chartOf(data, name), { width: 80, color: false });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with it
    expect(renderChart(chartOf(data, name), { width: 80, color: true }).replace(/\u001b\[\d+m/g, '')).toBe(plain);
  }
});

it('ASCII is ASCII', () => {
  for (const { name } of CHARTS) {
    const text = renderChart(chartOf(data, name, { points: true }), { width: 80, color: false, ascii: true });
    expect(text, name).toMatch(/^[\n\x20-\x7e]*$/);
  }
});
