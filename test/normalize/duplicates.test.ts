import { describe, expect, it } from 'vitest';
import { analysisOf, factsOf, findingsOf, visitsOf } from '../library/march.ts';

describe('the same row twice', () => {
  it('counts once, whatever its letter case and white space', async () => {
    const analysis = await analysisOf(`
      id | at | from  | to
      A  | 2  | Ideas | Writing
      A  | 2  | IDEAS | writing
      A  | 2  | ideas | WRITING
      A  | 5  | Writing | Done
    `);
    expect(findingsOf(analysis)).toMatchObject({ duplicate: 2 });
    expect(visitsOf(analysis)).toEqual(['Writing 2', 'Done 5']);
    expect(analysis.report().sources[0]).toMatchObject({ rows: 4, used: 2, merged: 2, rejected: 0 });
  });

  it('gives neither its fields nor its assignee nor its flag', async () => {
    const analysis = await analysisOf(`
      id | at | from  | to      | assignee | title  | points | blocked
      A  | 2  | Ideas | Writing | ana      | first  | 3      |
      A  | 2  | Ideas | Writing | ben      | second | 8      | yes
    `);
    expect(factsOf(analysis)).toMatchObject({ assignee: ['ana'], title: 'first', points: 3, blockedDays: 0 });
    expect(analysis.item('A').blockedPeriods).toEqual([]);
  });

  it('still gives its creation, which is the earliest of all that are given', async () => {
    const analysis = await analysisOf(`
      id | at | from  | to      | created
      A  | 5  | Ideas | Writing | 3
      A  | 5  | Ideas | Writing | 1
    `);
    expect(factsOf(analysis).created).toBe('1');
  });

  it.each([
    ['another instant', 'A | 2 00:00:00.001 | Ideas | Writing'],
    ['another from', 'A | 2 | Ready | Writing'],
    ['no from', 'A | 2 | | Writing'],
    ['another item', 'B | 2 | Ideas | Writing'],
    ['another status of the same stage', 'A | 2 | Ideas | In progress'],
  ])('is none with %s', async (_, row) => {
    const analysis = await analysisOf(`
      id | at | from  | to
      A  | 2  | Ideas | Writing
      ${row}
    `);
    expect(findingsOf(analysis).duplicate).toBeUndefined();
  });

  it('is found among others of the same instant', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to
      A  | 2  | Ideas   | Writing
      A  | 2  | Writing | Review
      A  | 2  | Ideas   | Writing
    `);
    expect(findingsOf(analysis)).toMatchObject({ duplicate: 1 });
    expect(visitsOf(analysis)).toEqual(['Writing 2', 'Review 2']);
  });
});
