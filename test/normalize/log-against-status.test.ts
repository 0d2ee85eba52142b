import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { BOARD, csvOf, factsOf, findingsOf, type Options, visitsOf } from '../library/march.ts';

/** A log of changes, and a list of the same items as they are today, which other changes led to. */
const LOG = `
  id | to      | at
  A  | Ready   | 1
  A  | Writing | 2
  B  | Ready   | 1
  B  | Writing | 2
  C  | Ready   | 1
  C  | Writing | 2
  C  | Done    | 4
  D  | Ready   | 1
  E  | Writing | 2
  F  | Writing | 2
  F  | Done    | 5
  G  | Writing | 3
  H  | Writing | 3
`;
const LIST = `
  id | status    | started | finished
  A  | Done      | 2       | 9
  B  | Done      |         | 2
  C  | Review    |         | 4
  D  | Writing   |
  E  | Cancelled |
  F  | Released  |
  G  | Review    |
  H  | Writing   |
`;

function analysisOf({ configuration, ...options }: Options = {}) {
  const inputs = [
    { name: 'log.csv', data: csvOf(LOG) },
    { name: 'list.csv', data: csvOf(LIST) },
  ];
  return open(inputs, { ...options, configuration: { workflow: BOARD, dropped: {}, ...configuration } });
}

describe('a log that ends elsewhere than the status of today', () => {
  it('ends at a finish date that is later than its last entry', async () => {
    const analysis = await analysisOf();
    expect(visitsOf(analysis)).toEqual(['Ready 1', 'Writing 2', 'Done 9']);
    expect(factsOf(analysis)).toMatchObject({ outcome: 'finished', finished: '9', cycleTimeDays: 9 - 2 });
  });

  it('is over since an unknown instant without such a date', async () => {
    const analysis = await analysisOf();
    expect(factsOf(analysis, 'B')).toMatchObject({
      outcome: 'finished',
      started: '2',
      finished: null,
      cycleTimeDays: null,
      ageDays: null,
      activeDays: null,
      stage: 'Done',
    });
    expect(factsOf(analysis, 'E')).toMatchObject({ outcome: 'dropped', dropped: null, stage: 'Cancelled' });
  });

  it('is open again from its last entry on, in the stage of today', async () => {
    const analysis = await analysisOf();
    expect(visitsOf(analysis, 'C')).toEqual(['Ready 1', 'Writing 2', 'Done 4', 'Review 4']);
    expect(factsOf(analysis, 'C')).toMatchObject({ outcome: 'inProgress', started: '2', ageDays: 9 - 2 });
  });

  it('is in progress since an unknown instant where only today’s status says so', async () => {
    const analysis = await analysisOf();
    expect(factsOf(analysis, 'D')).toMatchObject({ outcome: 'inProgress', started: null, ageDays: null });
    const { wip } = analysis.report();
    // C and D, G and H: all four are in progress now.
    expect(wip.current).toBe(4);
    expect(wip.byStage.find(({ stage }) => stage === 'Writing')?.current).toBe(3);
  });

  it('stands where both are over, or both are open', async () => {
    const analysis = await analysisOf();
    expect(factsOf(analysis, 'F')).toMatchObject({ outcome: 'finished', finished: '5', cycleTimeDays: 5 - 2 });
    expect(visitsOf(analysis, 'G')).toEqual(['Writing 3']);
    expect(factsOf(analysis, 'H')).toMatchObject({ outcome: 'inProgress', started: '3' });
  });

  it('counts them all, and what is over without a date', async () => {
    const analysis = await analysisOf();
    // A to E, and G; F is delivered both ways, H fits.
    expect(findingsOf(analysis)['status-differs']).toBe(6);
    expect(analysis.report().items).toEqual({
      total: 8,
      notStarted: 0,
      inProgress: 4,
      finished: 3,
      dropped: 1,
      finishedUndated: 1,
      droppedUndated: 1,
      inWindow: { finished: 2, finishedUnstarted: 0, dropped: 0 },
    });
  });

  it('is left out of the time in stages and the cost where its last visit ended nobody knows when', async () => {
    const analysis = await analysisOf();
    const today = analysis.metric('cumulativeFlow').cumulativeFlow?.days.at(-1)?.stages ?? {};
    const stages = Object.fromEntries(Object.entries(today).filter(([, count]) => count > 0));
    // A and F are done, C in Review, G and H in Writing; of B, D and E nobody knows since when they are where they are.
    expect(stages).toEqual({ Writing: 2, Review: 1, Done: 2 });
    expect(analysis.metric('waste').waste?.leftOut).toContainEqual({
      reason: 'they are over, but the source does not say since when',
      items: 2,
    });
  });

  it('at an earlier asOf, counts no item of which only today’s status says that it is over', async () => {
    const analysis = await analysisOf({ asOf: '2026-03-06' });
    const { items } = analysis.report();
    // A is still being written, C is open, of B and E nobody knows; D had not begun by its log.
    expect(items).toMatchObject({ total: 6, notStarted: 1, inProgress: 4, finished: 1, dropped: 0 });
    expect(items.finishedUndated + items.droppedUndated).toBe(0);
    // An entry later than asOf says that the log was right until then.
    const before = await analysisOf({ asOf: '2026-03-03' });
    expect(factsOf(before, 'C')).toMatchObject({ outcome: 'inProgress' });
    expect(visitsOf(before, 'C')).toEqual(['Ready 1', 'Writing 2']);
  });

  it('stops the clock at finishAt alone', async () => {
    const analysis = await analysisOf({ configuration: { finishAt: 'Released' } });
    expect(factsOf(analysis, 'F')).toMatchObject({ outcome: 'finished', finished: null });
    expect(factsOf(analysis)).toMatchObject({ outcome: 'inProgress' });
  });
});
