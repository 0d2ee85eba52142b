import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { open } from '../../../src/index.ts';
import { METRIC_IDS, METRICS } from '../../../src/metrics/index.ts';
import { cumulativeFlowView } from '../../../src/metrics/measures/flow/cumulative-flow/cumulative-flow-view.ts';
import { littlesLawView } from '../../../src/metrics/measures/flow/littles-law/littles-law-view.ts';
import { throughputView } from '../../../src/metrics/measures/flow/throughput/throughput-view.ts';
import { wipView } from '../../../src/metrics/measures/flow/wip/wip-view.ts';
import { stagesView } from '../../../src/metrics/measures/workflow/stages/stages-view.ts';
import type { MetricId, MetricView } from '../../../src/metrics/metric.ts';
import type { Part } from '../../../src/model/document/document-parts.ts';
import { emptyFigures } from '../../document/empty-report.ts';
import { report } from '../../document/sample-report.ts';

const cumulativeFlow = {
  days: [
    {
      date: '2026-01-01',
      created: 3,
      started: 2,
      finished: 1,
      dropped: 0,
      stages: { Writing: 2, date: 1 },
      reached: { Writing: 3, date: 1 },
    },
  ],
  between: null,
  leftOut: [],
};
const example = await open(join(import.meta.dirname, '../../../fixtures/example/content-board.csv'));
const exampleFigures = Object.fromEntries(METRIC_IDS.map((id) => [id, example.metric(id)[id]]));
const full: Record<string, unknown> = { ...exampleFigures, ...report, cumulativeFlow };
const empty: Record<string, unknown> = { ...emptyFigures };

/** Widens a view so that one loop can serve all of them. */
const viewOf = (id: MetricId) => METRICS[id].view as MetricView<unknown>;

function check(parts: readonly Part[]): void {
  for (const part of parts) {
    if (part.part === 'table') for (const row of part.rows) expect(row).toHaveLength(part.columns.length);
    expect(JSON.stringify(part)).not.toMatch(/undefined|NaN/);
  }
}

describe.each(METRIC_IDS)('the view of %s', (id) => {
  it.each([
    ['figures', full],
    ['nothing', empty],
  ])('shows %s', (_, figures) => {
    const data = figures[id];
    expect(data).toBeDefined();
    check(viewOf(id).brief(data));
    check(viewOf(id).full(data));
    expect(viewOf(id).full(data).length).toBeGreaterThan(0);
    const { columns, rows } = viewOf(id).records(data);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('says how many items are left out, and why', () => {
    const data = full[id] as { leftOut?: unknown };
    if (data.leftOut === undefined) return;
    const leftOut = [{ reason: 'the history does not say when they started', items: 7 }];
    const notes = viewOf(id)
      .full({ ...data, leftOut })
      .filter(({ part }) => part === 'note');
    expect(JSON.stringify(notes)).toContain('Left out: 7 items, as the history does not say when they started.');
  });
});

describe('views', () => {
  it('keep a stage called like a column apart from it', () => {
    const { columns, rows } = cumulativeFlowView.records(cumulativeFlow);
    expect(columns).toEqual(['date', 'created', 'started', 'finished', 'dropped', 'in Writing', 'in date']);
    expect(rows).toEqual([['2026-01-01', 3, 2, 1, 0, 2, 1]]);
  });

  it('show no trend of a period that is not over', () => {
    const [{ trend } = { trend: null }] = throughputView.brief(report.throughput);
    expect(trend).toEqual(report.throughput.periods.slice(1).map(({ finished }) => finished));
  });

  it('show the latest periods of many, and say so', () => {
    const [, period] = report.throughput.periods;
    const of = (finished: number[]) => ({
      ...report.throughput,
      completePeriods: finished.length,
      periods: finished.map((count) => ({ ...(period as NonNullable<typeof period>), finished: count })),
    });
    const counts = Array.from({ length: 60 }, (_, index) => index);
    const [many] = throughputView.brief(of(counts));
    expect(many?.trend).toEqual(counts.slice(-26));
    expect(many?.note).toBe('last 26 weeks; mean of 60 weeks, median 7.5');
    const [rested] = throughputView.brief(of(counts.map((count) => (count < 30 ? count : 0))));
    expect(rested).toMatchObject({ trend: null, note: 'none in the last 26 weeks; mean of 60 weeks, median 7.5' });
  });

  it.each([
    [1.03, 'WIP, throughput and cycle time agree'],
    [0.91, 'WIP, throughput and cycle time agree'],
    [0.82, 'WIP, throughput and cycle time roughly agree'],
    [1.24, 'WIP, throughput and cycle time roughly agree'],
    [0.5, 'far from 1: averages of this window do not predict; in progress from 4 to 101'],
    [9.86, 'far from 1: averages of this window do not predict; in progress from 4 to 101'],
    [0, 'far from 1: averages of this window do not predict; in progress from 4 to 101'],
    [null, null],
  ])("say what Little's law ratio of %s means", (ratio, note) => {
    expect(littlesLawView.brief({ ...report.littlesLaw, ratio })[0]?.note).toBe(note);
  });

  it('show points only where there are some', () => {
    expect(throughputView.brief(report.throughput)).toHaveLength(1);
    const periods = report.throughput.periods.map((period) => ({ ...period, points: 8 }));
    const withPoints = { ...report.throughput, periods, meanPointsPerPeriod: 8 };
    expect(throughputView.brief(withPoints).map(({ label }) => label)).toEqual(['Throughput a week', 'Points a week']);
    const labels = (data: typeof report.throughput) =>
      throughputView
        .full(data)
        .flatMap((part) => (part.part === 'table' ? part.columns.map(({ label }) => label) : []));
    expect(labels(report.throughput)).toEqual(['From', 'Finished', 'Started', 'Created', 'Dropped', 'Week']);
    expect(labels(withPoints)).toEqual(['From', 'Finished', 'Points', 'Started', 'Created', 'Dropped', 'Week']);
  });

  it('say in words which stage is over its limit', () => {
    const table = wipView.full(report.wip).find(({ part }) => part === 'table');
    expect(JSON.stringify(table)).toContain('"▲ over"');
    const byStage = report.wip.byStage.map((stage) => ({ ...stage, limit: null }));
    expect(JSON.stringify(wipView.full({ ...report.wip, byStage }))).not.toContain('Limit');
  });

  it('print visits where they are known, stages where they are not', () => {
    expect(stagesView.records(report.stages).rows).toHaveLength(report.stages.length);
    const [first, ...others] = report.stages;
    const byVisit = [{ id: 'A-1', start: '2026-01-01T00:00:00.000Z', end: '2026-01-02T00:00:00.000Z', timeDays: 1 }];
    const detailed = [{ ...(first as NonNullable<typeof first>), byVisit }, ...others];
    expect(stagesView.records(detailed).rows).toEqual([
      ['Backlog', 'todo', 'A-1', '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', 1],
    ]);
  });
});
