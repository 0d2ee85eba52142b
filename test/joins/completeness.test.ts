import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, row) => `I${row},Item ${row},2026-03-02,2026-03-05`).join('\n');
const findings = async (count: number) => {
  const data = `id,Title,Created,Closed\n${rows(count)}\n`;
  return (await open({ name: 'list.csv', data })).report().findings.filter(({ code }) => code === 'row-cap');
};

describe('a file with exactly as many rows as tools stop at', () => {
  it('is named, with the number; one row more or less is not', async () => {
    expect(await findings(1000)).toMatchObject([
      { weight: 'info', count: 1, examples: [{ file: 'list.csv', value: '1000 rows' }] },
    ]);
    expect(await findings(999)).toEqual([]);
    expect(await findings(1001)).toEqual([]);
  });
});

/** A log of Jira that keeps the last two of nine changes of its first issue, and all of the second. */
function search(startAt: number) {
  const issue = (key: string, total: number, changes: [day: number, from: string, to: string][]) => ({
    key,
    fields: {
      created: '2026-03-01T00:00:00.000+0000',
      status: { name: changes.at(-1)?.[2] },
      summary: key,
      issuetype: { name: 'Story' },
      project: { key: 'DEMO' },
    },
    changelog: {
      startAt: 0,
      maxResults: 100,
      total,
      histories: changes.map(([day, fromString, to], id) => ({
        id: String(id),
        created: `2026-03-${String(day).padStart(2, '0')}T00:00:00.000+0000`,
        items: [{ field: 'status', fromString, toString: to }],
      })),
    },
  });
  const issues = [
    issue('DEMO-1', 9, [
      [5, 'Doing', 'Review'],
      [9, 'Review', 'Done'],
    ]),
    issue('DEMO-2', 2, [
      [3, 'To Do', 'Doing'],
      [7, 'Doing', 'Done'],
    ]),
  ];
  return { name: 'search.json', data: JSON.stringify({ startAt, maxResults: 2, total: 4, issues }) };
}

describe('an item whose log is cut in front', () => {
  it('is left out of every figure whose start falls in the missing part, is named, and counts in the rest', async () => {
    const report = (await open(search(0))).report();
    // DEMO-2 alone: 7 − 3 March. DEMO-1 began somewhere before the 5th.
    expect(report.cycleTime).toMatchObject({ count: 1, meanDays: 4, leftOut: [{ items: 1 }] });
    expect(report.flowEfficiency).toMatchObject({ items: 1 });
    expect(report.rework).toMatchObject({ items: 0 });
    expect(report.wip.leftOut).toMatchObject([{ items: 1 }]);
    expect(report.littlesLaw).toMatchObject({ meanDays: 4, leftOut: [{ items: 1 }] });
    expect(report.waste.leftOut).toMatchObject([{ items: 1 }]);
    // Its creation and its finish are known: 9 − 1 and 7 − 1 days, two finishes.
    expect(report.leadTime).toMatchObject({ count: 2, meanDays: 7, leftOut: [] });
    expect(report.items.inWindow).toMatchObject({ finished: 2, finishedUnstarted: 0 });
    expect(report.findings.find(({ code }) => code === 'cut-history')?.examples).toMatchObject([{ item: 'DEMO-1' }]);
  });

  it('and a page of several are told apart: the page names both numbers', async () => {
    for (const [start, value] of [
      [0, '2 of 4 issues'],
      [2, 'from 2 on 2 of 4 issues'],
    ] as const) {
      const { findings } = (await open(search(start))).report();
      expect(findings.find(({ code }) => code === 'page-incomplete')?.examples[0]?.value).toBe(value);
    }
  });
});
