import { describe, expect, it } from 'vitest';
import { analysisOf, BOARD, type Options } from '../../library/march.ts';

/** In progress: A 2 to 6, B 4 to 8 (dropped), C from 5 on, sent back on the 9th; D never. asOf is the 10th. */
const TABLE = `
  id | at | to
  A  | 2  | Writing
  A  | 4  | Review
  A  | 6  | Done
  B  | 4  | Writing
  B  | 8  | Cancelled
  C  | 5  | Writing
  C  | 9  | Ready
  D  | 3  | Ideas
  D  | 10 | Done
`;

const wipOf = async (options: Options = {}) => (await analysisOf(TABLE, options)).metric('wip').wip;

const MS = 1 / 86_400_000;

describe('work in progress', () => {
  it('is averaged over the window, and current at asOf', async () => {
    const wip = await wipOf({ from: '2026-03-02', to: '2026-03-10' });
    // A 4 days, B 4, C 5 (to the end of the window), of 8.
    expect(wip).toMatchObject({ current: 1, paused: 1, average: (4 + 4 + 5) / 8, leftOut: [] });
  });

  it('is paused in a todo, done or dropped stage, and not while it waits', async () => {
    const analysis = await analysisOf(
      `
      id | at | to
      A  | 2  | On hold
      B  | 2  | Writing
      C  | 2  | Writing
      C  | 3  | Ready
      D  | 2  | Writing
      D  | 4  | Done
    `,
      // Done, but not as far as Released: still in progress.
      { configuration: { finishAt: 'Released' } },
    );
    expect(analysis.report().wip).toMatchObject({ current: 4, paused: 2 });
  });

  it('is clipped to the window', async () => {
    // The 5th to the 7th: A 1, B 2, C 2, of 2.
    expect((await wipOf({ from: '2026-03-05', to: '2026-03-07' }))?.average).toBe(5 / 2);
    // By default the window ends a millisecond after asOf.
    expect((await wipOf())?.average).toBeCloseTo((4 + 4 + 5 + MS) / (8 + MS), 12);
  });

  it('by stage adds up to the whole', async () => {
    const wip = await wipOf({ from: '2026-03-02', to: '2026-03-10' });
    const stages = Object.fromEntries(
      (wip?.byStage ?? []).map(({ stage, current, average }) => [stage, [current, average]]),
    );
    expect(stages).toMatchObject({
      // A 2, B 4, C 4; then C in Ready from the 9th on: one day of the window.
      Writing: [0, (2 + 4 + 4) / 8],
      Review: [0, 2 / 8],
      Ready: [1, 1 / 8],
      Done: [0, 0],
      Cancelled: [0, 0],
    });
  });

  it('does not count D, which was never started, nor what follows the end', async () => {
    const wip = await wipOf({ from: '2026-03-02', to: '2026-03-10' });
    expect(wip?.byStage.find(({ stage }) => stage === 'Ideas')).toMatchObject({ current: 0, average: 0 });
  });

  it('daily is the count just before midnight, the last day’s at the end of the window', async () => {
    const wip = await wipOf({ from: '2026-03-02', to: '2026-03-09T12:00:00Z' });
    expect(wip?.daily?.map(({ date, count }) => ({ date, count }))).toEqual([
      { date: '2026-03-02', count: 1 },
      // B starts at midnight of the 4th: not yet on the 3rd.
      { date: '2026-03-03', count: 1 },
      { date: '2026-03-04', count: 2 },
      // A ends at midnight of the 6th: still there on the 5th.
      { date: '2026-03-05', count: 3 },
      { date: '2026-03-06', count: 2 },
      { date: '2026-03-07', count: 2 },
      { date: '2026-03-08', count: 1 },
      { date: '2026-03-09', count: 1 },
    ]);
  });

  it('daily has no day that only begins as the window ends', async () => {
    const wip = await wipOf({ from: '2026-03-02', to: '2026-03-05' });
    // C starts at midnight of the 5th: the window is over.
    expect(wip?.daily?.map(({ date, count }) => [date, count])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-03', 1],
      ['2026-03-04', 2],
    ]);
  });

  it('never depends on the basis', async () => {
    const window = { from: '2026-03-02', to: '2026-03-10' };
    expect(await wipOf({ ...window, basis: 'working' })).toEqual(await wipOf(window));
  });

  it('is nothing of nothing', async () => {
    expect(await wipOf({ where: ['id=D'], from: '2026-03-02', to: '2026-03-04' })).toMatchObject({
      current: 0,
      paused: 0,
      average: 0,
    });
  });
});

describe('a WIP limit', () => {
  const limited = (limit: number) => ({
    from: '2026-03-02',
    to: '2026-03-10',
    configuration: { workflow: BOARD.map((stage) => (stage.stage === 'Writing' ? { ...stage, limit } : stage)) },
  });
  const share = async (limit: number) =>
    (await wipOf(limited(limit)))?.byStage.find(({ stage }) => stage === 'Writing')?.overLimitShare;

  it('is exceeded while more items than it are in the stage', async () => {
    // Writing: A 2 to 4, B 4 to 8, C 5 to 9. Two of them from 5 to 8; at the 4th A leaves as B comes.
    expect(await share(1)).toBe(3 / 8);
    expect(await share(2)).toBe(0);
  });

  it('is null for a stage without one', async () => {
    const wip = await wipOf(limited(1));
    expect(
      wip?.byStage.filter(({ limit }) => limit === null).every(({ overLimitShare }) => overLimitShare === null),
    ).toBe(true);
  });
});
