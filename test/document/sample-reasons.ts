import type { Blocked } from '../../src/contract/blocked-schema.ts';
import type { FlowDistribution } from '../../src/contract/flow-distribution-schema.ts';

/** What the sample report says of reasons and of kinds of work. */
export const sampleBlocked: Blocked = {
  blockedDays: 41.5,
  waitingDays: 812.25,
  currency: 'EUR',
  cost: 34_150,
  reasons: [
    { kind: 'waiting', reason: 'Approval', count: 96, items: 71, days: 812.25, share: 812.25 / 853.75, cost: 32_490 },
    { kind: 'blocked', reason: null, count: 9, items: 8, days: 41.5, share: 41.5 / 853.75, cost: 1660 },
  ],
  leftOut: [],
};

const unstartedAge = {
  count: 3,
  meanDays: 14,
  standardDeviationDays: 9.5,
  minDays: 4,
  maxDays: 23,
  percentilesDays: { '50': 15, '70': 18.2, '85': 20.6, '95': 22.2 },
};

export const sampleDistribution: FlowDistribution = {
  field: 'type',
  arrived: 120,
  values: [
    {
      value: 'Campaign',
      arrived: 120,
      share: 1,
      ofArrived: { finished: 100, dropped: 4, inProgress: 13, notStarted: 3 },
      finished: 103,
      dropped: 4,
      inProgress: 13,
      notStarted: 3,
      medianCycleTimeDays: 8.5,
      unstartedAge,
    },
  ],
  unstartedAge,
  leftOut: [],
};
