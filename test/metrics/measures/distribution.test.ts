import { describe, expect, it } from 'vitest';
import type { FlowDistribution } from '../../../src/contract/flow-distribution-schema.ts';
import { analysisOf, type Options } from '../../library/march.ts';

async function distributionOf(table: string, options: Options = {}): Promise<FlowDistribution> {
  return (await analysisOf(table, options)).metric('distribution').distribution as FlowDistribution;
}

const TABLE = `
  id | at | to        | type | labels | created
  A  | 3  | Writing   | Bug  | x, y   | 1
  A  | 5  | Done      | Bug  | x, y   | 1
  B  | 4  | Writing   | Bug  | x      | 4
  B  | 8  | Done      | Bug  | x      | 4
  C  | 6  | Cancelled | Idea |        | 5
  D  | 4  | Ideas     | Idea |        | 4
  E  | 9  | Ideas     |      |        | 9
  F  | 10 | Writing   | Bug  | y      | 9
`;

describe('the flow distribution', () => {
  it('tells what arrived, and what became of it', async () => {
    const { values, ...whole } = await distributionOf(TABLE, { from: '2026-03-03' });
    expect(whole).toMatchObject({ field: 'type', arrived: 5 });
    expect(values.map(({ value, arrived, share, ofArrived }) => [value, arrived, share, ofArrived])).toEqual([
      // A was created before the window.
      ['Bug', 2, 2 / 5, { finished: 1, dropped: 0, inProgress: 1, notStarted: 0 }],
      ['Idea', 2, 2 / 5, { finished: 0, dropped: 1, inProgress: 0, notStarted: 1 }],
      [null, 1, 1 / 5, { finished: 0, dropped: 0, inProgress: 0, notStarted: 1 }],
    ]);
    const [bugs] = values;
    // Cycle times: A 2, B 4.
    expect(bugs).toMatchObject({ finished: 2, dropped: 0, inProgress: 1, notStarted: 0, medianCycleTimeDays: 3 });
  });

  it('tells how old the unstarted work is', async () => {
    const { byItem, unstartedAge, values } = await distributionOf(TABLE);
    // As of the 10th: D is six days old, E one.
    expect(unstartedAge).toMatchObject({ count: 2, maxDays: 6, percentilesDays: { '50': 3.5, '85': 5.25 } });
    expect(values.find(({ value }) => value === 'Idea')?.unstartedAge).toMatchObject({ count: 1, maxDays: 6 });
    expect(byItem).toEqual([
      { id: 'D', value: 'Idea', stage: 'Ideas', ageDays: 6 },
      { id: 'E', value: null, stage: 'Ideas', ageDays: 1 },
    ]);
  });

  it('tells items apart by the field of --by, an item of several values under each', async () => {
    const { arrived, field, values } = await distributionOf(TABLE, { by: 'labels' });
    expect([field, arrived]).toEqual(['labels', 5]);
    // The window begins with the first start, on the 3rd: A came before.
    expect(values.map((row) => [row.value, row.arrived, row.finished])).toEqual([
      [null, 3, 0],
      ['x', 1, 2],
      ['y', 1, 1],
    ]);
  });

  it('adds up with the counts of items', async () => {
    const analysis = await analysisOf(TABLE);
    const { items, distribution } = analysis.report();
    const sum = (key: 'finished' | 'dropped' | 'inProgress' | 'notStarted') =>
      distribution.values.reduce((total, row) => total + row[key], 0);
    expect([sum('finished'), sum('dropped')]).toEqual([items.inWindow.finished, items.inWindow.dropped]);
    expect([sum('inProgress'), sum('notStarted')]).toEqual([items.inProgress, items.notStarted]);
  });
});
