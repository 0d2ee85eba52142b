import { describe, expect, it } from 'vitest';
import { analysisOf, factsOf, short } from '../library/march.ts';

/** Hand-offs of an item written from the 2nd on, with the assignee of each day, done on the day after the last. */
async function handoffsOf(...people: string[]) {
  const rows = people.map((person, index) => `A | ${index + 2} | Writing | ${person}`);
  const end = `A | ${people.length + 2} | Done | ${people.at(-1)}`;
  const analysis = await analysisOf(['id|at|to|assignee', ...rows, end].join('\n'));
  const marked = analysis.item('A').assignments.filter(({ handoff }) => handoff);
  expect(marked).toHaveLength(factsOf(analysis).handoffs as number);
  return marked.map(({ at }) => short(at));
}

describe('hand-offs', () => {
  it.each([
    [['ana', 'ana'], []],
    [['ana', 'ben'], ['3']],
    [
      ['ana', 'ben', 'ana'],
      ['3', '4'],
    ],
    // A gap with nobody between two different people is one, at the second one's instant.
    [['ana', '', 'ben'], ['4']],
    [['ana', '', '', 'ben'], ['5']],
    // Between the same person, none.
    [['ana', '', 'ana'], []],
    [['', 'ana'], []],
    [['ana', ''], []],
    // A set that shares somebody with the last is no hand-off …
    [['ana', 'ana; ben', 'ben'], []],
    [['ana; ben', 'ben; cid', 'cid; dee'], []],
    // … and one that shares nobody is, though the one before that did.
    [['ana', 'ana; ben', 'cid'], ['4']],
    [['ana; ben', '', 'cid; dee'], ['4']],
    [['ana; ben', '', 'dee; ben'], []],
  ])('%j: %j', async (people, expected) => {
    expect(await handoffsOf(...people)).toEqual(expected);
  });

  it('count strictly between start and end', async () => {
    const analysis = await analysisOf(`
      id | at      | to      | assignee
      A  | 2       | Ideas   | ana
      A  | 3       | Writing | ben
      A  | 6       | Done    | cid
      B  | 3       | Writing | ana
      B  | 3 00:00:00.001 | Review | ben
      B  | 5 23:59:59.999 | Writing | cid
      B  | 6       | Done    | dee
      B  | 7       | Released | eve
    `);
    // A: ben takes over with the start, cid with the end.
    expect(factsOf(analysis).handoffs).toBe(0);
    expect(factsOf(analysis, 'B').handoffs).toBe(2);
  });

  it('remember who had the item before the start', async () => {
    const analysis = await analysisOf(`
      id | at | to      | assignee
      A  | 2  | Ideas   | ana
      A  | 3  | Writing |
      A  | 4  | Writing | ben
      A  | 6  | Done    | ben
    `);
    expect(factsOf(analysis).handoffs).toBe(1);
  });

  it('of an item in progress go up to asOf, itself left out', async () => {
    const table = `
      id | at | to      | assignee
      A  | 2  | Writing | ana
      A  | 4  | Writing | ben
    `;
    expect(factsOf(await analysisOf(table)).handoffs).toBe(0);
    expect(factsOf(await analysisOf(`${table}B | 5 | Ideas | ana`)).handoffs).toBe(1);
  });
});
