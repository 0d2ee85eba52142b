// The first sentence of each metric's own command, for figures that a person can hold it against.
import { describe, expect, it } from 'vitest';
import type { MetricReport, Report } from '../../../src/contract/output.ts';
import type { Figures } from '../../../src/contract/result.ts';
import { metricHeadline } from '../../../src/document/sections/metric-headline.ts';
import { METRIC_IDS, METRICS } from '../../../src/metrics/index.ts';
import type { MetricId } from '../../../src/metrics/metric.ts';
import { emptyReport } from '../../document/empty-report.ts';
import { report } from '../../document/sample-report.ts';

type Change<Id extends MetricId> = Figures[Id] extends readonly unknown[] ? Figures[Id] : Partial<Figures[Id]>;

/** With the figures of the sample report, or others in their place. */
function said<Id extends MetricId & keyof Report>(
  id: Id,
  change: Change<Id>,
  others: Partial<MetricReport> = {},
): string {
  const data = (Array.isArray(change) ? change : { ...(report[id] as object), ...change }) as Figures[Id];
  return metricHeadline(id, { ...report, findings: [], ...others } as MetricReport, data);
}

const finding = (code: string) => ({
  code,
  weight: 'warning' as const,
  count: 1,
  message: 'm',
  cure: 'c',
  examples: [],
});
const left = [{ reason: 'nobody knows', items: 20 }];

describe('the answer of each metric', () => {
  it.each(METRIC_IDS.filter((id) => id in report))('%s is a sentence, of much and of nothing', (id) => {
    for (const data of [report, emptyReport]) {
      const headline = metricHeadline(id, { ...data, findings: [] } as MetricReport, (data as never)[id]);
      expect(headline).toMatch(/^\S.*[^.]\.$/);
      expect(headline).not.toMatch(/undefined|NaN|null|—/);
    }
    expect(metricHeadline(id, report as MetricReport, undefined)).toBe(`${METRICS[id].title} could not be computed.`);
  });

  it('items', () => {
    const items = { total: 5, inProgress: 1, notStarted: 2, finishedUndated: 0, droppedUndated: 0 };
    const inWindow = { finished: 1, finishedUnstarted: 0, dropped: 0 };
    expect(said('items', { ...items, inWindow })).toBe(
      '1 of 5 items was finished in the window; 1 is in progress and 2 not started.',
    );
    expect(said('items', { ...items, inWindow, finishedUndated: 1, droppedUndated: 2 })).toBe(
      '1 of 5 items was finished in the window; 1 is in progress, 2 not started and 3 over since an unknown instant.',
    );
  });

  it('cycle time and lead time say of which items they are true', () => {
    const percentilesDays = { '85': 9 };
    expect(said('cycleTime', { count: 90, percentilesDays, leftOut: [{ reason: 'r', items: 10 }] })).toBe(
      '85 % of 90 finished items took 9.0 d or less.',
    );
    expect(said('cycleTime', { count: 90, percentilesDays, leftOut: [{ reason: 'r', items: 11 }] })).toBe(
      '85 % of 90 finished items with a known start took 9.0 d or less.',
    );
    expect(said('leadTime', { count: 1, maxDays: 2, leftOut: [] })).toBe(
      'The only finished item took 2.0 d from creation to finish.',
    );
    expect(said('cycleTime', { count: 3, maxDays: 2, leftOut: [] })).toBe(
      'Only 3 finished items, few to go by: all took 2.0 d or less.',
    );
  });

  it('age', () => {
    const age = { count: 3, maxDays: 8, percentilesDays: { '50': 2 }, leftOut: [] };
    expect(said('age', age)).toBe('Half of 3 items in progress are 2.0 d old or less; the oldest is 8.0 d old.');
    expect(said('age', { ...age, percentilesDays: { '40': 2 } })).toMatch(/^40 % of 3 items/);
    expect(said('age', { ...age, count: 1, leftOut: left })).toBe(
      'The only item in progress with a known start is 8.0 d old.',
    );
    expect(said('age', { ...age, count: 0 })).toBe('Nothing is in progress.');
    expect(said('age', { ...age, count: 0, leftOut: left })).toBe(
      'How old the items in progress are is not known: of 20 items there is no start.',
    );
  });

  it('flow efficiency says what it rests on', () => {
    const known = { efficiency: 0.36, items: 100 };
    const stages = report.workflow.stages.filter(({ kind }) => kind !== 'waiting');
    const workflow = { ...report.workflow, stages };
    expect(said('flowEfficiency', known)).toBe('36 % of the time of 100 finished items was work.');
    expect(said('flowEfficiency', known, { workflow })).toBe(
      'At most 36 % of the time of 100 finished items was work, as no stage waits.',
    );
    expect(said('flowEfficiency', { efficiency: 1, items: 1 }, { workflow })).toBe(
      'No stage waits, so all of the time of the only finished item counts as work.',
    );
    expect(said('flowEfficiency', known, { findings: [finding('guessed-kind')] })).toBe(
      '36 % of the time of 100 finished items was work, if the guessed kinds are right.',
    );
    expect(said('flowEfficiency', known, { findings: [finding('no-done-stage')] })).toBe(
      '36 % of the time of 100 finished items was work; no status is known to mean done.',
    );
  });

  it('what does not tell work from waiting does not speak of kinds', () => {
    expect(said('cycleTime', {}, { findings: [finding('guessed-kind')] })).not.toContain('guessed');
  });

  it('throughput', () => {
    const weeks = { completePeriods: 4, meanPerPeriod: 2.5, medianPerPeriod: 2, unit: 'week' as const };
    expect(said('throughput', weeks)).toBe('2.5 items a week were finished on average over 4 weeks; the median is 2.');
    expect(said('throughput', { ...weeks, completePeriods: 1, meanPerPeriod: 1 })).toBe(
      '1 item was finished in the only whole week of the window.',
    );
    expect(said('throughput', { ...weeks, completePeriods: 0 })).toBe(
      'Throughput is not known: the window holds no whole week.',
    );
  });

  it('work in progress', () => {
    expect(said('wip', { current: 1, average: 2, paused: 0, leftOut: [] })).toBe(
      '1 item is in progress; 2 on average over the window.',
    );
    expect(said('wip', { current: 3, average: null, paused: 1, leftOut: left })).toBe(
      '3 items with a known start are in progress, 1 of them paused.',
    );
    expect(said('wip', { current: 0, average: 2, paused: 0, leftOut: [] })).toMatch(/^No item is in progress; 2 on/);
  });

  it('Little’s law', () => {
    expect(said('littlesLaw', { ratio: 1.1 })).toBe('WIP, throughput and cycle time agree: the ratio is 1.1.');
    expect(said('littlesLaw', { ratio: 0.5 })).toBe(
      'Averages of this window do not predict: the ratio is 0.5, far from 1.',
    );
    expect(said('littlesLaw', { ratio: null, averageWip: 1 })).toContain('Nothing departed');
  });

  it('rework and hand-offs', () => {
    expect(said('rework', { shareOfActive: 0.1, items: 1, reopened: 1 })).toBe(
      '10 % of the active time was work done again; 1 finished item went back, and 1 was reopened.',
    );
    expect(said('rework', { shareOfActive: 0, items: 0, reopened: 0 })).toBe(
      'No finished item went back or was reopened.',
    );
    expect(said('rework', { shareOfActive: null })).toMatch(/is not known/);
    expect(said('handoffs', { total: 1, perItem: 0.5 })).toBe(
      'Finished items changed hands 1 time; 0.5 an item on average.',
    );
    expect(said('handoffs', { total: null })).toMatch(/not known/);
    expect(said('handoffs', { total: 0 })).toBe('No finished item changed hands.');
  });

  it('stages name no single one as the largest where another has as much', () => {
    const [first] = report.stages as [Report['stages'][number]];
    const stage = (name: string, share: number) => ({ ...first, stage: name, kind: 'active' as const, share });
    expect(said('stages', [stage('A', 0.2), stage('B', 0.4), stage('C', 0.4)])).toBe(
      '40 % of the time between start and end was spent in B (active); no stage took more.',
    );
    expect(said('stages', [])).toMatch(/not known/);
  });
});
