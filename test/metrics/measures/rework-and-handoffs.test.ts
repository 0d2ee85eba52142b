import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../library/march.ts';

/**
 * Of the items of cycle time: A has a backward move and two days of rework, B was reopened, C is plain. D is dropped, E
 * open: both went back, too.
 */
const TABLE = `
  id | at | to        | assignee
  A  | 2  | Writing   | ana
  A  | 3  | Review    | ben
  A  | 4  | Writing   | ana
  A  | 6  | Done      | ana
  B  | 2  | Writing   | ana
  B  | 5  | Done      | ana
  B  | 7  | Review    | cid
  B  | 8  | Done      | cid
  C  | 3  | Writing   | dee
  C  | 9  | Done      | dee
  D  | 2  | Writing   | ana
  D  | 3  | Review    | ben
  D  | 4  | Writing   | ana
  D  | 5  | Cancelled | ana
  E  | 2  | Writing   | ana
  E  | 3  | Review    | ben
  E  | 4  | Writing   | ana
`;

describe('rework', () => {
  it('is over the items of cycle time', async () => {
    expect((await analysisOf(TABLE)).report().rework).toEqual({
      items: 2,
      // A: Review to Writing. B: Done to Review.
      backwardMoves: 2,
      // A: Writing 4 to 6. B: Review 7 to 8, after a done visit.
      reworkDays: 2 + 1,
      // Active: A 4, B 3 + 1, C 6.
      shareOfActive: 3 / 14,
      reopened: 1,
      leftOut: [],
    });
  });

  it('lists the items that have some', async () => {
    expect((await analysisOf(TABLE)).metric('rework').rework?.byItem).toEqual([
      // ana has four items on the 4th and two on the 5th: 2 hours and 4 of A. The 7th is a Saturday.
      { id: 'A', backwardMoves: 1, reworkDays: 2, reopened: false, repeats: 1, selfLoops: 0, hours: 6 },
      { id: 'B', backwardMoves: 1, reworkDays: 1, reopened: true, repeats: 0, selfLoops: 0, hours: 0 },
    ]);
  });

  it('has no share where nothing was active', async () => {
    const { rework } = (await analysisOf(TABLE, { where: ['id=E'] })).report();
    expect(rework).toMatchObject({ items: 0, reworkDays: 0, shareOfActive: null });
  });
});

describe('hand-offs', () => {
  it('are over the items of cycle time', async () => {
    // A: ana → ben → ana. B: ana → cid on the 7th, before its end on the 8th. C: none.
    expect((await analysisOf(TABLE)).report().handoffs).toEqual({
      total: 3,
      perItem: 1,
      pairs: [
        { from: 'ana', to: 'ben', count: 1 },
        { from: 'ana', to: 'cid', count: 1 },
        { from: 'ben', to: 'ana', count: 1 },
      ],
      leftOut: [],
    });
  });

  it('list the items that have some', async () => {
    expect((await analysisOf(TABLE)).metric('handoffs').handoffs?.byItem).toEqual([
      { id: 'A', handoffs: 2, pingPong: 1 },
      { id: 'B', handoffs: 1, pingPong: 0 },
    ]);
  });

  it('are none, not unknown, where no item is in the window', async () => {
    const { handoffs } = (await analysisOf(TABLE, { where: ['id=E'] })).report();
    expect(handoffs).toEqual({ total: 0, perItem: null, pairs: [], leftOut: [] });
  });

  it('show the ten most frequent pairs in the report, and all in their own command', async () => {
    // p0 hands over to p1 … p11, the later ones twice as often.
    const rows = Array.from({ length: 11 }, (_, pair) =>
      Array.from({ length: pair >= 9 ? 2 : 1 }, (_unused, copy) => [
        `I${pair}-${copy} | 2 | Writing | p0`,
        `I${pair}-${copy} | 3 | Review | p${pair + 1}`,
        `I${pair}-${copy} | 4 | Done | p${pair + 1}`,
      ]),
    ).flat(2);
    const analysis = await analysisOf(['id|at|to|assignee', ...rows].join('\n'));
    const inReport = analysis.report().handoffs;
    expect(inReport.total).toBe(9 + 2 * 2);
    expect(inReport.pairs).toHaveLength(10);
    expect(inReport.pairs?.slice(0, 3).map(({ to, count }) => [to, count])).toEqual([
      ['p10', 2],
      ['p11', 2],
      ['p1', 1],
    ]);
    expect(analysis.metric('handoffs').handoffs?.pairs).toHaveLength(11);
  });

  it('of several people name them all', async () => {
    const analysis = await analysisOf(`
      id | at | to      | assignee
      A  | 2  | Writing | cid; ana
      A  | 3  | Review  | ben
      A  | 4  | Done    | ben
    `);
    expect(analysis.report().handoffs.pairs).toEqual([{ from: 'ana, cid', to: 'ben', count: 1 }]);
  });
});
