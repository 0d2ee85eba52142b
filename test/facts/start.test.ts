import { describe, expect, it } from 'vitest';
import { analysisOf, factsOf, type Options } from '../library/march.ts';

/** When an item that enters one stage a day from 2 March on started: the day. */
async function startOf(path: string, configuration: Options['configuration'] = {}) {
  const rows = path.split(' > ').map((stage, index) => `A | ${index + 2} | ${stage}`);
  return factsOf(await analysisOf(['id|at|to', ...rows].join('\n'), { configuration })).started;
}

describe('the start of an item', () => {
  it.each([
    ['Ideas > Writing > Done', '3'],
    ['Ideas > On hold > Writing', '3'],
    ['Ideas > Ready > Done', null],
    ['Done', null],
    // Before the end only: what follows the finish does not start it.
    ['Ideas > Done > Released', null],
    // Reopened: Writing of the second life is the first ever; Done was no end after all.
    ['Ideas > Done > Writing > Done', '4'],
    ['Ideas > Writing > Ready > Review > Done', '3'],
    ['Ideas > Cancelled', null],
  ])('%s: %s', async (path, expected) => {
    expect(await startOf(path)).toBe(expected);
  });

  it('goes by the order of visits: worked and finished at one instant is a cycle time of 0', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to
      A  | 2  |         | Ideas
      A  | 5  | Ideas   | Writing
      A  | 5  | Writing | Done
    `);
    expect(factsOf(analysis)).toMatchObject({ started: '5', finished: '5', cycleTimeDays: 0, efficiency: null });
    expect(analysis.report().items.inWindow.finishedUnstarted).toBe(0);
  });

  it('does not come after the end at one instant', async () => {
    const analysis = await analysisOf(
      `
      id | at | from    | to
      A  | 2  |         | Ideas
      A  | 5  | Ideas   | Done
      A  | 5  | Done    | Writing
      A  | 5  | Writing | Released
    `,
      { configuration: { finishPolicy: 'first' } },
    );
    expect(factsOf(analysis)).toMatchObject({ started: null, finished: '5', cycleTimeDays: null });
    expect(analysis.report().items.inWindow.finishedUnstarted).toBe(1);
  });
});

describe('commitAt: On hold', () => {
  it.each([
    // Writing stands before On hold in the list.
    ['Ideas > Writing > On hold > Done', '4'],
    ['Ideas > Writing > Review > Done', '4'],
    ['Ideas > Writing > Done', null],
    // A todo stage never starts the clock, wherever it stands.
    ['On hold > Ideas > Review', '2'],
    ['Ideas > Review > Writing > On hold', '3'],
  ])('%s: %s', async (path, expected) => {
    expect(await startOf(path, { commitAt: 'on  HOLD' })).toBe(expected);
  });
});

describe('startPolicy: last', () => {
  const last = { startPolicy: 'last' };
  it.each([
    ['Ideas > Writing > Done', '3'],
    ['Ideas > Writing > Ready > Review > Done', '5'],
    ['Ideas > Writing > Ready > Review > On hold > Done', '5'],
    // Without a todo visit: as first.
    ['Writing > Review > Done', '2'],
    // A todo visit that no commitment follows before the end: the one before it counts.
    ['Ideas > Writing > Ready > Done', '3'],
    ['Ideas > Writing > Ready > Review > Ready > Done', '5'],
    ['Writing > Ready > Done', '2'],
    // Open: sent back and not taken up again, it is as old as it was.
    ['Ideas > Writing > Ready', '3'],
    ['Ideas > Writing > Ready > On hold', '5'],
    ['Ideas > Ready > Done', null],
    // Reopened: nothing but a todo visit starts it again.
    ['Ideas > Writing > Done > Review > Done', '3'],
    ['Ideas > Writing > Done > Ready > Review > Done', '6'],
  ])('%s: %s', async (path, expected) => {
    expect(await startOf(path, last)).toBe(expected);
  });

  it('with commitAt: the first such visit after the last todo visit that such a visit follows', async () => {
    const both = { startPolicy: 'last', commitAt: 'Review' };
    // Ready (4) is followed by Writing (5) alone, which is no commitment; so Ideas (2), then Review (3).
    expect(await startOf('Ideas > Review > Ready > Writing > Done', both)).toBe('3');
    expect(await startOf('Ideas > Review > Ready > Writing > Review > Done', both)).toBe('6');
  });

  it('makes the time before it no part of the clock', async () => {
    const analysis = await analysisOf(
      `
      id | at | to
      A  | 2  | Writing
      A  | 4  | Ready
      A  | 7  | Review
      A  | 9  | Done
    `,
      { configuration: last },
    );
    expect(factsOf(analysis)).toMatchObject({ cycleTimeDays: 9 - 7, activeDays: 2, pausedDays: 0, backwardMoves: 0 });
  });
});
