import { describe, expect, it } from 'vitest';
import { analysisOf, factsOf } from '../library/march.ts';

/** Backward moves and rework days of an item that enters one stage a day from 2 March on. */
async function movesOf(path: string) {
  const rows = path.split(' > ').map((stage, index) => `A | ${index + 2} | ${stage}`);
  const { backwardMoves, reworkDays, reopened } = factsOf(await analysisOf(['id|at|to', ...rows].join('\n')));
  return { backwardMoves, reworkDays, reopened };
}

describe('backward moves', () => {
  it.each([
    ['Ideas > Writing > Review > Done', 0],
    ['Ideas > Writing > Review > Writing > Review > Done', 1],
    // Parking is no move, and neither is resuming: On hold stands after Writing and before Review.
    ['Writing > On hold > Writing > Done', 0],
    ['Review > On hold > Review > Done', 0],
    ['Writing > Review > On hold > Review > Done', 0],
    // A move back by way of a waiting or dropped stage is one: Review, then Writing.
    ['Writing > Review > On hold > Writing > Done', 1],
    ['Writing > Review > Cancelled > Writing > Done', 1],
    // Back into a todo stage is one; from todo to an earlier todo is another.
    ['Writing > Ready > Writing > Done', 1],
    ['Writing > Ready > Ideas > Writing > Done', 2],
    // Reopening is one: from Done to Review.
    ['Writing > Done > Review > Done', 1],
    // Released to Done is none: only entries into todo and active stages are.
    ['Writing > Released > Done > Review > Done', 1],
    ['Writing > Review > Cancelled', 0],
    // Before the start nothing counts: Ready back to Ideas.
    ['Ready > Ideas > Writing > Done', 0],
  ])('%s: %i', async (path, expected) => {
    expect((await movesOf(path)).backwardMoves).toBe(expected);
  });

  it('count strictly between start and end', async () => {
    // Review at the instant of the start, then Writing at that instant, too: not after it.
    const analysis = await analysisOf(`
      id | at | from    | to
      A  | 2  | Ideas   | Review
      A  | 2  | Review  | Writing
      A  | 5  | Writing | Review
      A  | 6  | Review  | Writing
      A  | 6  | Writing | Done
      B  | 2  | Ideas   | Review
      B  | 2 00:00:00.001 | Review | Writing
      B  | 6  | Writing | Done
    `);
    // Of A the move of the 2nd lies at the start and that of the 6th at the end; B's comes a millisecond later.
    expect(factsOf(analysis).backwardMoves).toBe(0);
    expect(factsOf(analysis, 'B').backwardMoves).toBe(1);
  });
});

describe('rework', () => {
  it.each([
    // In Writing → On hold → Writing nothing is rework.
    ['Writing > On hold > Writing > Done', 0],
    // From the second Writing on all that is active is: Writing, Writing, Review.
    ['Writing > Review > Writing > On hold > Writing > Review > Done', 3],
    // Going back to a stage never visited before is a backward move and no rework.
    ['Review > Writing > Done', 0],
    // … but then Review again is: it has been in another active stage since its first visit.
    ['Review > Writing > Review > Done', 1],
    ['Writing > Ready > Writing > Done', 0],
    ['Writing > Cancelled > Writing > Done', 0],
    // After a done visit any active visit is, even the first to its stage.
    ['Writing > Done > Review > Done', 1],
    ['Done > Writing > Done', 1],
    ['Writing > Done > Ready > Writing > Review > Released', 2],
    ['Writing > Review > Done', 0],
  ])('%s: %i', async (path, expected) => {
    expect((await movesOf(path)).reworkDays).toBe(expected);
  });

  it('leaves out blocked time, and what lies after the end', async () => {
    const analysis = await analysisOf(
      `
      id | at | to      | blocked
      A  | 2  | Writing | no
      A  | 3  | Review  | no
      A  | 4  | Writing | no
      A  | 6  | Writing | yes
      A  | 9  | Done    | no
      A  | 10 | Writing | no
      A  | 20 | Done    | no
    `,
      { configuration: { finishPolicy: 'first' } },
    );
    // Second Writing 4 to 9, blocked from 6 on; the one after the first finish is out.
    expect(factsOf(analysis)).toMatchObject({ reworkDays: 6 - 4, finished: '9' });
  });

  it('marks an item reopened where a done visit before the finish is followed by a return', async () => {
    expect((await movesOf('Writing > Done > Review > Done')).reopened).toBe(true);
    expect((await movesOf('Writing > Done > Ready > Done')).reopened).toBe(true);
    expect((await movesOf('Writing > Done > On hold > Done')).reopened).toBe(true);
    expect((await movesOf('Writing > Done > Released')).reopened).toBe(false);
    expect((await movesOf('Writing > Done > Cancelled > Released')).reopened).toBe(false);
    expect((await movesOf('Writing > Cancelled > Writing > Done')).reopened).toBe(false);
    expect((await movesOf('Writing > Done > Writing')).reopened).toBe(null);
  });
});

describe('a move back at the very start or end', () => {
  it.each([
    ['at the start', '2 > Review, 2 > Writing, 5 > Done', 0],
    ['after the start', '2 > Review, 2 00:00:00.001 > Writing, 5 > Done', 1],
    ['at the end', '2 > Review, 5 > Writing, 5 > Done', 0],
    ['before the end', '2 > Review, 4 23:59:59.999 > Writing, 5 > Done', 1],
    ['at asOf', '2 > Review, 5 > Writing', 0],
    ['before asOf', '2 > Review, 4 23:59:59.999 > Writing, 5 > On hold', 1],
    ['after the end', '2 > Review, 5 > Done, 5 > Released, 5 > Done', 0],
  ])('%s: %s counts %d times, in the facts, in the item explained and in rework', async (_, way, count) => {
    const rows = way.split(', ').map((step) => `A | ${step.replace(' > ', ' | ')}`);
    const analysis = await analysisOf(['id|at|to', ...rows].join('\n'));
    expect(factsOf(analysis).backwardMoves).toBe(count);
    expect(analysis.item('A').visits.filter(({ backwardMove }) => backwardMove)).toHaveLength(count);
    if (way.endsWith('Done')) {
      const { rework } = analysis.metric('rework');
      expect(rework?.backwardMoves).toBe(count);
      expect(rework?.moves?.reduce((sum, move) => sum + move.count, 0) ?? 0).toBe(count);
    }
  });

  it('is none of an item that has not started', async () => {
    const analysis = await analysisOf('id|at|to\nA|2|Ready\nA|3|Ideas\nB|3|Writing\nB|9|Done');
    expect(analysis.item('A').visits.map(({ backwardMove }) => backwardMove)).toEqual([false, false]);
  });
});
