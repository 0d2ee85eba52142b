import { describe, expect, it } from 'vitest';
import { analysisOf, short } from '../../library/march.ts';

/** Finished: A, B (never started), C; dropped: D; in progress: E, F; not started: G. asOf is the 20th. */
const TABLE = `
  id | at | to        | created
  A  | 3  | Writing   | 2
  A  | 7  | Done      | 2
  B  | 9  | Done      | 1
  C  | 5  | Writing   | 4
  C  | 15 | Done      | 4
  D  | 6  | Writing   | 6
  D  | 8  | Cancelled | 6
  E  | 10 | Writing   | 10
  F  | 12 | On hold   | 11
  F  | 20 | Ready     | 11
  G  | 13 | Ideas     | 13
`;

describe('items', () => {
  it('counts how each stands at asOf, and what ended in the window', async () => {
    const { items } = (await analysisOf(TABLE)).report();
    expect(items).toEqual({
      total: 7,
      notStarted: 1,
      inProgress: 2,
      finished: 3,
      dropped: 1,
      finishedUndated: 0,
      droppedUndated: 0,
      inWindow: { finished: 3, finishedUnstarted: 1, dropped: 1 },
    });
  });

  it('counts ends from the first millisecond of the window to the last before its end', async () => {
    const inWindow = async (from: string, to: string) =>
      (await analysisOf(TABLE, { from, to })).report().items.inWindow;
    expect(await inWindow('2026-03-07', '2026-03-09')).toEqual({ finished: 1, finishedUnstarted: 0, dropped: 1 });
    expect(await inWindow('2026-03-07T00:00:00.001Z', '2026-03-09T00:00:00.001Z')).toEqual({
      finished: 1,
      finishedUnstarted: 1,
      dropped: 1,
    });
  });
});

describe('cycle time and lead time', () => {
  it('are distributions over the items finished in the window', async () => {
    const { cycleTime, leadTime } = (await analysisOf(TABLE)).report();
    // A: 7 − 3 = 4, C: 15 − 5 = 10; B never started.
    expect(cycleTime).toMatchObject({ count: 2, meanDays: 7, minDays: 4, maxDays: 10, leftOut: [] });
    // Deviations −3 and 3: √(18 / 1).
    expect(cycleTime.standardDeviationDays).toBeCloseTo(Math.sqrt(18), 12);
    // Linear: 4 + p × 6.
    expect(cycleTime.percentilesDays).toEqual({
      50: expect.closeTo(4 + 0.5 * 6, 12),
      70: expect.closeTo(4 + 0.7 * 6, 12),
      85: expect.closeTo(4 + 0.85 * 6, 12),
      95: expect.closeTo(4 + 0.95 * 6, 12),
    });
    // A: 7 − 2 = 5, B: 9 − 1 = 8, C: 15 − 4 = 11.
    expect(leadTime).toMatchObject({ count: 3, meanDays: 8, minDays: 5, maxDays: 11, standardDeviationDays: 3 });
  });

  it('count a finish at the first instant of the window, and none at its end', async () => {
    const counts = async (from: string, to: string) => {
      const { cycleTime, leadTime } = (await analysisOf(TABLE, { from, to })).report();
      return [cycleTime.count, leadTime.count];
    };
    // A finishes on the 7th, B on the 9th, without a start; C on the 15th.
    expect(await counts('2026-03-07', '2026-03-15')).toEqual([1, 2]);
    expect(await counts('2026-03-07T00:00:00.001Z', '2026-03-15T00:00:00.001Z')).toEqual([1, 2]);
    expect(await counts('2026-03-09', '2026-03-15')).toEqual([0, 1]);
  });

  it('take the points and the method that are configured', async () => {
    const configuration = { percentiles: { points: [90, 10, 50, 90], method: 'nearest-rank' } };
    const { leadTime } = (await analysisOf(TABLE, { configuration })).report();
    // Of 5, 8 and 11: ranks ⌈0.3⌉, ⌈1.5⌉ and ⌈2.7⌉.
    expect(leadTime.percentilesDays).toEqual({ 10: 5, 50: 8, 90: 11 });
  });

  it('list their items', async () => {
    const analysis = await analysisOf(TABLE);
    const { cycleTime } = analysis.metric('cycleTime');
    expect(
      cycleTime?.byItem?.map(({ id, started, finished, cycleTimeDays }) => [
        id,
        short(started),
        short(finished),
        cycleTimeDays,
      ]),
    ).toEqual([
      ['A', '3', '7', 4],
      ['C', '5', '15', 10],
    ]);
    expect(analysis.metric('leadTime').leadTime?.byItem?.map(({ id, leadTimeDays }) => [id, leadTimeDays])).toEqual([
      ['B', 8],
      ['A', 5],
      ['C', 11],
    ]);
    expect(analysis.report().cycleTime.byItem).toBeUndefined();
  });

  it('are null without items, and a deviation needs two', async () => {
    const none = (await analysisOf(TABLE, { from: '2026-03-16' })).report().cycleTime;
    expect(none).toMatchObject({ count: 0, meanDays: null, standardDeviationDays: null, minDays: null, maxDays: null });
    expect(none.percentilesDays).toEqual({ 50: null, 70: null, 85: null, 95: null });
    const one = (await analysisOf(TABLE, { from: '2026-03-10' })).report().cycleTime;
    expect(one).toMatchObject({ count: 1, meanDays: 10, standardDeviationDays: null, minDays: 10 });
    expect(one.percentilesDays).toEqual({ 50: 10, 70: 10, 85: 10, 95: 10 });
  });
});

describe('age', () => {
  it('is asOf − started, over the items in progress, wherever they sit', async () => {
    const { age } = (await analysisOf(TABLE)).report();
    // E: 20 − 10, F: 20 − 12, sent back at the last instant.
    expect(age).toMatchObject({ count: 2, meanDays: 9, minDays: 8, maxDays: 10 });
    expect(age.byItem.map(({ id, stage, ageDays, inStageDays }) => [id, stage, ageDays, inStageDays])).toEqual([
      ['E', 'Writing', 10, 10],
      ['F', 'Ready', 8, 0],
    ]);
  });

  it('does not depend on the window', async () => {
    const { age } = (await analysisOf(TABLE, { from: '2026-03-01', to: '2026-03-02' })).report();
    expect(age.count).toBe(2);
  });

  it('lists the ten oldest in the report, and all in its own command', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `I${index} | ${index + 1} | Writing`);
    const analysis = await analysisOf(['id|at|to', ...rows].join('\n'));
    expect(analysis.report().age.byItem.map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, index) => `I${index}`),
    );
    expect(analysis.metric('age').age?.byItem).toHaveLength(12);
    expect(analysis.report().age.count).toBe(12);
  });
});
