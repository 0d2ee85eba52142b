import { join } from 'node:path';
import type { Inspection, ItemList, ItemReport, Report } from '../../src/contract/output.ts';
import type { Head, Item, StageFigures } from '../../src/contract/result.ts';
import { analyze } from '../../src/index.ts';
import { flow } from './sample-flow.ts';
import { sampleBlocked, sampleDistribution } from './sample-reasons.ts';

const days = (count: number, p50: number | null, p70: number | null, p85: number | null, p95: number | null) => ({
  count,
  meanDays: p70,
  standardDeviationDays: p50,
  minDays: count === 0 ? null : 0.0312,
  maxDays: p95 === null ? null : p95 * 1.7,
  percentilesDays: { '50': p50, '70': p70, '85': p85, '95': p95 },
});

const sample = (...percentiles: Parameters<typeof days>) => ({
  ...days(...percentiles),
  percentileIntervalsDays: Object.fromEntries(
    [50, 70, 85, 95].map((point, at): [string, [number | null, number | null]] => {
      const value = percentiles[at + 1] ?? null;
      return [String(point), value === null ? [null, null] : [value * 0.8, point === 95 ? null : value * 1.3]];
    }),
  ),
});

export const head: Head = {
  schemaVersion: 1,
  tool: { name: 'pitwall', version: '0.1.0' },
  asOf: '2026-02-19T16:51:10.000Z',
  asOfSource: 'data',
  timeZone: 'Europe/Madrid',
  basis: 'elapsed',
  calendar: { assumed: true, hoursPerDay: 8, description: 'Monday to Friday, 09:00 to 17:00' },
  window: { from: '2025-11-03T08:12:00.000Z', to: '2026-02-19T16:51:10.001Z' },
  sources: [
    {
      file: 'content-board.csv',
      format: 'transition-log',
      source: 'table',
      grade: 'full-log',
      rows: 12_430,
      used: 12_391,
      merged: 27,
      rejected: 12,
      items: 1250,
      fullerFormats: [],
    },
  ],
  workflow: {
    inferred: true,
    stages: [
      { name: 'Backlog', kind: 'todo', kindFrom: 'name', statuses: ['Backlog'], limit: null },
      { name: 'Writing', kind: 'active', kindFrom: 'name', statuses: ['Writing', 'In progress'], limit: 4 },
      { name: 'Legal approval', kind: 'waiting', kindFrom: 'name', statuses: ['Legal approval'], limit: null },
      { name: 'Layout', kind: 'active', kindFrom: 'name', statuses: ['Layout'], limit: null },
      { name: 'Published', kind: 'done', kindFrom: 'name', statuses: ['Published', 'Done'], limit: null },
    ],
  },
  where: [],
};

const stage = (
  name: string,
  kind: StageFigures['kind'],
  share: number | null,
  p50: number | null,
  p85: number | null,
  items: number,
): StageFigures => ({
  stage: name,
  kind,
  visits: items === 0 ? 0 : items + 9,
  items,
  timeDays: sample(items === 0 ? 0 : items + 9, p50, p50, p85, p85),
  totalDays: (share ?? 0) * 812.5,
  share,
  entries: items + 12,
  exits: items + 9,
  growth: 3,
  forwardExits: kind === 'waiting' ? null : items,
  backwardExits: kind === 'waiting' ? null : 9,
  droppedExits: kind === 'waiting' ? null : 1,
  passRate: kind === 'waiting' || items === 0 ? null : items / (items + 9),
  firstPassYield: kind === 'waiting' || items === 0 ? null : 0.871,
  leftOut: [],
});

const finishedAWeek = [4, 9, 7, 0, 12, 8, 6, 3, 0, 2, 9, 11, 8, 10, 7];

type Line = Report['waste']['lines'][number];

/** A line with what it comes to in a year: the window has 108 days and some hours. */
function ofYear(line: Omit<Line, 'quantityPerYear' | 'hoursPerYear' | 'costPerYear'>): Line {
  const scaled = (amount: number | null) => (amount === null ? null : (amount * 365.25) / 108.36);
  return {
    ...line,
    quantityPerYear: scaled(line.quantity),
    hoursPerYear: scaled(line.hours),
    costPerYear: scaled(line.cost),
  };
}

/** What a metric shows of which this page says nothing. */
const example = await analyze(join(import.meta.dirname, '../../fixtures/example/content-board.csv'));

export const report: Report = {
  ...example,
  ...head,
  items: {
    total: 1250,
    notStarted: 1034,
    inProgress: 101,
    finished: 107,
    dropped: 8,
    finishedUndated: 0,
    droppedUndated: 0,
    inWindow: { finished: 107, finishedUnstarted: 4, dropped: 8 },
  },
  cycleTime: {
    ...sample(103, 3.214, 5.91, 12.437, 24.2),
    censoring: { items: 212, open: 101, dropped: 8, lastDays: 136.33, finishesLeftOut: 0 },
    censoredPercentilesDays: { '50': 15.2, '70': 60.4, '85': null, '95': null },
    censoredPercentileIntervalsDays: { '50': [11.8, 19.9], '70': [44.1, null], '85': [82.3, null], '95': [null, null] },
    leftOut: [],
  },
  leadTime: { ...sample(107, 9.83, 14.2, 31.7, 118.4), leftOut: [] },
  age: {
    ...days(101, 18.66, 29.3, 47.1, 80.2),
    sinceCreated: {
      count: 0,
      meanDays: null,
      standardDeviationDays: null,
      minDays: null,
      maxDays: null,
      percentilesDays: { '50': null, '70': null, '85': null, '95': null },
    },
    leftOut: [],
    expectation: { days: 82, share: 0.85, source: 'configuration' },
    byItem: [
      {
        id: 'CON-17',
        title: 'Landing page for the spring campaign, all five languages',
        stage: 'Legal approval',
        started: '2025-10-06T09:00:00.000Z',
        ageDays: 136.33,
        inStageDays: 101.2,
        outlook: { chance: 0, atLeast: false, late: true, reason: null },
      },
      {
        id: 'CON-412',
        title: '春季キャンペーンのランディングページ（日本語版）',
        stage: 'Layout',
        started: '2025-12-01T09:00:00.000Z',
        ageDays: 80.32,
        inStageDays: 2.4,
        outlook: { chance: 0.004, atLeast: false, late: false, reason: null },
      },
      {
        id: 'CON-88',
        title: 'Press release',
        stage: 'Legal approval',
        started: '2026-01-30T09:00:00.000Z',
        ageDays: 20.32,
        inStageDays: 12.9,
        outlook: { chance: 0.4, atLeast: true, late: false, reason: null },
      },
      {
        id: 'CON-903',
        title: null,
        stage: 'Writing',
        started: '2026-02-10T09:00:00.000Z',
        ageDays: 9.33,
        inStageDays: 0.31,
        outlook: { chance: 0.713, atLeast: false, late: false, reason: null },
      },
    ],
  },
  flowEfficiency: {
    items: 91,
    activeDays: 312.4,
    waitingDays: 401.9,
    blockedDays: 58.2,
    pausedDays: 40,
    efficiency: 0.3845,
    waitToActive: 1.601,
    medianItem: 0.4412,
    leftOut: [{ reason: 'only their dates are known, not what they waited for in between', items: 12 }],
  },
  throughput: {
    unit: 'week',
    periods: finishedAWeek.map((finished, index) => {
      const date = (week: number) => new Date(Date.UTC(2025, 10, 3 + week * 7)).toISOString().slice(0, 10);
      return {
        start: date(index),
        end: date(index + 1),
        complete: index > 0,
        finished,
        points: null,
        pointsUnknown: finished,
        started: finished + 1,
        created: 9,
        dropped: index % 2,
      };
    }),
    completePeriods: 14,
    meanPerPeriod: 6.5714,
    medianPerPeriod: 7.5,
    standardDeviation: 3.9,
    meanPointsPerPeriod: null,
    leftOut: [],
  },
  wip: {
    current: 101,
    paused: 6,
    average: 84.62,
    byStage: [
      { stage: 'Backlog', kind: 'todo', current: 6, average: 3.1, limit: null, overLimitShare: null },
      { stage: 'Writing', kind: 'active', current: 31, average: 28.4, limit: 4, overLimitShare: 0.981 },
      { stage: 'Legal approval', kind: 'waiting', current: 52, average: 41.0, limit: null, overLimitShare: null },
      { stage: 'Layout', kind: 'active', current: 12, average: 12.1, limit: null, overLimitShare: null },
    ],
    leftOut: [],
  },
  littlesLaw: {
    averageWip: 84.62,
    departuresPerDay: 1.06,
    meanDays: 8.1,
    ratio: 9.855,
    wipAtStart: 4,
    wipAtEnd: 101,
    leftOut: [],
  },
  stages: [
    stage('Backlog', 'todo', 0.0421, 6.2, 21.4, 118),
    stage('Writing', 'active', 0.2933, 0.78, 3.9, 131),
    stage('Legal approval', 'waiting', 0.5146, 2.21, 9.6, 96),
    stage('Layout', 'active', 0.15, 0.04, 1.2, 104),
    stage('Published', 'done', 0, null, null, 0),
  ],
  rework: {
    items: 17,
    backwardMoves: 24,
    reworkDays: 21.7,
    shareOfActive: 0.0695,
    reopened: 3,
    leftOut: [{ reason: 'only their dates are known, not what they waited for in between', items: 12 }],
  },
  handoffs: {
    total: null,
    perItem: null,
    pairs: null,
    leftOut: [{ reason: 'the source does not say who had them through time', items: 103 }],
  },
  blocked: sampleBlocked,
  distribution: sampleDistribution,
  waste: {
    effort: 'shared',
    currency: 'EUR',
    lines: (
      [
        { line: 'abandoned', quantity: 61.4, unit: 'hours', hours: 61.4, cost: 3377, share: 61.4 / 2140.6 },
        { line: 'rework', quantity: 173.2, unit: 'hours', hours: 173.2, cost: 9871.5, share: 173.2 / 2140.6 },
        { line: 'handoffs', quantity: null, unit: 'handoffs', hours: null, cost: null, share: null },
        { line: 'waiting', quantity: 4466.2, unit: 'days', hours: null, cost: 178_648, share: 4466.2 / 4611.7 },
        { line: 'blocked', quantity: 145.5, unit: 'days', hours: null, cost: 5820, share: 145.5 / 4611.7 },
        { line: 'paused', quantity: 402, unit: 'days', hours: null, cost: null, share: null },
      ] satisfies Omit<Line, 'quantityPerYear' | 'hoursPerYear' | 'costPerYear'>[]
    ).map(ofYear),
    labour: {
      hours: 2140.6,
      unassignedHours: 2140.6,
      cost: 118_340,
      wastedHours: 234.6,
      wastedCost: 13_248.5,
      wastedShare: 234.6 / 2140.6,
    },
    delay: { days: 4611.7, cost: 184_468 },
    perYear: {
      labourHours: 7212.3,
      labourCost: 398_719.1,
      wastedHours: 790.4,
      wastedCost: 44_637.2,
      delayDays: 15_538.2,
      delayCost: 621_528,
    },
    byStage: [
      { stage: 'Backlog', hours: 0, wastedHours: 0, waitingDays: 0, blockedDays: 0, cost: 0 },
      { stage: 'Writing', hours: 1530.1, wastedHours: 180.2, waitingDays: 0, blockedDays: 12.5, cost: 84_155.5 },
      { stage: 'Legal approval', hours: 0, wastedHours: 0, waitingDays: 4466.2, blockedDays: 133, cost: 0 },
      { stage: 'Layout', hours: 610.5, wastedHours: 54.4, waitingDays: 0, blockedDays: 0, cost: 34_184.5 },
      { stage: 'Published', hours: 0, wastedHours: 0, waitingDays: 0, blockedDays: 0, cost: 0 },
    ],
    byType: [
      { type: 'Campaign', hours: 1800.2, wastedHours: 210.2, waitingDays: 3866, blockedDays: 145.5, cost: 99_011 },
      { type: null, hours: 340.4, wastedHours: 24.4, waitingDays: 600.2, blockedDays: 0, cost: 19_329 },
    ],
    byMonth: [],
    leftOut: [{ reason: 'only their dates are known, not what they waited for in between', items: 12 }],
  },
  opportunities: {
    rankedBy: 'cost',
    currency: 'EUR',
    delayBasis: 'elapsed',
    orderInferred: true,
    windowDays: 108.36,
    hoursPerDay: 8,
    minimum: { items: 10, days: 28, visits: 20, passRate: 0.95 },
    tooFewItems: 1,
    doubtful: 0,
    notNamed: 0,
    list: [
      {
        kind: 'wait',
        stage: 'Legal approval',
        unit: 'days',
        quantity: 4466.2,
        cost: 178_648,
        quantityPerYear: 15_053.9,
        costPerYear: 602_157.5,
        rate: 40,
        rateIsOne: true,
        share: 4466.2 / 4611.7,
        items: 96,
        evidence: {
          sentence:
            'Items waited 4466 item-days in Legal approval: 105 visits of 96 items, median 2.2 d; 178 648 EUR of delay.',
          visits: 105,
          medianDays: 2.21,
          sentBack: null,
          passRate: null,
          handoffs: null,
          minutes: null,
        },
        change: {
          sentence:
            'Halving the wait in Legal approval saves 1882 item-days a quarter: 75 270 EUR of delay, at 40 EUR a day.',
          share: 0.5,
          quantityPerQuarter: 1881.7,
          costPerQuarter: 75_269.7,
        },
        byItem: [{ id: 'CON-17', quantity: 101.2, cost: 4048 }],
      },
    ],
  },
  ...flow,
  findings: [
    {
      code: 'unreadable-date',
      weight: 'error',
      count: 12,
      message: 'Rows whose date cannot be read are not used',
      cure: 'Correct them in the export, or name the column with --map at=COLUMN',
      examples: [{ file: 'content-board.csv', line: 4127, item: 'CON-31', value: '31/02/2026 9:00' }],
    },
    {
      code: 'gap',
      weight: 'warning',
      count: 61,
      message: 'Rows whose from-status is not the status before it: a change is missing in between',
      cure: 'The to-statuses stand; export the whole history if you can.',
      examples: [{ file: 'content-board.csv', line: 88, item: 'CON-2' }],
    },
    {
      code: 'duplicate',
      weight: 'info',
      count: 27,
      message: 'Rows that say again what another says count once.',
      cure: 'Nothing to do',
      examples: [{ file: 'content-board.csv', line: 19 }],
    },
  ],
  failures: [],
};

const item: Item = {
  id: 'CON-17',
  source: 'table',
  title: 'Landing page',
  type: 'Campaign',
  assignee: ['ana', 'bo'],
  points: 3,
  stage: 'Published',
  outcome: 'finished',
  created: '2026-01-05T08:00:00.000Z',
  started: '2026-01-06T08:00:00.000Z',
  finished: '2026-01-12T20:00:00.000Z',
  dropped: null,
  leadTimeDays: 7.5,
  cycleTimeDays: 6.5,
  ageDays: null,
  activeDays: 2.25,
  waitingDays: 4,
  blockedDays: 0.25,
  pausedDays: 0,
  efficiency: 0.3461,
  backwardMoves: 1,
  reworkDays: 0.5,
  reopened: false,
  handoffs: null,
  historyGrade: 'full-log',
};

export const itemList: ItemList = {
  ...head,
  itemList: [item, { ...item, id: 'CON-18', title: null, assignee: [] }],
  findings: [],
};

const nothing: NonNullable<ItemReport['visits'][number]['cost']> = {
  line: null,
  chargedHours: 0,
  chargedCost: 0,
  charges: [],
  handoffs: [],
  waitingDays: 0,
  blockedDays: 0,
  pausedDays: 0,
  waitingCost: 0,
  blockedCost: 0,
};

export const itemReport: ItemReport = {
  ...head,
  item,
  clock: {
    started: {
      at: '2026-01-06T08:00:00.000Z',
      stage: 'Writing',
      rule: 'the first visit to an active or waiting stage',
    },
    ended: { at: '2026-01-12T20:00:00.000Z', stage: 'Published', rule: 'the first done entry of the final run' },
    startKnown: true,
  },
  visits: [
    {
      stage: 'Backlog',
      kind: 'todo',
      start: '2026-01-05T08:00:00.000Z',
      end: '2026-01-06T08:00:00.000Z',
      timeDays: 1,
      countsAs: 'before start',
      countedDays: 0,
      blockedDays: 0,
      backwardMove: false,
      rework: false,
      cost: nothing,
    },
    {
      stage: 'Writing',
      kind: 'active',
      start: '2026-01-06T08:00:00.000Z',
      end: '2026-01-12T20:00:00.000Z',
      timeDays: 6.5,
      countsAs: 'active',
      countedDays: 6.25,
      blockedDays: 0.25,
      backwardMove: true,
      rework: true,
      cost: {
        ...nothing,
        line: 'rework',
        chargedHours: 12,
        chargedCost: 660,
        charges: [{ person: 'ana', workingHours: 24, hours: 12, sharedAmong: 2, cost: 660 }],
        blockedDays: 0.25,
        blockedCost: 10,
      },
    },
    {
      stage: 'Published',
      kind: 'done',
      start: '2026-01-12T20:00:00.000Z',
      end: null,
      timeDays: 37.8,
      countsAs: 'after end',
      countedDays: 0,
      blockedDays: 0,
      backwardMove: false,
      rework: false,
      cost: nothing,
    },
  ],
  cost: {
    id: 'CON-17',
    outcome: 'finished',
    chargedHours: 12,
    unassignedHours: 0,
    abandonedHours: 0,
    reworkHours: 12,
    handoffs: 0,
    handoffHours: 0,
    wastedHours: 12,
    waitingDays: 0,
    blockedDays: 0.25,
    pausedDays: 0,
    abandonedCost: 0,
    reworkCost: 660,
    handoffCost: 0,
    wastedCost: 660,
    labourCost: 660,
    waitingCost: 0,
    blockedCost: 10,
    delayCost: 10,
  },
  costUnknown: null,
  currency: 'EUR',
  assignments: [{ at: '2026-01-06T08:00:00.000Z', people: ['ana'], handoff: false }],
  blockedPeriods: [
    { start: '2026-01-07T08:00:00.000Z', end: '2026-01-07T14:00:00.000Z', reason: 'waits for the logo' },
  ],
  notes: ['1 row says again what another says and was merged.'],
  findings: [],
};

export const inspection: Inspection = {
  schemaVersion: 1,
  tool: { name: 'pitwall', version: '0.1.0' },
  files: [
    {
      file: 'content-board.csv',
      format: 'transition-log',
      formatName: 'Transition log',
      recognisedBy: 'columns Ticket, To, Changed on',
      source: 'table',
      grade: 'full-log',
      fullerFormats: [],
      encoding: 'UTF-8',
      delimiter: ';',
      rows: 12_430,
      used: 12_391,
      merged: 27,
      rejected: 12,
      rejectedBy: [{ code: 'unreadable-date', rows: 12 }],
      items: 1250,
      transitions: 12_391,
      mapping: { id: 'Ticket', to: 'To', at: 'Changed on' },
      dateOrder: { order: 'dmy', certainty: 'proved', evidence: 'line 7: 31/01/2026' },
      zone: { certainty: 'assumed', evidence: 'no timestamp has an offset' },
      notes: ['The last column has no name and was not read.'],
    },
  ],
  asOf: '2026-02-19T16:51:10.000Z',
  timeZone: 'Europe/Madrid',
  items: 1250,
  transitions: 12_391,
  first: '2025-10-06T09:00:00.000Z',
  last: '2026-02-19T16:51:10.000Z',
  workflow: head.workflow,
  statuses: [
    { status: 'Backlog', count: 1250, stage: 'Backlog', kind: 'todo', kindFrom: 'name' },
    { status: 'In progress', count: 402, stage: 'Writing', kind: 'active', kindFrom: 'name' },
  ],
  guesses: [],
  findings: report.findings,
};
