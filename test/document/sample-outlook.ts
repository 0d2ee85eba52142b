import type { CheckReport, ReportOutlook, SinceLast } from '../../src/index.ts';
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
