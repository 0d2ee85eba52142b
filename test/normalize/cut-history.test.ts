import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';

const file = fileURLToPath(new URL('../../fixtures/jira-rest/cut-history/search.json', import.meta.url));

// Created on 2 January; of 120 changes the export holds the last two: Doing → Review on 5 March, Review → Done on 6 March.
describe('an item whose log is known to be cut short', () => {
  it('has a lead time, and no cycle time: when it started is missing', async () => {
    const { item, notes } = (await open(file)).item('DEMO-1');
    // 6 March 09:00 − 2 January 09:00: 29 days of January, 28 of February, 6 of March.
    expect(item).toMatchObject({ outcome: 'finished', leadTimeDays: 29 + 28 + 6, started: null, cycleTimeDays: null });
    expect(item).toMatchObject({ activeDays: null, backwardMoves: null });
    expect(notes.some((note) => note.includes('missing'))).toBe(true);
  });

  it('is left out of every figure whose start falls in the missing part, and is named in a finding', async () => {
    const report = (await open(file)).report();
    expect(report.cycleTime).toMatchObject({ count: 0, leftOut: [{ items: 1 }] });
    expect(report.leadTime).toMatchObject({ count: 1, leftOut: [] });
    // It did start: it is not counted among the finished that never did.
    expect(report.items.inWindow).toEqual({ finished: 1, finishedUnstarted: 0, dropped: 0 });
    expect(report.findings.find(({ code }) => code === 'cut-history')?.examples).toMatchObject([{ item: 'DEMO-1' }]);
  });

  it('in progress has no age, and WIP says that it left it out', async () => {
    const report = (await open(file, { asOf: '2026-03-05T12:00:00Z' })).report();
    expect(report.items.inProgress).toBe(1);
    expect(report.age).toMatchObject({ count: 0, leftOut: [{ items: 1 }] });
    expect(report.wip).toMatchObject({ current: 0, leftOut: [{ items: 1 }] });
  });

  /** An issue that keeps only its last changes of nine, the newest first. */
  function issueOf(changes: readonly [day: number, from: string, to: string][]) {
    const fields = {
      created: '2026-01-02T09:00:00.000+0000',
      status: { name: 'Done' },
      summary: 'two',
      issuetype: { name: 'Story' },
      project: { key: 'DEMO' },
    };
    const histories = changes.map(([day, fromString, to], place) => ({
      id: String(9 - place),
      created: `2026-03-0${day}T09:00:00.000+0000`,
      items: [{ field: 'status', fromString, toString: to }],
    }));
    const changelog = { startAt: 0, maxResults: histories.length, total: 9, histories };
    const issues = [{ key: 'DEMO-2', fields, changelog }];
    return { name: 'search.json', data: JSON.stringify({ startAt: 0, maxResults: 50, total: 1, issues }) };
  }

  it('started for certain after a return to a stage not committed to, where the last start counts', async () => {
    const input = issueOf([
      [8, 'Doing', 'Done'],
      [5, 'To Do', 'Doing'],
      [4, 'Review', 'To Do'],
    ]);
    expect((await open(input)).item('DEMO-2').item.cycleTimeDays).toBeNull();
    const last = await open(input, { configuration: { startPolicy: 'last' } });
    // Whatever the missing part holds, the last start after To Do is that of 5 March: 8 − 5.
    expect(last.item('DEMO-2').item.cycleTimeDays).toBe(3);
  });

  it('may have started in the missing part if nothing after the return is a start', async () => {
    const input = issueOf([
      [8, 'To Do', 'Done'],
      [4, 'Review', 'To Do'],
    ]);
    for (const startPolicy of ['first', 'last']) {
      const { cycleTime, items } = (await open(input, { configuration: { startPolicy } })).report();
      expect(cycleTime).toMatchObject({ count: 0, leftOut: [{ items: 1 }] });
      expect(items.inWindow).toMatchObject({ finished: 1, finishedUnstarted: 0 });
    }
  });
});
