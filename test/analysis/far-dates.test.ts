import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { EventLog } from '../../src/model/log/event-log.ts';
import type { Settings } from '../../src/model/settings.ts';
import { dateSpanOf } from '../../src/normalize/index.ts';
import { analysisOf } from '../library/march.ts';

const TABLE = `
  id | at | to      | created
  A  | 4  | Writing | 3
  A  | 9  | Done    | 3
  B  | 6  | Writing | 5
`;
const LATE = '8026-03-12T00:00:00Z';
const EARLY = '1926-03-02T00:00:00Z';

const far = (findings: readonly { code: string }[]) => findings.find(({ code }) => code === 'far-date');

describe('a date that is far from all others', () => {
  it('is not asOf, does not count, and is a finding with file and line', async () => {
    const analysis = await analysisOf(`${TABLE}  B | ${LATE} | Done | 5`);
    const report = analysis.report();
    expect([report.asOf, report.asOfSource]).toEqual(['2026-03-09T00:00:00.000Z', 'data']);
    expect(report.window.to).toBe('2026-03-09T00:00:00.001Z');
    expect(analysis.item('B').item).toMatchObject({ outcome: 'inProgress', ageDays: 3 });
    expect(far(report.findings)).toMatchObject({
      weight: 'warning',
      count: 1,
      examples: [{ file: 'log.csv', line: 5, item: 'B', value: '8026-03-12T00:00:00.000Z' }],
    });
    // One row, one finding.
    expect(report.findings.map(({ code }) => code)).not.toContain('future');
    expect(report.findings.map(({ code }) => code)).not.toContain('after-as-of');
    expect(analysis.metric('wip').wip?.daily).toHaveLength(6);
    expect(analysis.metric('cumulativeFlow').cumulativeFlow?.days).toHaveLength(6);
  });

  it('counts where the option says so', async () => {
    const table = `${TABLE}  B | ${LATE} | Done | 5`;
    const report = (await analysisOf(table, { asOf: LATE, from: '2026-03-01' })).report();
    expect(report.asOf).toBe('8026-03-12T00:00:00.000Z');
    expect(report.items.finished).toBe(2);
    expect(far(report.findings)).toBeDefined();
  });

  it('does not begin the window when it is early; else it counts', async () => {
    const analysis = await analysisOf(`${TABLE}  C | ${EARLY} | Writing | ${EARLY}\n  C | 8 | Done | ${EARLY}`);
    const report = analysis.report();
    expect(report.window.from).toBe('2026-03-04T00:00:00.000Z');
    // Its row, and its creation.
    expect(far(report.findings)).toMatchObject({ count: 2, examples: [{ line: 5 }, { item: 'C' }] });
    expect(report.cycleTime.count).toBe(2);
    expect(analysis.metric('throughput').throughput?.periods).toHaveLength(2);
    const wide = (await analysisOf(`${TABLE}  C | ${EARLY} | Writing |`, { from: '1926-01-01' })).report();
    expect(wide.window.from).toBe('1926-01-01T00:00:00.000Z');
  });

  it('is found among dates of items, flags and assignments, with the line of the item', async () => {
    const list = await open({
      name: 'list.csv',
      data: 'id,Created,Started,Finished\nA,2026-03-02,2026-03-03,2026-03-04\nB,2026-03-02,2026-03-03,9999-12-31\n',
    });
    const { asOf, findings, items } = list.report();
    expect(asOf).toBe('2026-03-04T00:00:00.000Z');
    expect(items).toMatchObject({ finished: 1, inProgress: 1 });
    expect(far(findings)).toMatchObject({
      count: 1,
      examples: [{ file: 'list.csv', line: 3, item: 'B', value: '9999-12-31T00:00:00.000Z' }],
    });
    const header = 'id,issue_id,field_name,original_from_value,original_to_value,created_date';
    for (const change of ['assignee,,ana', 'Flagged,,Impediment']) {
      const rows = ['1,7,status,To Do,Doing,2026-03-04T09:00:00Z', '2,7,status,Doing,Done,2026-03-05T09:00:00Z'];
      const data = `${[header, ...rows, `3,7,${change},8026-03-06T09:00:00Z`].join('\n')}\n`;
      const report = (await open({ name: 'changes.csv', data })).report();
      expect(report.asOf).toBe('2026-03-05T09:00:00.000Z');
      expect(far(report.findings)).toMatchObject({ count: 1, examples: [{ file: 'changes.csv', item: '7' }] });
    }
  });

  it('takes more than half of all to be the others', async () => {
    const two = 'id | at | to\nA | 4 | Writing\n';
    expect((await analysisOf(`${two}A | ${LATE} | Done`)).report().asOf).toBe('8026-03-12T00:00:00.000Z');
    expect((await analysisOf(`${two}A | 5 | Review\nA | ${LATE} | Done`)).report().asOf).toBe(
      '2026-03-05T00:00:00.000Z',
    );
  });

  it('begins the window where nothing else does', async () => {
    const table = `id | at | to | created\nA | 4 | Ideas | 3\nB | 5 | Ideas | 3\nC | ${EARLY} | Writing |`;
    expect((await analysisOf(table)).report().window.from).toBe('2026-03-03T00:00:00.000Z');
  });
});

describe('the span of dates', () => {
  const YEAR = 365.25 * 86_400_000;
  const spanOf = (dates: readonly number[]) => {
    const log = new EventLog();
    dates.forEach((at) => {
      log.transitions.push(0, at, 0, 0, 0, 1);
    });
    const { first, latest } = dateSpanOf(log, { workflow: null } as Settings);
    return { first, latest };
  };

  it('has far dates on the other side of more than 40 years, to the millisecond', () => {
    expect(spanOf([0, 1, 1 + 40 * YEAR])).toEqual({ first: 0, latest: 1 + 40 * YEAR });
    expect(spanOf([0, 1, 2 + 40 * YEAR])).toEqual({ first: 0, latest: 1 });
    expect(spanOf([2 + 40 * YEAR, 1 + 40 * YEAR, 0])).toEqual({ first: 1 + 40 * YEAR, latest: 2 + 40 * YEAR });
    // A long log without such a rest has none.
    expect(spanOf([0, 30 * YEAR, 60 * YEAR, 90 * YEAR])).toEqual({ first: 0, latest: 90 * YEAR });
    expect(spanOf([])).toEqual({ first: Number.NaN, latest: Number.NaN });
  });

  it('does not hang on the order of rows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 12 }), (lives) => {
        const dates = lives.map((life, place) => life * 41 * YEAR + place);
        const span = spanOf(dates);
        expect(spanOf([...dates].reverse())).toEqual(span);
        const within = dates.filter((at) => at >= span.first && at <= span.latest);
        expect(2 * within.length).toBeGreaterThan(dates.length);
      }),
    );
  });
});
