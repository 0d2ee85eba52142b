import { describe, expect, it } from 'vitest';
import { analysisOf, factsOf, findingsOf, visitsOf } from '../library/march.ts';

const merging = (limit: string) => ({ configuration: { ignoreVisitsShorterThan: limit } });

describe('a stage entered and left at one instant', () => {
  it('is a visit of zero length: it starts the clock and adds no time', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to
      A  | 2  | Ideas   | Writing
      A  | 2  | Writing | Ready
      A  | 4  | Ready   | Review
      A  | 7  | Review  | Done
    `);
    expect(visitsOf(analysis)).toEqual(['Writing 2', 'Ready 2', 'Review 4', 'Done 7']);
    // Started with the Writing of no length; 2 days sent back, 3 in Review.
    expect(factsOf(analysis)).toMatchObject({
      started: '2',
      cycleTimeDays: 7 - 2,
      activeDays: 7 - 4,
      pausedDays: 4 - 2,
    });
  });

  it('finishes an item, and makes later work rework', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to
      A  | 2  | Ideas   | Writing
      A  | 4  | Writing | Done
      A  | 4  | Done    | Review
      A  | 7  | Review  | Done
    `);
    // Review is a first visit, but a done visit precedes it.
    expect(factsOf(analysis)).toMatchObject({ finished: '7', reworkDays: 7 - 4, reopened: true, activeDays: 5 });
  });

  it('ends an item in the final run', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to
      A  | 2  | Ideas   | Writing
      A  | 4  | Writing | Done
      A  | 4  | Done    | Cancelled
    `);
    expect(factsOf(analysis)).toMatchObject({ outcome: 'finished', finished: '4' });
  });
});

describe('ignoreVisitsShorterThan', () => {
  const there = (minutes: number) => `
    id | at | from    | to
    A  | 2 09:00 | Ideas   | Writing
    A  | 3 09:00 | Writing | Review
    A  | 3 09:${String(minutes).padStart(2, '0')} | Review  | Writing
    A  | 4 09:00 | Writing | Done
  `;

  it('merges a visit shorter than it that returns to the stage before', async () => {
    const analysis = await analysisOf(there(9), merging('10m'));
    expect(visitsOf(analysis)).toEqual(['Writing 2 09:00', 'Done 4 09:00']);
    expect(factsOf(analysis)).toMatchObject({ activeDays: 2, backwardMoves: 0, reworkDays: 0 });
  });

  it('leaves one of exactly its length', async () => {
    const analysis = await analysisOf(there(10), merging('10m'));
    expect(visitsOf(analysis)).toEqual(['Writing 2 09:00', 'Review 3 09:00', 'Writing 3 09:10', 'Done 4 09:00']);
  });

  it('leaves one that goes elsewhere, and one that nothing follows', async () => {
    const analysis = await analysisOf(
      `
      id | at         | from    | to
      A  | 2 09:00    | Ideas   | Writing
      A  | 3 09:00    | Writing | On hold
      A  | 3 09:00:01 | On hold | Review
      A  | 3 09:00:02 | Review  | On hold
    `,
      merging('1h'),
    );
    // On hold (one second) goes on to Review; Review (one second) returns to On hold and is merged into it.
    expect(visitsOf(analysis)).toEqual(['Writing 2 09:00', 'On hold 3 09:00']);
  });

  it('merges one after another', async () => {
    const analysis = await analysisOf(
      `
      id | at         | from    | to
      A  | 2 09:00    | Ideas   | Writing
      A  | 3 09:00    | Writing | Review
      A  | 3 09:00:30 | Review  | Writing
      A  | 3 09:01    | Writing | Review
      A  | 3 09:01:30 | Review  | Writing
      A  | 4 09:00    | Writing | Done
    `,
      merging('1m'),
    );
    expect(visitsOf(analysis)).toEqual(['Writing 2 09:00', 'Done 4 09:00']);
  });

  it('unset, leaves visits of under a minute as they are: a finding', async () => {
    const analysis = await analysisOf(`
      id | at             | from    | to
      A  | 2 09:00        | Ideas   | Writing
      A  | 3 09:00        | Writing | Review
      A  | 3 09:00:59.999 | Review  | Writing
      A  | 4 09:00        | Writing | Review
      A  | 4 09:01        | Review  | Writing
    `);
    expect(visitsOf(analysis)).toHaveLength(5);
    expect(findingsOf(analysis)).toMatchObject({ flicker: 1 });
  });

  it('set, leaves no such finding', async () => {
    const analysis = await analysisOf(there(0).replace('09:00 | Review', '09:00:30 | Review'), merging('1s'));
    expect(findingsOf(analysis).flicker).toBeUndefined();
    expect(visitsOf(analysis)).toHaveLength(4);
  });
});
