// Findings that stand beside the headline: what a report takes for granted, said where it is read.
import { describe, expect, it } from 'vitest';
import { type AnalyzeOptions, metricDocument, open, reportDocument } from '../../src/index.ts';
import { shownSections } from '../../src/model/document/shown-sections.ts';

const day = (date: number, hour = 9) => new Date(Date.UTC(2026, 2, date, hour)).toISOString();

/** One item is in progress from 2 March on; others are created and finished on each of the days. */
function log(days: readonly number[]): string {
  const rows = days.flatMap((date) => [`D-${date},Doing,${day(date)}`, `D-${date},Done,${day(date, 10)}`]);
  return ['id,to,at', `OPEN,Doing,${day(2)}`, ...rows].join('\n');
}

async function findings(data: string, options: AnalyzeOptions = {}) {
  return (await open({ name: 'log.csv', data }, options)).report().findings;
}

async function isStale(days: readonly number[], asOf: string): Promise<boolean> {
  return (await findings(log(days), { asOf })).some(({ code }) => code === 'stale-source');
}

describe('a source that falls silent', () => {
  it('is stale after twice its longest pause, and never within a week', async () => {
    // Days 2 to 10, the longest pause 3 days: 2 × 3 is less than a week, which ends at day 17, 10:00.
    expect(await isStale([2, 3, 5, 6, 9, 10], day(17, 10))).toBe(false);
    expect(await isStale([2, 3, 5, 6, 9, 10], day(17, 11))).toBe(true);
    // Pauses of 5 days: 10 days after day 27.
    expect(await isStale([2, 7, 12, 17, 22, 27], day(37, 10))).toBe(false);
    expect(await isStale([2, 7, 12, 17, 22, 27], day(37, 11))).toBe(true);
  });

  it('has no rhythm yet with few pauses: then only a month is long', async () => {
    expect(await isStale([2, 7, 12], day(42, 10))).toBe(false);
    expect(await isStale([2, 7, 12], day(42, 11))).toBe(true);
  });

  it('matters only for items in progress', async () => {
    const closed = log([2, 3, 5, 6, 9, 10]).replace(/^OPEN.*\n/m, '');
    expect((await findings(closed, { asOf: day(60) })).map(({ code }) => code)).not.toContain('stale-source');
  });

  it('is said beside the headline and on the screens of metrics, with the cure', async () => {
    const old = {
      name: 'old.csv',
      data: `Issue key,Issue id,Summary,Status,Created,Resolved\nJ-1,1,Letter,In Progress,2026-01-05 09:00,\nJ-2,2,Poster,Done,2026-01-05 10:00,2026-01-09 09:00`,
    };
    const analysis = await open([old, { name: 'log.csv', data: log([3, 4, 5, 9, 10, 11]) }]);
    const text =
      'Sources that say nothing for so long before the instant looked from that their items in progress age for nothing: ' +
      'jira, last event 2026-01-09, 1 item in progress. Look from where it ends with --as-of 2026-01-09T09:00:00.000Z, or export it again.';
    const documents = [reportDocument(analysis.report()), metricDocument('age', analysis.metric('age'))];
    for (const { sections } of documents) {
      const [warnings] = shownSections(sections, 'whole', 'listed');
      expect(textsOf(warnings?.parts)).toContain(text);
      const [brief] = shownSections(sections, 'brief', 'brief');
      expect(textsOf(brief?.parts)[0]).toBe('Jira ends long before the rest, so open items there age for nothing.');
    }
  });
});

function textsOf(parts: readonly object[] = []): string[] {
  return parts.flatMap((part) => ('text' in part && typeof part.text === 'string' ? [part.text] : []));
}

describe('a workflow in which no stage waits', () => {
  const rows = (people: string) => `id,to,at,assignee
A,Doing,2026-03-02T09:00Z,ana
A,Legal,2026-03-03T09:00Z,${people}
A,Layout,2026-03-07T09:00Z,ana
A,Review,2026-03-09T09:00Z,ana
A,Done,2026-03-12T09:00Z,ana`;
  const queue = async (data: string, options: AnalyzeOptions = {}) =>
    (await findings(data, options)).find(({ code }) => code === 'no-queue');

  it('names the stage in which nobody has the items', async () => {
    const finding = await queue(rows(''));
    expect(finding?.examples).toEqual([{ value: 'Legal' }]);
    expect(finding?.message).toContain('nobody had the items for 100 % of the time there');
  });

  it('adds up the time without anybody, also where people come and go within a stage and before it', async () => {
    // Legal holds A from 3 March 9:00 to 8 March 9:00, five days. Ana has it until the 4th, nobody until the 6th, ben until
    // the 7th, nobody until it leaves: 2 + 1 of 5 days. Nobody had it in Backlog either, which is no work.
    const data = `id,to,at,assignee
A,Doing,2026-03-01T09:00Z,ana
A,Backlog,2026-03-02T09:00Z,
A,Legal,2026-03-03T09:00Z,ana
A,Legal,2026-03-04T09:00Z,
A,Legal,2026-03-06T09:00Z,ben
A,Legal,2026-03-07T09:00Z,
A,Layout,2026-03-08T09:00Z,ana
A,Done,2026-03-10T09:00Z,ana`;
    expect((await queue(data))?.message).toContain('nobody had the items for 60 % of the time there');
  });

  it('else names the one whose name says that work is handed on there', async () => {
    expect((await queue(rows('ben')))?.examples).toEqual([{ value: 'Review' }]);
  });

  it('does not take a stage in which work is plainly under way for a queue', async () => {
    const data = rows('').replace('Legal', 'In progress').replace('Review', 'Layout');
    expect((await queue(data))?.examples).toEqual([]);
  });

  it('is nothing to say where a stage waits, nor to guess at where the workflow is configured', async () => {
    expect(await queue(rows('').replace('Legal', 'Waiting'))).toBeUndefined();
    const stage = (name: string, kind: 'active' | 'done') => ({ stage: name, kind });
    const workflow = [
      stage('Doing', 'active'),
      stage('Legal', 'active'),
      stage('Layout', 'active'),
      stage('Review', 'active'),
      stage('Done', 'done'),
    ];
    expect((await queue(rows(''), { configuration: { workflow } }))?.examples).toEqual([]);
  });
});

describe('the end of cases in a log of activities', () => {
  const events = (cases: readonly string[][]) =>
    [
      'case:concept:name,concept:name,time:timestamp',
      ...cases.flatMap((activities, index) => activities.map((name, step) => `C-${index},${name},${day(2 + step)}`)),
    ].join('\n');
  const codes = async (cases: readonly string[][]) =>
    (await findings(events(cases))).map(({ code }) => code).filter((code) => /end/.test(code));

  it('is said where it is taken from how cases end', async () => {
    const paid = ['Receive', 'Check', 'Pay'];
    expect(await codes([paid, paid, paid])).toEqual(['end-taken']);
    const analysis = await open({ name: 'log.csv', data: events([paid, paid, paid, ['Receive', 'Check']]) });
    expect(reportDocument(analysis.report()).title).toMatch(
      /^Taking (Pay|Check and Pay) as the end, which \d of 4 cases reach: /,
    );
  });

  it('is said where a named end is reached by few', async () => {
    const open20 = Array.from({ length: 20 }, () => ['Receive', 'Check']);
    const closed = ['Receive', 'Check', 'Closed'];
    expect(await codes([...open20, closed])).toContain('few-reach-end');
    expect(await codes([closed, closed, ['Receive', 'Check']])).toEqual([]);
  });
});

describe('a window without a whole week', () => {
  it('says so in place of throughput, and does not call it unknown', async () => {
    const analysis = await open({ name: 'log.csv', data: log([2, 3, 4]) });
    const parts = reportDocument(analysis.report()).sections.find(({ id }) => id === 'figures')?.parts ?? [];
    expect(parts).toContainEqual(
      expect.objectContaining({
        label: 'Throughput a week',
        value: null,
        note: 'not known: the window holds no whole week',
      }),
    );
    expect(textsOf(parts).join()).not.toContain('throughput');
  });
});
