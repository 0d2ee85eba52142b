import type { CheckReport, ReportOutlook, SinceLast, TrendSeries } from '../../src/index.ts';
import { head } from './sample-report.ts';

/** What a report says of a history of weeks. */
export const sinceLast: SinceLast = {
  history: 'flow.ndjson',
  period: { start: '2026-02-02', end: '2026-02-09', unit: 'week' },
  reason: null,
  figures: [
    { path: 'cycleTime.percentilesDays.50', unit: 'days', from: 3.21, to: 3.23, good: false },
    { path: 'cycleTime.percentilesDays.85', unit: 'days', from: 9.8, to: 12.4, good: false },
    { path: 'throughput.meanPerPeriod', unit: 'number', from: 6.1, to: 6.57, good: true },
    { path: 'wip.current', unit: 'items', from: 108, to: 101, good: true },
    { path: 'age.percentilesDays.50', unit: 'days', from: null, to: 18.7, good: null },
    { path: 'flowEfficiency.efficiency', unit: 'share', from: 0.412, to: 0.38, good: false },
    { path: 'waste.labour.wastedShare', unit: 'share', from: 0.11, to: 0.11, good: null },
  ],
  restated: { data: 2, definition: 1 },
};

/** Items finished in each of twelve weeks. */
const FINISHED = [6, 8, 5, 7, 9, 6, 4, 7, 8, 6, 20, 7];

// The mean is 93 ÷ 12 = 7.75, that of the differences (2 + 3 + 2 + 2 + 3 + 2 + 3 + 1 + 2 + 14 + 13) ÷ 11 = 4.27; the limits
// are 7.75 ± 2.66 × 4.27, of which the lower is below 0.
const throughput: TrendSeries = {
  metric: 'throughput',
  unit: 'items',
  better: 'higher',
  scale: 'linear',
  points: FINISHED.map((value, at) => ({
    start: new Date(Date.UTC(2025, 10, 10 + 7 * at)).toISOString().slice(0, 10),
    end: new Date(Date.UTC(2025, 10, 17 + 7 * at)).toISOString().slice(0, 10),
    value,
    range: at === 0 ? null : Math.abs(value - (FINISHED[at - 1] as number)),
    n: null,
    provisional: true,
  })),
  baseline: { from: '2025-11-10', to: '2026-02-01', points: 12, provisional: true, widthUncertainty: 0.27 },
  mean: 7.75,
  upper: 19.12,
  lower: null,
  rangeUpper: 13.97,
  reason: null,
  signals: [
    {
      rule: 'outside',
      from: '2026-01-19',
      to: '2026-01-25',
      points: 1,
      direction: 'above',
      good: true,
      latest: false,
      message: '20 in the week of Mon 19 Jan 2026, above the upper limit of 19.1: more, better',
    },
  ],
  shift: null,
  falseAlarmShare: null,
  breaks: [],
  notes: [],
};

export const outlook: ReportOutlook = {
  signals: {
    unit: 'week',
    judged: ['throughput', 'cycleTime'],
    reason: null,
    latest: [
      {
        metric: 'cycleTime',
        good: false,
        message: '8 weeks in a row above the mean since Mon 15 Dec 2025: slower, worse',
      },
    ],
  },
  throughput,
  forecast: {
    seed: 1,
    trials: 10_000,
    status: 'ok',
    reason: null,
    items: { count: 1135, source: 'open' },
    when: { 50: '2028-03-01', 70: '2028-04-11', 85: '2028-06-01', 95: null },
    warnings: [{ code: 'unknownShutdowns', message: 'No days off are known ahead.' }],
  },
  risk: {
    expectation: { days: 82, share: 0.85, source: 'configuration' },
    items: 101,
    unknown: 3,
    expectedMisses: 20.44,
    allowedMisses: 14.7,
  },
};

const result = {
  operator: '<=',
  unit: 'days',
  baseline: null,
  n: 103,
  level: 'error',
} as const;

export const limits: CheckReport = {
  ...head,
  check: {
    results: [
      {
        ...result,
        name: 'cycleTime.p85 <= 10d',
        check: 'cycleTime.p85 <= 10d',
        path: 'cycleTime.percentilesDays.85',
        value: 12.4,
        limit: 10,
        status: 'failed',
        message: 'cycleTime.p85 is 12.4 d (sample of 103); the limit is at most 10.0 d',
      },
      {
        ...result,
        name: 'leadTime.p85 <= 40d',
        check: 'leadTime.p85 <= 40d',
        path: 'leadTime.percentilesDays.85',
        value: 31.7,
        limit: 40,
        status: 'passed',
        message: 'leadTime.p85 is 31.7 d (sample of 103), within the limit: at most 40.0 d',
      },
    ],
    passed: 1,
    failed: 1,
    tooFew: 0,
    noBaseline: 0,
  },
  findings: [],
  failures: [],
};
