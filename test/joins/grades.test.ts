import { describe, expect, it } from 'vitest';
import { open, REPORTERS, reportDocument } from '../../src/index.ts';

// Seen on 20 March (the latest date in the file); three are under way by their status alone, and nothing says since when.
const LIST = {
  name: 'list.csv',
  data: `id,Title,Created,Closed,Status
A,Letter,2026-03-01,,In progress
B,Poster,2026-03-11,,Review
C,Leaflet,2026-03-05,2026-03-20,Done
D,Flyer,2026-03-06,,To do
E,Banner,2026-03-07,,Done
F,Card,,,In progress
`,
};

describe('a list of items without their history', () => {
  it('tells what is in progress now, and how long ago it was created, but not since when', async () => {
    const { wip, age, items, littlesLaw, cycleTime, throughput } = (await open(LIST)).report();
    expect(items).toMatchObject({ total: 6, inProgress: 3, notStarted: 1, finished: 2 });
    // What is in progress adds up with the items, stage by stage.
    expect(wip.current).toBe(3);
    expect(wip.byStage.reduce((sum, { current }) => sum + current, 0)).toBe(3);
    expect([wip.average, littlesLaw.averageWip, littlesLaw.ratio, littlesLaw.wipAtEnd]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(wip.leftOut).toEqual([
      { items: 3, reason: expect.stringContaining('nothing says since when') },
      // E; C is over when the window begins, which is at its finish: it could not have counted.
      { items: 1, reason: expect.stringContaining('they are over') },
    ]);
    expect(age).toMatchObject({ count: 0, meanDays: null, leftOut: [{ items: 3 }, { items: 1 }] });
    // A: 20 − 1 March, B: 20 − 11 March; F has no creation.
    expect(age.sinceCreated).toMatchObject({ count: 2, minDays: 9, maxDays: 19, meanDays: 14 });
    expect(cycleTime).toMatchObject({ count: 0, meanDays: null, leftOut: [{ items: 1 }, { items: 1 }] });
    expect(throughput.leftOut).toEqual([
      // All but D, which has not started.
      { items: 5, reason: expect.stringContaining('when they started') },
      { items: 1, reason: expect.stringContaining('they are over') },
      // F.
      { items: 1, reason: expect.stringContaining('when they were created') },
    ]);
  });

  it('does not tell what was in progress at an earlier instant', async () => {
    const report = (await open(LIST, { asOf: '2026-03-15T00:00:00Z' })).report();
    expect(report.wip.current).toBe(0);
    expect(report.findings.map(({ code }) => code)).toContain('status-not-dated');
    expect((await open(LIST)).report().findings.map(({ code }) => code)).not.toContain('status-not-dated');
  });

  it('says in every figure how many it leaves out', async () => {
    const analysis = await open(LIST);
    const report = analysis.report();
    for (const id of [
      'cycleTime',
      'leadTime',
      'age',
      'throughput',
      'wip',
      'littlesLaw',
      'flowEfficiency',
      'rework',
    ] as const) {
      expect(Array.isArray(report[id].leftOut), id).toBe(true);
    }
    expect(analysis.metric('cumulativeFlow').cumulativeFlow?.leftOut).toEqual([
      { items: 5, reason: expect.stringContaining('started') },
      { items: 1, reason: expect.stringContaining('since when') },
      { items: 1, reason: expect.stringContaining('created') },
    ]);
  });

  it('names an export of its tool that tells more', async () => {
    const issue = {
      key: 'DEMO-1',
      fields: {
        summary: 'x',
        status: { name: 'Doing' },
        issuetype: { name: 'Story' },
        project: { key: 'DEMO' },
        created: '2026-03-02T09:00:00.000+0000',
      },
    };
    const jira = { name: 'search.json', data: JSON.stringify({ issues: [issue] }) };
    const report = (await open([LIST, jira])).report();
    expect(report.sources.map(({ grade }) => grade)).toEqual(['milestones', 'milestones']);
    expect(report.sources[0]?.fullerFormats).toContain('transition-log');
    expect(report.sources[1]?.fullerFormats).toContain('jira-rest');
    const text = REPORTERS.find(({ id }) => id === 'markdown')?.render(reportDocument(report), {} as never) ?? '';
    expect(text).toContain('search.json: jira-rest, milestone dates only (more: pitwall formats jira-rest');
  });
});
