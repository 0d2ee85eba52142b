// What the trend looks like beyond the example: signals, changed definitions, logarithms, too little data.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PeriodSeries, trendSeries } from '../../src/analysis/outlook/trend/trend-series.ts';
import { type ChartData, chartOf } from '../../src/charts/index.ts';
import type { TrendReport } from '../../src/contract/statistics/trend-schema.ts';
import type { PlanePanel } from '../../src/model/document/chart.ts';
import type { TrendMetric } from '../../src/model/statistics/trend-settings.ts';
import { renderChart } from '../../src/report/charts/text/render-chart.ts';
import { durations, point, sunday, week } from '../analysis/outlook/weekly-points.ts';

const HEAD = { basis: 'elapsed', timeZone: 'UTC', findings: [] } as unknown as ChartData;

function dataOf(metric: TrendMetric, points: PeriodSeries['points'], given: Partial<PeriodSeries> = {}): ChartData {
  const periods: PeriodSeries = {
    points,
    unit: 'week',
    sprint: null,
    basis: 'elapsed',
    endsUnknown: 0,
    breaks: [],
    ...given,
  };
  const series = trendSeries(metric, periods, { metrics: [metric], baseline: null, rules: 'both' });
  const trend: TrendReport['trend'] = { unit: 'week', rules: 'both', history: null, series: [series] };
  return { ...HEAD, trend };
}

const counts = (...values: number[]) => values.map((throughput, at) => point(at, { throughput }));
const STEADY = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 10 : 12));
const planes = (data: ChartData) => chartOf(data, 'trend').panels as PlanePanel[];
const points = (panel: PlanePanel | undefined) =>
  (panel?.series ?? []).flatMap((one) => (one.mark === 'line' ? [one.points] : []));
const golden = (name: string) => join(import.meta.dirname, 'golden', 'trend', `${name}.txt`);

describe('the trend', () => {
  it('marks the points of signals alone, and says the latest first', async () => {
    const data = dataOf('throughput', counts(...STEADY, 17, 11, 5));
    const chart = chartOf(data, 'trend');
    expect(chart.title).toBe(
      'Throughput: 5 in the week of Mon 8 Jun 2026, below the lower limit of 5.68 (fewer, worse).',
    );
    const [first] = points(planes(data)[0]);
    expect(first?.flatMap(({ marked, y }) => (marked ? [y] : []))).toEqual([17, 5]);
    expect(first?.[20]?.note).toBe(
      'Mon 25 May 2026: 17; 17 in the week of Mon 25 May 2026, above the upper limit of 16.3: more, better',
    );
    await expect(renderChart(chart, { width: 80, color: false })).toMatchFileSnapshot(golden('80-signals'));
  });

  it('says so if there were signals, but none now', () => {
    expect(chartOf(dataOf('throughput', counts(...STEADY, 17, 11)), 'trend').title).toBe(
      'Throughput: no signal in the latest week, but 1 earlier one.',
    );
  });

  it('draws where a definition changed, and limits from there on', async () => {
    const breaks = [{ at: week(8), fingerprint: 'b' }];
    const data = dataOf('throughput', counts(...STEADY, 11, 10), { breaks });
    const [values, ranges] = planes(data);
    expect(points(values).map(({ length }) => length)).toEqual([8, 14]);
    expect(values?.references.map(({ axis, label, text }) => [axis, label, text])).toEqual([
      ['x', 'definition changed', 'Mon 2 Mar 2026'],
    ]);
    const segments = values?.series.flatMap((one) => (one.mark === 'segments' ? one.segments : [])) ?? [];
    expect(segments.map(({ label }) => label.split(' ')[0])).toEqual(['upper', 'mean', 'lower']);
    const dates = (place: number) => new Date(place).toISOString().slice(0, 10);
    for (const { x1, x2, y1, y2 } of segments) expect([dates(x1), dates(x2), y1]).toEqual([week(8), week(22), y2]);
    expect(points(ranges).map((part) => part[0]?.y)).toEqual([null, null]);
    const text = renderChart(chartOf(data, 'trend'), { width: 80, color: false });
    await expect(text).toMatchFileSnapshot(golden('80-break'));
  });

  it('has a logarithmic axis for durations, and factors below', async () => {
    const six = (days: number) => durations(Array.from({ length: 6 }, () => days));
    const all = STEADY.map((days, at) => point(at, { cycleTime: six(days) }));
    const data = dataOf('cycleTime', [...all, point(20, { cycleTime: six(30) })]);
    const [values, ranges] = planes(data);
    expect([values?.y.scale, values?.y.unit]).toEqual(['log', 'days']);
    expect([ranges?.y.from, ranges?.y.unit]).toEqual([1, 'number']);
    // 12 is 1.2 times 10; 30 is 2.5 times 12.
    const said = points(ranges)[0]?.map(({ y }) => y);
    expect(said?.[1]).toBeCloseTo(1.2, 9);
    expect(said?.[20]).toBeCloseTo(2.5, 9);
    expect(points(ranges)[0]?.[20]?.note).toBe('Mon 25 May 2026: ×2.5');
    const text = renderChart(chartOf(data, 'trend'), { width: 80, color: false });
    await expect(text).toMatchFileSnapshot(golden('80-log'));
  });

  it('reaches below 0 where values do', () => {
    const net = [4, -3, 5, -2, 4, -6].map((netFlow, at) => point(at, { netFlow }));
    const [values] = planes(dataOf('netFlow', net));
    expect(values?.y.from).toBeLessThan(-6);
    expect(values?.x.to).toBe(Date.parse(sunday(5)) + 86_400_000);
  });

  it('has points but no limits where there are none', () => {
    const few = dataOf('throughput', counts(3, 4, 5));
    expect(chartOf(few, 'trend').title).toBe('Throughput: too few data for limits, 3 weeks with a point of 6 needed.');
    expect(planes(few)).toHaveLength(1);
    const same = dataOf('throughput', counts(3, 3, 3, 3, 3, 3, 3));
    expect(chartOf(same, 'trend').title).toBe(
      'Throughput: every week of the baseline is the same, so there are no limits.',
    );
    const wip = dataOf(
      'wip',
      [3, 5, 4, 6, 3, 4, 7].map((count, at) => point(at, { wip: count })),
    );
    expect(chartOf(wip, 'trend').title).toBe(
      'Work in progress: 7 at the end of the latest week with a point; nothing says whether that is usual.',
    );
    expect(planes(wip)[0]?.references.map(({ label }) => label)).toEqual(['mean']);
  });

  it('says why it is not drawn', () => {
    expect(chartOf(dataOf('throughput', []), 'trend').reason).toBe('The window holds no complete week with a point.');
    expect(chartOf(dataOf('wastedShare', [point(0)]), 'trend').reason).toBe(
      'The export shows no time in active stages that could be charged.',
    );
    const data = dataOf('throughput', counts(1, 2, 3));
    expect(chartOf(data, 'trend', { metric: 'cycle-time' }).reason).toBe('The trend holds no series "cycle-time".');
    expect(chartOf(HEAD, 'trend').reason).toBe('The data holds no trend, which this chart is made from.');
  });

  it('draws the series that is asked for by either name, else throughput, else the only one', () => {
    const all = dataOf('throughput', counts(1, 2, 3));
    const wip = dataOf('flowEfficiency', [point(0, { flowEfficiency: { n: 1, share: 0.5 } })]);
    const both = {
      ...all,
      trend: { ...all.trend, series: [...(wip.trend?.series ?? []), ...(all.trend?.series ?? [])] },
    };
    const axis = (data: unknown, metric?: string) => {
      const chart = chartOf(data as ChartData, 'trend', metric === undefined ? {} : { metric });
      return (chart.panels[0] as PlanePanel).y.label;
    };
    expect(axis(both)).toBe('Throughput');
    expect(axis(both, 'flow-efficiency')).toBe('Flow efficiency');
    expect(axis(both, 'flowEfficiency')).toBe('Flow efficiency');
    expect(axis(wip)).toBe('Flow efficiency');
  });
});
