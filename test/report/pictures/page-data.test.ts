import { describe, expect, it } from 'vitest';
import { CHARTS, chartOf } from '../../../src/charts/index.ts';
import type { Analysis } from '../../../src/index.ts';
import { open } from '../../../src/index.ts';
import type { Chart, Dot } from '../../../src/model/document/chart.ts';
import { LIGHT } from '../../../src/report/pictures/look.ts';
import { valueText } from '../../../src/report/pictures/option/kit/values.ts';
import { pictureOf } from '../../../src/report/pictures/option/picture.ts';
import { decodedChart, showsItems } from '../../../src/report/pictures/page/decode.ts';
import { encodedChart, encodedItems } from '../../../src/report/pictures/page/encode.ts';
import { tablesOf } from '../../../src/report/pictures/table.ts';
import { allAnswers, example, FIXTURE_FILES } from '../../charts/example.ts';

type Plane = Extract<Chart['panels'][number], { panel: 'plane' }>;

/** Places to the second and heights to a ten-thousandth, as the page holds them; notes as they are shown. */
function rough(chart: Chart): unknown {
  const dotOf = (dot: Dot, { x, y }: Plane) => ({
    ...dot,
    x: x.scale === 'time' ? Math.round((dot.x - x.from) / 1000) : dot.x,
    y: Math.round(dot.y * 10_000) / 10_000,
    note: dot.note ?? valueText(dot.y, y.unit, y.currency, chart.notation),
  });
  const panels = chart.panels.map((panel) =>
    panel.panel !== 'plane'
      ? panel
      : {
          ...panel,
          series: panel.series.map((series) =>
            series.mark === 'dots' ? { ...series, dots: series.dots.map((dot) => dotOf(dot, panel)) } : series,
          ),
        },
  );
  return { ...chart, panels };
}

async function check(analysis: Analysis): Promise<void> {
  const data = await allAnswers(analysis);
  const { itemList, timeZone } = analysis.items();
  const items = encodedItems(itemList, { team: analysis.values('team'), labels: analysis.values('labels') }, timeZone);
  for (const { name } of CHARTS) {
    const chart = chartOf(data, name);
    // As a page holds it: text in between.
    const held = JSON.parse(JSON.stringify(encodedChart(chart, null, itemList)));
    const shown = decodedChart(held, JSON.parse(JSON.stringify(items)), null, Number.POSITIVE_INFINITY, false);
    const { logAxis, ...back } = { logAxis: null, ...shown.chart };
    expect(logAxis).toBe(null);
    expect(rough(back as Chart)).toEqual(rough(chart));
  }
}

describe('what the page holds of a chart', () => {
  it('is the chart: the example', async () => check(await example()));
  it('is the chart: groups, working days', async () => check(await example({ by: 'type', basis: 'working' })));

  it.each(FIXTURE_FILES.map((file) => [file.slice(file.indexOf('fixtures/')), file]))(
    'is the chart: %s',
    async (_, file) => {
      const analysis = await open(file).catch(() => null);
      if (analysis !== null) await check(analysis);
    },
  );

  it('filters and thins dots, and counts them', async () => {
    const analysis = await example();
    const { itemList, timeZone } = analysis.items();
    const items = encodedItems(itemList, { team: [], labels: [] }, timeZone);
    const chart = chartOf(await allAnswers(analysis), 'cycle-time');
    const held = encodedChart(chart, null, itemList);
    const matches = Uint8Array.from(itemList, ({ type }) => (type === 'Email' ? 1 : 0));
    const emails = itemList.filter(({ cycleTimeDays, type }) => type === 'Email' && cycleTimeDays !== null);
    expect(emails.length).toBeGreaterThan(10);
    const filtered = decodedChart(held, items, matches, 1000, false);
    expect(filtered.count).toEqual({ mark: 'dots', all: 100, matching: emails.length, drawn: emails.length });
    expect(decodedChart(held, items, null, 7, false).count).toEqual({
      mark: 'dots',
      all: 100,
      matching: 100,
      drawn: 7,
    });
    expect(decodedChart(held, items, matches, 5, false).count).toEqual({
      mark: 'dots',
      all: 100,
      matching: emails.length,
      drawn: 5,
    });
  });

  it('filters bars that are items: those that match stand side by side, and none is drawn if none does', async () => {
    const analysis = await example();
    const { itemList, timeZone } = analysis.items();
    const items = encodedItems(itemList, { team: [], labels: [] }, timeZone);
    const chart = chartOf(await allAnswers(analysis), 'risk');
    const held = encodedChart(chart, null, itemList);
    expect(showsItems(held)).toBe(true);
    const wanted = ['MKT-100', 'MKT-89', 'MKT-118'];
    const matches = Uint8Array.from(itemList, ({ id }) => (wanted.includes(id) ? 1 : 0));
    const { chart: shown, count } = decodedChart(held, items, matches, 1000, false);
    expect(count).toEqual({ mark: 'bars', all: 13, matching: 3, drawn: 3 });
    const [panel] = shown.panels as [Plane];
    // In the order of the chart: the least likely first.
    expect(panel.x.columns).toEqual(['MKT-89 (late)', 'MKT-100', 'MKT-118']);
    expect([panel.x.from, panel.x.to]).toEqual([-0.5, 2.5]);
    const [series] = panel.series;
    expect(series?.mark === 'bars' && series.bars.map(({ from, id, to }) => [id, from, to])).toEqual([
      ['MKT-89', -0.5, 0.5],
      ['MKT-100', 0.5, 1.5],
      ['MKT-118', 1.5, 2.5],
    ]);
    const none = decodedChart(held, items, new Uint8Array(itemList.length), 1000, false);
    expect(none.count.matching).toBe(0);
    const { height, option } = pictureOf(none.chart, { palette: LIGHT, width: 800, framed: false });
    expect(height).toBeGreaterThan(100);
    expect(JSON.stringify(option)).not.toMatch(/null,null/);
    expect(showsItems(encodedChart(chartOf(await allAnswers(analysis), 'waste'), null, itemList))).toBe(false);
  });

  it('has long titles cut only where all of them are too much', () => {
    const item = { title: 'ä'.repeat(200), assignee: [], type: null, stage: null, outcome: 'finished' };
    const titles = (count: number) =>
      encodedItems(
        Array.from({ length: count }, (_, index) => ({ ...item, id: String(index) })) as never,
        { team: [], labels: [] },
        'UTC',
      ).title;
    expect(titles(100)[0]).toBe(item.title);
    // 30 000 × 400 bytes are 12 MB; 4.5 MB ÷ 30 000 = 150 bytes each: 73 letters of two bytes and the three of the ellipsis.
    expect(titles(30_000)[7]).toBe(`${'ä'.repeat(73)}…`);
  });
});

describe('the tables of a chart', () => {
  it('hold the figures of its marks and lines', async () => {
    const data = await allAnswers(await example());
    const [dots, , lines] = tablesOf(chartOf(data, 'cycle-time'));
    expect(dots?.rows).toHaveLength(100);
    expect(lines?.rows).toContainEqual(['85 %', '29.8 d']);
    const [throughput] = tablesOf(chartOf(data, 'throughput'));
    expect(throughput?.rows.map(([, count]) => Number(count))).toEqual(
      data.throughput?.periods.map(({ finished }) => finished),
    );
  });

  it('say something of every chart, row by row as wide as the head', async () => {
    const data = await allAnswers(await example());
    for (const { name } of CHARTS) {
      const tables = tablesOf(chartOf(data, name));
      expect(tables.length).toBeGreaterThan(0);
      for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });
});
