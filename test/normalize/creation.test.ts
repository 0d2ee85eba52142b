import { describe, expect, it } from 'vitest';
import { analysisOf, BOARD, factsOf, findingsOf, visitsOf } from '../library/march.ts';

describe('the creation of an item', () => {
  it('is the earliest of those given, on whichever row', async () => {
    const analysis = await analysisOf(`
      id | at | to      | created
      A  | 5  | Writing | 4
      A  | 6  | Review  | 2
      A  | 7  | Done    | 3
    `);
    expect(factsOf(analysis)).toMatchObject({ created: '2', leadTimeDays: 7 - 2 });
  });

  it('is the first transition where none is given', async () => {
    const analysis = await analysisOf(`
      id | at | to      | created
      A  | 5  | Writing |
      A  | 7  | Done    |
    `);
    expect(factsOf(analysis)).toMatchObject({ created: '5', leadTimeDays: 7 - 5 });
  });

  it('is the first transition where that is earlier: a finding', async () => {
    const analysis = await analysisOf(`
      id | at | to      | created
      A  | 5  | Writing | 6
      A  | 7  | Done    | 6
    `);
    expect(factsOf(analysis)).toMatchObject({ created: '5', leadTimeDays: 7 - 5 });
    expect(findingsOf(analysis)['created-after-first']).toBe(1);
    expect(visitsOf(analysis)).toEqual(['Writing 5', 'Done 7']);
  });

  it('may be the very instant of the first transition: no finding, and no visit before it', async () => {
    const analysis = await analysisOf(`
      id | at | from  | to      | created
      A  | 5  | Ideas | Writing | 5
    `);
    expect(findingsOf(analysis)['created-after-first']).toBeUndefined();
    expect(visitsOf(analysis)).toEqual(['Writing 5']);
  });
});

describe('before its first transition an item is', () => {
  const table = (from: string) => `
    id | at | from    | to      | created
    A  | 5  | ${from} | Review  | 2
  `;

  it('in the `from` of that transition', async () => {
    expect(visitsOf(await analysisOf(table('Writing')))).toEqual(['Writing 2', 'Review 5']);
  });

  it('in the stage of that `from`, spelled as it is', async () => {
    expect(visitsOf(await analysisOf(table('in   PROGRESS')))).toEqual(['Writing 2', 'Review 5']);
  });

  it('in the first todo stage without a `from`, wherever that stands', async () => {
    const workflow = [BOARD[2], BOARD[1], BOARD[0], BOARD[4], BOARD[5]];
    expect(visitsOf(await analysisOf(table(''), { configuration: { workflow } }))).toEqual(['Ready 2', 'Review 5']);
  });

  it('in the first stage of a workflow without a todo stage', async () => {
    const workflow = [BOARD[3], BOARD[4], BOARD[5]];
    expect(visitsOf(await analysisOf(table(''), { configuration: { workflow } }))).toEqual(['On hold 2', 'Review 5']);
  });

  it('in one visit, if the first transition does not leave the stage', async () => {
    const analysis = await analysisOf(table('Review'));
    expect(visitsOf(analysis)).toEqual(['Review 2']);
    // The clock starts with the visit: asOf is 5, so its age is 5 − 2.
    expect(factsOf(analysis)).toMatchObject({ started: '2', ageDays: 5 - 2 });
  });

  it('in the `from` of the first of tied transitions', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to      | created
      A  | 5  | Writing | Review  | 2
      A  | 5  | Ready   | Writing | 2
    `);
    expect(visitsOf(analysis)).toEqual(['Ready 2', 'Writing 5', 'Review 5']);
  });
});
