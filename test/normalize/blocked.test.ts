import { describe, expect, it } from 'vitest';
import { analysisOf, factsOf, short, visitsOf } from '../library/march.ts';

describe('a blocked period', () => {
  it('lies over the visits and changes none of them', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to      | blocked
      A  | 2  | Ideas   | Writing | no
      A  | 4  | Writing | On hold | yes
      A  | 7  | On hold | Review  | yes
      A  | 8  | Review  | Writing | no
      A  | 9  | Writing | Done    | no
    `);
    expect(visitsOf(analysis)).toHaveLength(5);
    // Blocked 4 to 8, over On hold and Review; Writing 2 to 4 and 8 to 9.
    expect(factsOf(analysis)).toMatchObject({
      cycleTimeDays: 9 - 2,
      blockedDays: 8 - 4,
      activeDays: 4 - 2 + (9 - 8),
      waitingDays: 0,
      pausedDays: 0,
    });
  });

  it('is one where a flag is set that is set', async () => {
    const analysis = await analysisOf(`
      id | at | to      | blocked
      A  | 2  | Writing | yes
      A  | 3  | Review  | yes
      A  | 5  | On hold | no
      A  | 6  | Writing | no
      A  | 7  | Done    | no
    `);
    expect(analysis.item('A').blockedPeriods.map(({ start, end }) => [short(start), short(end)])).toEqual([['2', '5']]);
    expect(factsOf(analysis)).toMatchObject({ blockedDays: 3, waitingDays: 1, activeDays: 1 });
  });

  it('that is never closed ends with the item', async () => {
    const analysis = await analysisOf(`
      id | at | to      | blocked
      A  | 2  | Writing | no
      A  | 4  | Review  | yes
      A  | 7  | Done    | yes
      B  | 20 | Writing | no
    `);
    // The data goes on to 20 March; the item, and so its blocked time, ends on the 7th.
    expect(factsOf(analysis)).toMatchObject({ blockedDays: 7 - 4, activeDays: 4 - 2, cycleTimeDays: 5 });
  });

  it('that is never closed ends at asOf while the item is open', async () => {
    const analysis = await analysisOf(`
      id | at | to      | blocked
      A  | 2  | Writing | no
      A  | 4  | Review  | yes
      B  | 20 | Writing | no
    `);
    expect(factsOf(analysis)).toMatchObject({ blockedDays: 20 - 4, ageDays: 20 - 2, activeDays: 2 });
  });

  it('before the start or after the end counts for nothing', async () => {
    const analysis = await analysisOf(`
      id | at | to      | blocked
      A  | 1  | Ideas   | yes
      A  | 3  | Writing | yes
      A  | 4  | Review  | no
      A  | 6  | Done    | yes
      A  | 9  | Released | no
    `);
    // Blocked from 1 to 4, of which 3 to 4 lies after the start; and from 6, the finish, on.
    expect(factsOf(analysis)).toMatchObject({ blockedDays: 4 - 3, activeDays: 6 - 4, cycleTimeDays: 3 });
  });

  it('that opens and closes at one instant takes no time; the last flag of an instant holds', async () => {
    const analysis = await analysisOf(`
      id | at | to      | blocked
      A  | 2  | Writing | no
      A  | 4  | Review  | yes
      A  | 4  | Writing | no
      A  | 6  | Done    | no
    `);
    expect(factsOf(analysis)).toMatchObject({ blockedDays: 0, activeDays: 4 });
    expect(analysis.item('A').blockedPeriods).toEqual([]);
  });

  it('set after asOf does not exist; cleared after asOf is still open', async () => {
    const table = `
      id | at | to      | blocked
      A  | 2  | Writing | no
      A  | 4  | Review  | yes
      A  | 7  | Writing | no
    `;
    expect(factsOf(await analysisOf(table, { asOf: '3' })).blockedDays).toBe(0);
    expect(factsOf(await analysisOf(table, { asOf: '6' })).blockedDays).toBe(6 - 4);
    expect(factsOf(await analysisOf(table)).blockedDays).toBe(7 - 4);
    // Cleared at the very asOf it is over.
    const periods = async (asOf: string) => (await analysisOf(table, { asOf })).item('A').blockedPeriods;
    expect((await periods('7')).map(({ end }) => short(end))).toEqual(['7']);
    expect((await periods('6')).map(({ end }) => end)).toEqual([null]);
    // Set at the very asOf it has begun.
    expect((await periods('4')).map(({ start }) => short(start))).toEqual(['4']);
  });

  it('in a stage sent back to is blocked time, not paused time', async () => {
    const analysis = await analysisOf(`
      id | at | to      | blocked
      A  | 2  | Writing | no
      A  | 4  | Ready   | yes
      A  | 6  | Ready   | no
      A  | 9  | Done    | no
    `);
    expect(factsOf(analysis)).toMatchObject({ activeDays: 2, blockedDays: 6 - 4, pausedDays: 9 - 6 });
  });
});
