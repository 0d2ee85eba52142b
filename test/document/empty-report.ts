import type { Report } from '../../src/contract/output.ts';
import { noFlow } from './sample-flow.ts';
import { head } from './sample-report.ts';

const none = {
  count: 0,
  meanDays: null,
  standardDeviationDays: null,
  minDays: null,
  maxDays: null,
  percentilesDays: { '50': null, '70': null, '85': null, '95': null },
};

/** What an analysis of a file without a single item gives. */
const noYear = { quantityPerYear: null, hoursPerYear: null, costPerYear: null };

export const emptyReport: Report = {
  ...head,
  asOf: null,
  window: { from: null, to: null },
  sources: [],
  workflow: { inferred: true, stages: [] },
  items: {
    total: 0,
    notStarted: 0,
    inProgress: 0,
    finished: 0,
    dropped: 0,
    inWindow: { finished: 0, finishedUnstarted: 0, dropped: 0 },
  },
  cycleTime: { ...none, leftOut: [] },
  leadTime: { ...none, leftOut: [] },
  age: { ...none, leftOut: [], byItem: [] },
  flowEfficiency: {
    items: 0,
    activeDays: 0,
    waitingDays: 0,
    blockedDays: 0,
    pausedDays: 0,
    efficiency: null,
    waitToActive: null,
    medianItem: null,
    leftOut: [],
  },
  throughput: {
    unit: 'week',
    periods: [],
    completePeriods: 0,
    meanPerPeriod: null,
    medianPerPeriod: null,
    standardDeviation: null,
    meanPointsPerPeriod: null,
  },
  wip: { current: 0, paused: 0, average: null, byStage: [], leftOut: [] },
  littlesLaw: { averageWip: null, departuresPerDay: null, meanDays: null, ratio: null, wipAtStart: 0, wipAtEnd: 0 },
  stages: [],
  rework: { items: 0, backwardMoves: 0, reworkDays: 0, shareOfActive: null, reopened: 0, leftOut: [] },
  handoffs: { total: null, perItem: null, pairs: null, leftOut: [] },
  waste: {
    effort: 'shared',
    currency: null,
    lines: [
      { line: 'abandoned', quantity: 0, unit: 'hours', hours: 0, cost: 0, share: null, ...noYear },
      { line: 'rework', quantity: 0, unit: 'hours', hours: 0, cost: 0, share: null, ...noYear },
      { line: 'handoffs', quantity: null, unit: 'handoffs', hours: null, cost: null, share: null, ...noYear },
      { line: 'waiting', quantity: 0, unit: 'days', hours: null, cost: 0, share: null, ...noYear },
      { line: 'blocked', quantity: 0, unit: 'days', hours: null, cost: 0, share: null, ...noYear },
      { line: 'paused', quantity: 0, unit: 'days', hours: null, cost: null, share: null, ...noYear },
    ],
    labour: { hours: 0, unassignedHours: 0, cost: 0, wastedHours: 0, wastedCost: 0, wastedShare: null },
    delay: { days: 0, cost: 0 },
    perYear: null,
    byStage: [],
    byType: [],
    byMonth: [],
    leftOut: [],
  },
  opportunities: {
    rankedBy: null,
    currency: null,
    delayBasis: 'elapsed',
    orderInferred: true,
    windowDays: 0,
    hoursPerDay: 0,
    minimum: { items: 10, days: 28, visits: 20, passRate: 0.95 },
    tooFewItems: 0,
    doubtful: 0,
    notNamed: 0,
    list: [],
  },
  ...noFlow,
  findings: [],
  failures: [],
};
