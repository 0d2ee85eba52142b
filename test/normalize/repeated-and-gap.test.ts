import { describe, expect, it } from 'vitest';
import { analysisOf, factsOf, findingsOf, visitsOf } from '../library/march.ts';

describe('a transition to where the item is', () => {
  it('continues the visit: the same status is a finding', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to
      A  | 2  | Ideas   | Writing
      A  | 3  | Writing | WRITING
      A  | 5  | Writing | Done
    `);
    expect(visitsOf(analysis)).toEqual(['Writing 2', 'Done 5']);
    expect(findingsOf(analysis)).toMatchObject({ repeated: 1 });
  });

  it('continues the visit: another status of the same stage is no finding', async () => {
    const analysis = await analysisOf(`
      id | at | from        | to
      A  | 2  | Ideas       | Writing
      A  | 3  | Writing     | In progress
      A  | 4  | In progress | Writing
    `);
    expect(visitsOf(analysis)).toEqual(['Writing 2']);
    expect(findingsOf(analysis).repeated).toBeUndefined();
    expect(findingsOf(analysis).gap).toBeUndefined();
  });

  it('still changes the assignee', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to      | assignee
      A  | 2  | Ideas   | Writing | ana
      A  | 3  | Writing | Writing | ben
      A  | 5  | Writing | Done    | ben
    `);
    expect(factsOf(analysis).handoffs).toBe(1);
    expect(analysis.item('A').assignments.map(({ at, people }) => [at.slice(8, 10), ...people])).toEqual([
      ['02', 'ana'],
      ['03', 'ben'],
    ]);
  });

  it('still gives its fields', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to      | points
      A  | 2  | Ideas   | Writing | 3
      A  | 3  | Writing | Writing | 5
    `);
    expect(factsOf(analysis).points).toBe(5);
  });

  it('is one also of the status that the item is created in', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to      | created
      A  | 3  | Writing | Writing | 2
    `);
    expect(visitsOf(analysis)).toEqual(['Writing 2']);
    expect(findingsOf(analysis)).toMatchObject({ repeated: 1 });
  });
});

describe('a `from` that differs from the status before it', () => {
  it('is a gap, and makes no visit', async () => {
    const analysis = await analysisOf(`
      id | at | from   | to
      A  | 2  | Ideas  | Writing
      A  | 5  | Review | Done
    `);
    expect(visitsOf(analysis)).toEqual(['Writing 2', 'Done 5']);
    expect(findingsOf(analysis)).toMatchObject({ gap: 1 });
    // All three days lie in Writing: 5 − 2.
    expect(factsOf(analysis)).toMatchObject({ activeDays: 3 });
  });

  it('is none where there is nothing before it, or no `from`', async () => {
    const analysis = await analysisOf(`
      id | at | from   | to
      A  | 2  | Review | Writing
      A  | 5  |        | Done
    `);
    expect(findingsOf(analysis).gap).toBeUndefined();
  });

  it('is a gap between two statuses of one stage, too', async () => {
    const analysis = await analysisOf(`
      id | at | from        | to
      A  | 2  | Ideas       | Writing
      A  | 5  | In progress | Done
    `);
    expect(findingsOf(analysis)).toMatchObject({ gap: 1 });
  });
});
