// Charts of very many items: drawing them takes little beside computing their figures.
import { expect, it } from 'vitest';
import { CHARTS, type ChartData, chartOf } from '../../src/charts/index.ts';
import { renderChart } from '../../src/report/charts/text/render-chart.ts';
import { allAnswers, example } from './example.ts';

/** What a machine that is busy with other things may take for what takes a fifth of it. */
const MOST_MS = 1500;

it('draws 100,000 items', async () => {
  const data = await allAnswers(await example());
  const items = data.cycleTime?.byItem ?? [];
  const open = data.age?.byItem ?? [];
  const many = <Item>(list: readonly Item[]) =>
    Array.from({ length: 100_000 }, (_, index) => list[index % list.length] as Item);
  const large = {
    ...data,
    cycleTime: { ...data.cycleTime, byItem: many(items), count: 100_000 },
    age: { ...data.age, byItem: many(open), count: 100_000 },
  } as ChartData;
  for (const { name } of CHARTS) {
    const begin = performance.now();
    renderChart(chartOf(large, name), { width: 120, color: true });
    expect(performance.now() - begin, name).toBeLessThan(MOST_MS);
  }
  const text = renderChart(chartOf(large, 'aging'), { width: 80, color: false });
  expect(text).toContain('23076');
  expect(text).toContain('A number stands for as many items.');
});
