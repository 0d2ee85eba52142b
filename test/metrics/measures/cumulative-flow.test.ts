import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../library/march.ts';

const TABLE = `
  id | at      | to        | created
  A  | 3       | Writing   | 2
  A  | 5       | Done      | 2
  B  | 3 12:00 | Writing   | 2
  B  | 4       | Done      | 2
  B  | 5 12:00 | Writing   | 2
  C  | 4       | Writing   | 1
  C  | 5       | Cancelled | 1
`;

describe('cumulative flow', () => {
  it('counts what happened so far at each local day’s end, and the items in each stage', async () => {
    const days = (await analysisOf(TABLE)).metric('cumulativeFlow').cumulativeFlow?.days ?? [];
    expect(
      days.map(({ date, created, started, finished, dropped }) => [date, created, started, finished, dropped]),
    ).toEqual([
      // Just before midnight: what happens at midnight counts on the day that begins. B's first finish is forgotten.
      ['2026-03-03', 3, 2, 0, 0],
      ['2026-03-04', 3, 3, 0, 0],
      ['2026-03-05', 3, 3, 1, 1],
    ]);
    expect(days.map(({ stages }) => [stages.Ideas, stages.Writing, stages.Done, stages.Cancelled])).toEqual([
      // C is in Ideas, with A and B in Writing.
      [1, 2, 0, 0],
      // A and C in Writing; B was done on that day.
      [0, 2, 1, 0],
      [0, 1, 1, 1],
    ]);
  });

  it('counts what lies before the window, too: so far', async () => {
    const analysis = await analysisOf(TABLE, { from: '2026-03-05' });
    expect(analysis.metric('cumulativeFlow').cumulativeFlow?.days).toMatchObject([
      { created: 3, started: 3, finished: 1 },
    ]);
  });

  it('ends the last day at the end of the window', async () => {
    const analysis = await analysisOf(TABLE, { from: '2026-03-03', to: '2026-03-03T12:00:00Z' });
    // B starts at that instant: not yet.
    expect(analysis.metric('cumulativeFlow').cumulativeFlow?.days).toMatchObject([{ date: '2026-03-03', started: 1 }]);
  });

  it('is no part of the report', async () => {
    expect((await analysisOf(TABLE)).report()).not.toHaveProperty('cumulativeFlow');
  });
});
