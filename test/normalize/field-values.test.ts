import { describe, expect, it } from 'vitest';
import { analysisOf, factsOf } from '../library/march.ts';

describe('the fields of an item', () => {
  it('are the latest that are not empty', async () => {
    const analysis = await analysisOf(`
      id | at | to      | title | type | points
      A  | 2  | Ideas   | old   | Bug  | 1
      A  | 3  | Writing | new   |      |
      A  | 4  | Done    |       |      | 8
    `);
    expect(factsOf(analysis)).toMatchObject({ title: 'new', type: 'Bug', points: 8 });
  });

  it('are those of the latest instant, not of the last row', async () => {
    const analysis = await analysisOf(`
      id | at | to      | title
      A  | 2  | Ideas   | first
      A  | 5  | Done    | last
      A  | 3  | Writing | between
    `);
    expect(factsOf(analysis).title).toBe('last');
  });

  it('go by the order of the chain within an instant', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to      | title
      A  | 2  | Writing | Review  | second
      A  | 2  | Ideas   | Writing | first
    `);
    expect(factsOf(analysis).title).toBe('second');
  });

  it('go by reversed input order in a file that lists the newest first', async () => {
    const analysis = await analysisOf(`
      id | at | to      | title
      A  | 4  | Review  | last
      A  | 4  | Writing | middle
      A  | 2  | Ideas   | first
    `);
    expect(factsOf(analysis).title).toBe('last');
  });

  it('are not known before they were given: an earlier asOf shows what was known then', async () => {
    const table = `
      id | at | to      | title | points
      A  | 2  | Ideas   | old   |
      A  | 5  | Writing | new   | 3
    `;
    expect(factsOf(await analysisOf(table, { asOf: '4' }))).toMatchObject({ title: 'old', points: null });
    expect(factsOf(await analysisOf(table, { asOf: '5' }))).toMatchObject({ title: 'new', points: 3 });
  });

  it('that are estimates count as points only where they are plain numbers', async () => {
    const points = ['3', '0.5', '0,5', '0', 'XL', '1,000', '-1', '1e3', '٣'];
    const analysis = await analysisOf(
      ['id|at|to|points', ...points.map((cell, index) => `${index}|2|Writing|${cell}`)].join('\n'),
    );
    expect(points.map((_, index) => factsOf(analysis, String(index)).points)).toEqual([
      3,
      0.5,
      0.5,
      0,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
