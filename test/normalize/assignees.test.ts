import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { analysisOf, factsOf, short } from '../library/march.ts';

async function assignments(table: string) {
  const analysis = await analysisOf(table);
  return analysis.item('A').assignments.map(({ at, people, handoff }) => [short(at), people.join('+'), handoff]);
}

describe('the assignee of an item', () => {
  it('holds from its row on; an empty cell is nobody', async () => {
    const found = await assignments(`
      id | at | to      | assignee
      A  | 2  | Writing | ana
      A  | 3  | On hold |
      A  | 5  | Review  | ben
      A  | 6  | Done    | ben
    `);
    expect(found).toEqual([
      ['2', 'ana', false],
      ['3', '', false],
      ['5', 'ben', true],
    ]);
  });

  it('is the last of several at one instant, in the order of the chain', async () => {
    const found = await assignments(`
      id | at | from    | to      | assignee
      A  | 2  | Ideas   | Writing | ana
      A  | 4  | On hold | Review  | ben
      A  | 4  | Writing | On hold | cid
      A  | 6  | Review  | Done    | ben
    `);
    // On hold comes before Review: ben holds at the end of the instant, and cid never had it for any time.
    expect(found).toEqual([
      ['2', 'ana', false],
      ['4', 'ben', true],
    ]);
  });

  it('is nobody before the first row', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to     | assignee | created
      A  | 4  | Writing | Review | ana      | 2
      A  | 6  | Review  | Done   | ana      | 2
    `);
    // Started on the 2nd with nobody; ana on the 4th is the first to have it, no hand-off.
    expect(factsOf(analysis)).toMatchObject({ started: '2', handoffs: 0 });
  });

  it('is compared exactly but for white space around it', async () => {
    const rows = [
      'A,2026-03-02,Writing,  ana ',
      'A,2026-03-03,Review,ana',
      'A,2026-03-04,Review,Ana',
      'A,2026-03-06,Done,Ana',
    ];
    const data = ['id,at,to,assignee', ...rows, ''].join('\n');
    const { assignments: found } = (await open({ name: 'log.csv', data })).item('A');
    expect(found.map(({ at, people, handoff }) => [short(at), people.join('+'), handoff])).toEqual([
      ['2', 'ana', false],
      ['4', 'Ana', true],
    ]);
  });

  it('may be several people, in any order', async () => {
    const found = await assignments(`
      id | at | to      | assignee
      A  | 2  | Writing | ana; ben
      A  | 3  | Review  | ben; ana
      A  | 6  | Done    | ana; ana
    `);
    expect(found).toEqual([
      ['2', 'ana+ben', false],
      ['6', 'ana', false],
    ]);
  });

  it('is not known without such a column: hand-offs are null', async () => {
    const analysis = await analysisOf(`
      id | at | to
      A  | 2  | Writing
      A  | 6  | Done
    `);
    expect(factsOf(analysis)).toMatchObject({ handoffs: null, assignee: null });
    expect(analysis.report().handoffs).toMatchObject({
      total: null,
      perItem: null,
      pairs: null,
      leftOut: [{ items: 1 }],
    });
  });
});
