import { describe, expect, it } from 'vitest';
import { analysisOf, factsOf, visitsOf } from '../library/march.ts';

/** Items of which only dates are known: A finished, B under way, C not begun, D finished and never started. */
const TABLE = `
  id | created | started | finished
  A  | 2       | 4       | 9
  B  | 3       | 8       |
  C  | 5       |         |
  D  | 1       |         | 6
`;

const inferred = { configuration: { workflow: undefined as unknown as [] } };

describe('an item that has only dates', () => {
  it('is to do until started, in progress until finished, done after', async () => {
    const analysis = await analysisOf(TABLE, inferred);
    expect(visitsOf(analysis)).toEqual(['To do 2', 'In progress 4', 'Done 9']);
    expect(visitsOf(analysis, 'B')).toEqual(['To do 3', 'In progress 8']);
    expect(visitsOf(analysis, 'C')).toEqual(['To do 5']);
    expect(visitsOf(analysis, 'D')).toEqual(['To do 1', 'Done 6']);
  });

  it('has a cycle time, a lead time or an age, and no parts', async () => {
    const analysis = await analysisOf(TABLE, inferred);
    expect(factsOf(analysis)).toMatchObject({
      outcome: 'finished',
      cycleTimeDays: 9 - 4,
      leadTimeDays: 9 - 2,
      activeDays: null,
      waitingDays: null,
      efficiency: null,
      handoffs: null,
      historyGrade: 'milestones',
    });
    // asOf is the latest date: 9 March.
    expect(factsOf(analysis, 'B')).toMatchObject({ outcome: 'inProgress', ageDays: 9 - 8 });
    expect(factsOf(analysis, 'C')).toMatchObject({ outcome: 'notStarted', ageDays: null });
    expect(factsOf(analysis, 'D')).toMatchObject({ outcome: 'finished', cycleTimeDays: null, leadTimeDays: 5 });
  });

  it('is left out of flow efficiency, rework and stages, and they say how many', async () => {
    const report = (await analysisOf(TABLE, inferred)).report();
    expect(report.items).toMatchObject({ finished: 2, inWindow: { finished: 2, finishedUnstarted: 1 } });
    // Of the two finished only A has a cycle time, and so could have an efficiency.
    expect(report.flowEfficiency).toMatchObject({ items: 0, efficiency: null, leftOut: [{ items: 1 }] });
    expect(report.rework.leftOut).toMatchObject([{ items: 1 }]);
    expect(report.handoffs).toMatchObject({ total: null, pairs: null, leftOut: [{ items: 1 }] });
    expect(report.stages[0]).toMatchObject({ visits: 0, leftOut: [{ items: 4 }] });
  });

  it('counts in throughput and WIP as any other', async () => {
    const analysis = await analysisOf(TABLE, { ...inferred, unit: 'day' });
    const { throughput, wip } = analysis.report();
    expect(throughput.periods.filter(({ finished }) => finished > 0).map(({ start }) => start)).toEqual([
      '2026-03-06',
      '2026-03-09',
    ]);
    // From 4 March, the first start, to 9 March and a millisecond: A five days, B one.
    const days = 5 + 1 / 86_400_000;
    expect(wip.current).toBe(1);
    expect(wip.average).toBeCloseTo((5 + (days - 4)) / days, 9);
  });

  it('does not exist for an asOf before its dates, and knows only the dates up to it', async () => {
    const analysis = await analysisOf(TABLE, { ...inferred, asOf: '4' });
    // A date alone would mean its end; this is its midnight.
    expect(visitsOf(analysis)).toEqual(['To do 2', 'In progress 4']);
    expect(analysis.items().itemList.map(({ id }) => id)).toEqual(['D', 'A', 'B']);
    expect(factsOf(analysis, 'D').outcome).toBe('notStarted');
  });
});
