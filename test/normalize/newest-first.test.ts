import { describe, expect, it } from 'vitest';
import { analysisOf, findingsOf, visitsOf } from '../library/march.ts';

describe('a source that lists its rows newest first', () => {
  it('is reversed before ties are broken by input order', async () => {
    // Steps back: Done → Review and, for B, Done → Writing. Steps forward: none. The two rows at 3 09:00 have no `from`,
    // so they keep input order, which is from the bottom up: Writing, then Review.
    const analysis = await analysisOf(`
      id | at      | to
      A  | 4       | Done
      A  | 3 09:00 | Review
      A  | 3 09:00 | Writing
      A  | 2       | Ideas
      B  | 4       | Done
      B  | 3       | Writing
    `);
    expect(visitsOf(analysis)).toEqual(['Ideas 2', 'Writing 3 09:00', 'Review 3 09:00', 'Done 4']);
  });

  it('is one by its items, not by the file: items listed oldest first in a file of newest items first stay', async () => {
    const analysis = await analysisOf(`
      id | at      | to
      B  | 12      | Ideas
      B  | 13      | Writing
      A  | 2       | Ideas
      A  | 3 09:00 | Writing
      A  | 3 09:00 | Review
    `);
    expect(visitsOf(analysis)).toEqual(['Ideas 2', 'Writing 3 09:00', 'Review 3 09:00']);
  });

  it('is not one with as many steps back as forward', async () => {
    // A: 2 → 4 forward, 4 → 3 back, 3 → 3 neither. One of each: not more often back.
    const analysis = await analysisOf(`
      id | at | to
      A  | 2  | Ideas
      A  | 4  | Done
      A  | 3  | Writing
      A  | 3  | Review
    `);
    expect(visitsOf(analysis)).toEqual(['Ideas 2', 'Writing 3', 'Review 3', 'Done 4']);
  });

  it('decides which of two equal rows is the first: the lower one, whose assignee counts', async () => {
    const analysis = await analysisOf(`
      id | at | to      | assignee
      A  | 5  | Done    | ana
      A  | 4  | Writing | ben
      A  | 4  | Writing | ana
      A  | 3  | Ideas   | ana
    `);
    expect(findingsOf(analysis).duplicate).toBe(1);
    expect(analysis.item('A').assignments.map(({ people }) => people)).toEqual([['ana']]);
  });

  it('decides which creation is given first of several only by the instant', async () => {
    const analysis = await analysisOf(`
      id | at | to      | created
      A  | 5  | Done    | 1
      A  | 4  | Writing | 2
    `);
    expect(analysis.item('A').item.created).toBe('2026-03-01T00:00:00.000Z');
  });
});
