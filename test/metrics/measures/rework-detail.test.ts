import { describe, expect, it } from 'vitest';
import type { Rework } from '../../../src/contract/rework-schema.ts';
import { analysisOf, type Options } from '../../library/march.ts';

async function reworkOf(table: string, options: Options = {}): Promise<Rework> {
  return (await analysisOf(table, options)).metric('rework').rework as Rework;
}

/** The 2nd of March is a Monday: eight hours a day are charged. */
const TABLE = `
  id | at | to      | assignee
  A  | 2  | Writing | ana
  A  | 3  | Review  | ben
  A  | 4  | Writing | ana
  A  | 6  | Review  | ben
  A  | 7  | Done    | ben
  B  | 3  | Writing | cid
  B  | 4  | On hold | cid
  B  | 5  | Writing | cid
  B  | 6  | Done    | cid
  C  | 2  | Writing | dee
  C  | 3  | Done    | dee
  C  | 4  | Review  | dee
  C  | 5  | Done    | dee
`;

describe('rework in full', () => {
  it('tells from where to where, and the rework that followed', async () => {
    const rework = await reworkOf(TABLE, { configuration: { cost: { hourlyRate: 50, currency: 'EUR' } } });
    expect(rework.moves).toEqual([
      // A: Writing 4 to 6 and the Review of the 6th; 24 working hours.
      { from: 'Review', to: 'Writing', count: 1, items: 1, reworkDays: 3, hours: 24, cost: 1200 },
      // C: a day of review after it was done.
      { from: 'Done', to: 'Review', count: 1, items: 1, reworkDays: 1, hours: 8, cost: 400 },
    ]);
    expect(rework.withoutMove).toEqual({ reworkDays: 0, hours: 0, cost: 0 });
    expect(rework.labour).toEqual({ hours: 32, cost: 1600, currency: 'EUR' });
    expect(rework.reopenRate).toBe(1 / 3);
  });

  it('tells self-loops from repeats', async () => {
    const rework = await reworkOf(TABLE);
    // A comes back to Writing and to Review. B only waited. C is in Review for the first time.
    expect(rework.loops).toEqual({ repeats: 2, selfLoops: 1, items: 2 });
    expect(rework.byStage).toEqual([
      { stage: 'Writing', repeats: 1, selfLoops: 1, items: 2, reworkDays: 2, hours: 16, cost: null },
      { stage: 'Review', repeats: 1, selfLoops: 0, items: 1, reworkDays: 2, hours: 16, cost: null },
    ]);
    expect(rework.byItem?.map(({ id, repeats, selfLoops, hours }) => [id, repeats, selfLoops, hours])).toEqual([
      ['A', 2, 0, 24],
      ['C', 0, 0, 8],
      ['B', 0, 1, 0],
    ]);
  });

  it('is told apart where no move back came before it', async () => {
    // Given up, revived and delivered: a dropped stage has no place, so it is no move back, but work after Done is rework.
    const rework = await reworkOf(
      `
      id | at | to
      A  | 2  | Writing
      A  | 3  | Done
      A  | 4  | Testing
      A  | 5  | Done
    `,
      {
        configuration: {
          workflow: [
            { stage: 'Writing', kind: 'active' },
            { stage: 'Done', kind: 'done' },
            { stage: 'Testing', kind: 'active' },
          ],
        },
      },
    );
    expect(rework.moves).toEqual([]);
    expect(rework.withoutMove).toMatchObject({ reworkDays: 1, hours: 8 });
  });

  it('leaves blocked time out', async () => {
    const rework = await reworkOf(`
      id | at      | to      | blocked
      A  | 2       | Writing | false
      A  | 3       | Review  | false
      A  | 4       | Writing | true
      A  | 4 18:00 | Review  | false
      A  | 5       | Done    | false
    `);
    // Writing was blocked for all of its 18 hours; the Review after it is a quarter of a day, out of hours.
    expect(rework.moves).toMatchObject([{ reworkDays: 0.25, hours: 0 }]);
  });

  it('charges no hours before the window', async () => {
    const rework = await reworkOf(TABLE, { from: '2026-03-06' });
    // A is the only item that finished since; of its rework the 6th alone is in the window.
    expect(rework.moves).toMatchObject([{ from: 'Review', to: 'Writing', reworkDays: 3, hours: 8 }]);
  });

  it('adds up, with the same days in moves, stages and items', async () => {
    const { byItem = [], byStage = [], moves = [], reworkDays, withoutMove } = await reworkOf(TABLE);
    const sum = (rows: readonly { reworkDays: number }[]) => rows.reduce((total, row) => total + row.reworkDays, 0);
    expect(sum(byItem)).toBe(reworkDays);
    expect(sum(byStage)).toBe(reworkDays);
    expect(sum(moves) + (withoutMove?.reworkDays ?? 0)).toBe(reworkDays);
  });
});
