import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { analysisOf, factsOf, short } from '../library/march.ts';

const TABLE = `
  id | at | to      | created | due
  A  | 4  | Writing | 3       | 2027-01-01
  A  | 9  | Done    | 3       | 2027-01-01
  B  | 6  | Writing | 5       | 2027-01-01
  C  | 12 | Ideas   | 12      | 2027-01-01
`;

const at = async (asOf?: string) => (await analysisOf(TABLE, asOf === undefined ? {} : { asOf })).report();

describe('asOf', () => {
  it('is the latest event of the data; due dates never count', async () => {
    const report = await at();
    expect([short(report.asOf), report.asOfSource]).toEqual(['12', 'data']);
  });

  it('may be the latest creation: of an item whose only row is earlier', async () => {
    const analysis = await analysisOf('id|at|to|created\nA|4|Writing|9');
    expect(short(analysis.report().asOf)).toBe('9');
  });

  it.each([
    ['an assignment', 'assignee,,ana'],
    ['a flag', 'Flagged,,Impediment'],
  ])('may be %s, in a log of changes of any kind', async (_, change) => {
    const header = 'id,issue_id,field_name,original_from_value,original_to_value,created_date';
    const rows = ['1,7,status,To Do,Doing,2026-03-04T09:00:00Z', `2,7,${change},2026-03-06T09:00:00Z`];
    const analysis = await open({ name: 'changes.csv', data: `${[header, ...rows].join('\n')}\n` });
    expect(analysis.report().asOf).toBe('2026-03-06T09:00:00.000Z');
    expect(analysis.item('7').item.ageDays).toBe(6 - 4);
  });

  it('is an instant, or the last millisecond of a local date', async () => {
    expect((await at('2026-03-09T00:00:00Z')).asOf).toBe('2026-03-09T00:00:00.000Z');
    expect((await at('2026-03-09')).asOf).toBe('2026-03-09T23:59:59.999Z');
    const madrid = await analysisOf(TABLE, { asOf: '2026-03-09', timeZone: 'Europe/Madrid' });
    expect(madrid.report().asOf).toBe('2026-03-09T22:59:59.999Z');
    expect((await at('2026-03-09')).asOfSource).toBe('option');
  });

  it('decides what exists: an event at it does, one after it does not', async () => {
    expect((await at('9')).items).toMatchObject({ total: 2, finished: 1, inProgress: 1 });
    // A millisecond before the finish A is still in progress.
    expect((await at('8 23:59:59.999')).items).toMatchObject({ total: 2, finished: 0, inProgress: 2 });
    // A was created on the 3rd and, as far as anybody knew, not started.
    expect((await at('3')).items).toMatchObject({ total: 1, notStarted: 1 });
    expect((await at('2 23:59:59.999')).items.total).toBe(0);
  });

  it('decides how old open items are', async () => {
    expect(factsOf(await analysisOf(TABLE, { asOf: '8' }), 'B').ageDays).toBe(8 - 6);
    expect(factsOf(await analysisOf(TABLE, { asOf: '2026-03-30T00:00:00Z' }), 'B').ageDays).toBe(30 - 6);
  });

  it('decides what was known: workflow, creation, fields', async () => {
    const table = `
      id | at | to      | title
      A  | 4  | Writing | draft
      A  | 9  | Shipped | final
    `;
    const analysis = await analysisOf(table, { asOf: '5', configuration: { workflow: undefined as unknown as [] } });
    expect(analysis.report().workflow.stages.map(({ name }) => name)).toEqual(['Writing']);
    expect(factsOf(analysis).title).toBe('draft');
  });
});

describe('asOf before all data', () => {
  it('is an analysis of nothing: counts are 0, figures null, nothing throws', async () => {
    const analysis = await analysisOf(TABLE, { asOf: '2020-01-01T00:00:00Z' });
    const report = analysis.report();
    expect(report.items).toMatchObject({ total: 0, finished: 0, inWindow: { finished: 0 } });
    expect(report.cycleTime).toMatchObject({ count: 0, meanDays: null });
    expect(report.throughput).toMatchObject({ completePeriods: 0, meanPerPeriod: null });
    expect(report.wip).toMatchObject({ current: 0, paused: 0 });
    expect(report.littlesLaw).toMatchObject({ ratio: null, meanDays: null });
    expect(report.flowEfficiency).toMatchObject({ items: 0, efficiency: null });
    expect(report.failures).toEqual([]);
    expect(analysis.items().itemList).toEqual([]);
    expect(JSON.stringify(report)).not.toContain('NaN');
  });
});

describe('an item that was created at exactly asOf', () => {
  it('is there, and to be done', async () => {
    const table = 'id | at | to | created\nA | 4 | Writing | 3\nB | 20 | Writing | 9';
    const analysis = await analysisOf(table, { asOf: '2026-03-09T00:00:00Z' });
    expect(analysis.report().items).toMatchObject({ total: 2, notStarted: 1 });
    expect(short(analysis.item('B').item.created)).toBe('9');
    const before = await analysisOf(table, { asOf: '2026-03-08T23:59:59.999Z' });
    expect(before.report().items.total).toBe(1);
  });

  it('is there in a list of dates, too, of which it is the newest', async () => {
    const data = 'id,Created,Started,Finished\nA,2026-03-02,2026-03-03,2026-03-04\nB,2026-03-09,,\n';
    const analysis = await open({ name: 'list.csv', data }, { timeZone: 'UTC' });
    expect(short(analysis.report().asOf)).toBe('9');
    expect(analysis.report().items).toMatchObject({ total: 2, notStarted: 1, finished: 1 });
    const { item, visits } = analysis.item('B');
    expect([short(item.created), visits.map(({ start }) => short(start))]).toEqual(['9', ['9']]);
    // Started, finished at exactly asOf: both count.
    const late = 'id,Created,Started,Finished\nA,2026-03-02,2026-03-09,2026-03-09\nB,2026-03-02,2026-03-09,\n';
    const { items } = (await open({ name: 'list.csv', data: late }, { timeZone: 'UTC' })).report();
    expect(items).toMatchObject({ inProgress: 1, finished: 1 });
  });
});
