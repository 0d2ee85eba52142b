import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../library/march.ts';

/** Days in active, waiting, blocked and paused: A 3, 2, 1, 4; B 2, 0, 0, 0; C nothing at all; D is dropped, E is open. */
const TABLE = `
  id | at | from    | to        | blocked
  A  | 2  |         | Writing   | no
  A  | 5  | Writing | On hold   | no
  A  | 7  | On hold | Review    | yes
  A  | 8  | Review  | Ready     | no
  A  | 12 | Ready   | Done      | no
  B  | 4  |         | Review    | no
  B  | 6  | Review  | Done      | no
  C  | 9  | Ideas   | Writing   | no
  C  | 9  | Writing | Done      | no
  D  | 2  |         | Writing   | no
  D  | 9  | Writing | Cancelled | no
  E  | 3  |         | On hold   | no
`;

describe('flow efficiency', () => {
  it('is the sum of active time by the sum of all four parts, over the items of cycle time', async () => {
    const { flowEfficiency } = (await analysisOf(TABLE)).report();
    expect(flowEfficiency).toEqual({
      items: 3,
      activeDays: 3 + 2,
      waitingDays: 2,
      blockedDays: 1,
      pausedDays: 4,
      efficiency: expect.closeTo(5 / 12, 12),
      waitToActive: expect.closeTo((12 - 5) / 5, 12),
      // A 3 / 10, B 1; C, whose parts sum to 0, has none: the median of two lies half way.
      medianItem: expect.closeTo((0.3 + 1) / 2, 12),
      leftOut: [],
    });
  });

  it('with excludePaused divides by the other three, and still shows the paused', async () => {
    const { flowEfficiency } = (await analysisOf(TABLE, { configuration: { excludePaused: true } })).report();
    expect(flowEfficiency).toMatchObject({
      pausedDays: 4,
      efficiency: expect.closeTo(5 / 8, 12),
      waitToActive: expect.closeTo((8 - 5) / 5, 12),
      // A 3 / 6.
      medianItem: expect.closeTo((0.5 + 1) / 2, 12),
    });
  });

  it('takes the median by the run’s rule', async () => {
    const configuration = { percentiles: { method: 'nearest-rank' } };
    const { flowEfficiency } = (await analysisOf(TABLE, { configuration })).report();
    // Of 0.3 and 1, half of the items are at or below 0.3.
    expect(flowEfficiency.medianItem).toBeCloseTo(0.3, 12);
  });

  it('lists each item’s own', async () => {
    const { flowEfficiency } = (await analysisOf(TABLE)).metric('flowEfficiency');
    expect(flowEfficiency?.byItem?.map(({ id, efficiency }) => [id, efficiency])).toEqual([
      ['A', expect.closeTo(0.3, 12)],
      ['B', 1],
      ['C', null],
    ]);
  });

  it('is null where nothing can be divided', async () => {
    const only = (id: string) => analysisOf(TABLE, { where: [`id=${id}`] });
    expect((await only('C')).report().flowEfficiency).toMatchObject({
      items: 1,
      efficiency: null,
      waitToActive: null,
      medianItem: null,
    });
    expect((await only('E')).report().flowEfficiency).toMatchObject({ items: 0, efficiency: null, waitToActive: null });
  });

  it('of items that only waited is 0, and the wait to active is not known', async () => {
    const analysis = await analysisOf(`
      id | at | to
      A  | 2  | On hold
      A  | 5  | Done
    `);
    expect(analysis.report().flowEfficiency).toMatchObject({ waitingDays: 3, efficiency: 0, waitToActive: null });
  });
});
