import { describe, expect, it } from 'vitest';
import { analysisOf, findingsOf, visitsOf } from '../library/march.ts';

/** The visits that rows of one instant make, after an item's entry into Writing on the 2nd. */
async function tied(...rows: string[]) {
  const analysis = await analysisOf(`
    id | at | from  | to
    A  | 2  | Ideas | Writing
    ${rows.map((row) => `A | 3 | ${row}`).join('\n')}
  `);
  return { stages: visitsOf(analysis).map((visit) => visit.slice(0, -2)), findings: findingsOf(analysis) };
}

describe('rows of one instant', () => {
  it('take the order that goes on from the status before them', async () => {
    const { stages, findings } = await tied('Review | Done', 'On hold | Review', 'Writing | On hold');
    expect(stages).toEqual(['Writing', 'On hold', 'Review', 'Done']);
    expect(findings.gap).toBeUndefined();
  });

  it('use every row of a loop through the status before them', async () => {
    // From Writing there are two ways; Writing → Review first in input order, but both rounds have to be walked.
    const { stages } = await tied('Writing | Review', 'Review | Writing', 'On hold | Writing', 'Writing | On hold');
    expect(stages).toEqual(['Writing', 'Review', 'Writing', 'On hold', 'Writing']);
  });

  it('chain among themselves where nothing goes on from the status before them', async () => {
    const { stages, findings } = await tied('On hold | Done', 'Review | On hold');
    // The `to`s stand: nothing moved it to Review, which only a `from` names (a gap). In input order it would be in
    // Done before it is on hold.
    expect(stages).toEqual(['Writing', 'On hold', 'Done']);
    expect(findings.gap).toBe(1);
  });

  it('keep input order where they do not chain', async () => {
    // Review → Done, On hold → Done, Ready → On hold: two ways into Done, none out.
    const { stages } = await tied('Review | Done', 'On hold | Done', 'Ready | On hold');
    expect(stages).toEqual(['Writing', 'Done', 'On hold']);
  });

  it('keep input order where one of them says nothing about where it came from', async () => {
    const { stages } = await tied('Review | Done', ' | Review', 'Writing | On hold');
    expect(stages).toEqual(['Writing', 'Done', 'Review', 'On hold']);
  });

  it('take the first in input order of several orders', async () => {
    // Both Writing → On hold → Writing → Review → Writing and the other way round are chains.
    const { stages } = await tied('Writing | On hold', 'On hold | Writing', 'Writing | Review', 'Review | Writing');
    expect(stages).toEqual(['Writing', 'On hold', 'Writing', 'Review', 'Writing']);
    const swapped = await tied('Writing | Review', 'Review | Writing', 'Writing | On hold', 'On hold | Writing');
    expect(swapped.stages).toEqual(['Writing', 'Review', 'Writing', 'On hold', 'Writing']);
  });

  it('start a round trip that does not pass the status before them at the first row', async () => {
    const { stages } = await tied('Review | On hold', 'On hold | Review');
    expect(stages).toEqual(['Writing', 'On hold', 'Review']);
  });

  it('compare statuses, not stages', async () => {
    // "In progress" belongs to the stage Writing, yet it is not the status Writing: the one chain begins with it. Were
    // they one, the rows would be a round trip with a way out, begun by the first row: Review → Writing.
    const { stages } = await tied('Writing | On hold', 'Review | Writing', 'In progress | Review');
    expect(stages).toEqual(['Writing', 'Review', 'Writing', 'On hold']);
    const spelled = await tied('In progress | Done', 'Review | IN  PROGRESS');
    expect(spelled.stages).toEqual(['Writing', 'Done']);
  });

  it('go on from rows that are tied themselves', async () => {
    const analysis = await analysisOf(`
      id | at | from    | to
      A  | 2  | Writing | Review
      A  | 2  | Ideas   | Writing
      A  | 3  | On hold | Done
      A  | 3  | Review  | On hold
    `);
    expect(visitsOf(analysis)).toEqual(['Writing 2', 'Review 2', 'On hold 3', 'Done 3']);
  });

  it('count as tied to the millisecond only', async () => {
    const analysis = await analysisOf(`
      id | at             | from    | to
      A  | 2              | Writing | Review
      A  | 2 00:00:00.001 | Ideas   | Writing
    `);
    expect(visitsOf(analysis)).toEqual(['Review 2', 'Writing 2 00:00:00.001']);
  });
});
