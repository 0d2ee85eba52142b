import { describe, expect, it } from 'vitest';
import { analyze, open } from '../../src/index.ts';
import { analysisOf, BOARD, csvOf, factsOf, type Options } from '../library/march.ts';

/** The outcome and end of an item that enters one stage a day from 2 March on. */
async function outcomeOf(path: string, configuration: Options['configuration'] = {}) {
  const rows = path.split(' > ').map((stage, index) => `A | ${index + 2} | ${stage}`);
  const { outcome, finished, dropped } = factsOf(await analysisOf(['id|at|to', ...rows].join('\n'), { configuration }));
  return [outcome, finished ?? dropped].join(' ').trim();
}

describe('the outcome of an item', () => {
  it.each([
    ['Ideas', 'notStarted'],
    ['Ideas > Ready', 'notStarted'],
    ['Ideas > On hold', 'inProgress'],
    ['Writing', 'inProgress'],
    // Sent back: it has started all the same.
    ['Writing > Ideas', 'inProgress'],
    ['Writing > Done', 'finished 3'],
    ['Done', 'finished 2'],
    // Done → Released keeps the finish of Done.
    ['Ideas > Writing > Done > Released', 'finished 4'],
    ['Writing > Released > Done', 'finished 3'],
    // Published → Archived is finished.
    ['Ideas > Writing > Done > Archived', 'finished 4'],
    // Given up and delivered all the same: the run holds a done visit, the finish is its first done entry.
    ['Writing > Cancelled > Done', 'finished 4'],
    ['Writing > Cancelled', 'dropped 3'],
    // The drop is the start of the run.
    ['Writing > Cancelled > Archived', 'dropped 3'],
    ['Ideas > Cancelled', 'dropped 3'],
    ['Cancelled', 'dropped 2'],
    // Reopened: the earlier finish is forgotten.
    ['Writing > Done > Writing', 'inProgress'],
    ['Writing > Done > Writing > Done', 'finished 5'],
    ['Writing > Done > Writing > Cancelled', 'dropped 5'],
    ['Writing > Cancelled > Writing', 'inProgress'],
    ['Writing > Cancelled > Ideas', 'inProgress'],
    // Never in an active or waiting stage: delivered, sent back, not started.
    ['Done > Ideas', 'notStarted'],
    ['Writing > Done > On hold', 'inProgress'],
    ['Writing > Done > On hold > Released > Archived', 'finished 5'],
  ])('%s: %s', async (path, expected) => {
    expect(await outcomeOf(path)).toBe(expected);
  });
});

describe('finishAt: Released', () => {
  it.each([
    ['Writing > Released', 'finished 3'],
    // The first entry within the run into that stage: not that of Done.
    ['Writing > Done > Released', 'finished 4'],
    ['Writing > Done > Released > Done > Released', 'finished 4'],
    ['Writing > Done > Released > Archived', 'finished 4'],
    ['Writing > Archived > Done > Released', 'finished 5'],
    // Delivered, but not as far as that: still in progress.
    ['Writing > Done', 'inProgress'],
    // … or given up at the first dropped visit after the last done one.
    ['Writing > Done > Archived', 'dropped 4'],
    ['Writing > Done > Archived > Cancelled', 'dropped 4'],
    ['Writing > Done > Archived > Done > Cancelled', 'dropped 6'],
    ['Writing > Done > Archived > Done', 'inProgress'],
    ['Writing > Cancelled', 'dropped 3'],
    ['Writing > Cancelled > Archived', 'dropped 3'],
    // An entry before the final run is forgotten.
    ['Writing > Released > Writing > Done', 'inProgress'],
    ['Writing > Released > Writing', 'inProgress'],
    ['Done', 'notStarted'],
  ])('%s: %s', async (path, expected) => {
    expect(await outcomeOf(path, { finishAt: 'released' })).toBe(expected);
  });

  it('measures the parts up to that stage: what lies in Done is paused', async () => {
    const rows = ['Writing', 'Done', 'Released'].map((stage, index) => `A | ${3 * index + 2} | ${stage}`);
    const analysis = await analysisOf(['id|at|to', ...rows].join('\n'), { configuration: { finishAt: 'Released' } });
    // Writing 2 to 5, Done 5 to 8.
    expect(factsOf(analysis)).toMatchObject({ finished: '8', cycleTimeDays: 6, activeDays: 3, pausedDays: 3 });
  });
});

it('finishAt: Done takes a later done stage, too', async () => {
  expect(await outcomeOf('Writing > Released', { finishAt: 'Done' })).toBe('finished 3');
  expect(await outcomeOf('Writing > Released > Done', { finishAt: 'Done' })).toBe('finished 3');
});

it('finishAt may name a stage that is not a done one: its first entry within the run of ends', async () => {
  expect(await outcomeOf('Writing > Archived', { finishAt: 'Archived' })).toBe('finished 3');
  // Done stands before Archived in the list: it does not finish.
  expect(await outcomeOf('Writing > Done > Archived', { finishAt: 'Archived' })).toBe('finished 4');
});

describe('finishPolicy: first', () => {
  it.each([
    ['Writing > Done', 'finished 3'],
    ['Writing > Done > Writing', 'finished 3'],
    ['Writing > Done > Writing > Done', 'finished 3'],
    ['Writing > Done > Writing > Cancelled', 'finished 3'],
    ['Writing > Cancelled > Done', 'finished 4'],
    ['Writing > Cancelled', 'dropped 3'],
    ['Writing', 'inProgress'],
    ['Writing > Cancelled > Writing', 'inProgress'],
  ])('%s: %s', async (path, expected) => {
    expect(await outcomeOf(path, { finishPolicy: 'first' })).toBe(expected);
  });

  it('with finishAt: the first entry ever into that stage or a later done one', async () => {
    const both = { finishPolicy: 'first', finishAt: 'Released' };
    expect(await outcomeOf('Writing > Done > Writing > Released > Writing', both)).toBe('finished 5');
    expect(await outcomeOf('Writing > Done > Writing', both)).toBe('inProgress');
    expect(await outcomeOf('Writing > Done', both)).toBe('inProgress');
  });
});

describe('dropped: { resolution: … }', () => {
  const rows = (resolution: string, last = 'Done') => `
    id | at | to      | resolution
    A  | 2  | Writing |
    A  | 5  | ${last}    | ${resolution}
  `;
  const rule = { configuration: { dropped: { resolution: ["Won't Do", 'Duplicate'] } } };

  it.each([
    ["Won't Do", 'dropped'],
    ["WON'T DO", 'dropped'],
    ['Won’t Do', 'dropped'],
    ['Duplicate', 'dropped'],
    ['Fixed', 'finished'],
    ['', 'finished'],
  ])('an item finished with %j is %s, at that instant', async (resolution, outcome) => {
    const facts = factsOf(await analysisOf(rows(resolution), rule));
    expect([facts.outcome, facts.finished ?? facts.dropped]).toEqual([outcome, '5']);
    // Only what is finished has a cycle time and a lead time; its parts are known either way.
    expect(facts.cycleTimeDays).toBe(outcome === 'finished' ? 3 : null);
    expect(facts.leadTimeDays).toBe(outcome === 'finished' ? 3 : null);
    expect(facts.activeDays).toBe(3);
  });

  it('says nothing of an item that is open', async () => {
    expect(factsOf(await analysisOf(rows('Duplicate', 'Review'), rule)).outcome).toBe('inProgress');
  });

  it('may be any field', async () => {
    const table = `
      id | at | to      | type
      A  | 2  | Writing | Spam
      A  | 5  | Done    | Spam
    `;
    expect(factsOf(await analysisOf(table, { configuration: { dropped: { type: ['spam'] } } })).outcome).toBe(
      'dropped',
    );
  });

  it('needs one of several fields, in whatever case, and may be who has it', async () => {
    const table = `
      id | at | to      | type | resolution | assignee
      A  | 2  | Writing | Spam | Fixed      | ana
      A  | 5  | Done    | Spam | Fixed      | Bin
    `;
    const outcomeOf = async (dropped: Record<string, string[]>) =>
      factsOf(await analysisOf(table, { configuration: { dropped } })).outcome;
    expect(await outcomeOf({ resolution: ['Duplicate'], type: [' SPAM '] })).toBe('dropped');
    expect(await outcomeOf({ resolution: ['Duplicate'], type: ['Ham'] })).toBe('finished');
    expect(await outcomeOf({ assignee: ['bin'] })).toBe('dropped');
    // Who had it before does not count.
    expect(await outcomeOf({ assignee: ['ana'] })).toBe('finished');
  });

  it('may be the status, and must be a field that a source has', async () => {
    const table = `
      id | status | created | started | finished
      A  | Closed | 1       | 2       | 5
      B  | Done   | 1       | 2       | 6
    `;
    const outcomes = async (dropped: Record<string, string[]>) =>
      (await analysisOf(table, { configuration: { workflow: undefined as unknown as [], dropped } }))
        .items()
        .itemList.map(({ id, outcome }) => `${id} ${outcome}`);
    expect(await outcomes({ status: ['closed'] })).toEqual(['A dropped', 'B finished']);
    expect(await outcomes({ stage: ['Done'] })).toEqual(['A dropped', 'B dropped']);
    // Of a log it is the last one.
    expect(
      factsOf(await analysisOf(rows('', 'Released'), { configuration: { dropped: { status: ['RELEASED'] } } })),
    ).toMatchObject({
      outcome: 'dropped',
      dropped: '5',
    });
    await expect(outcomes({ statsu: ['Closed'] })).rejects.toThrow(
      'no source has a field "statsu". Did you mean "status"?',
    );
  });

  it('may be the status where the rows are not kept', async () => {
    const { items } = await analyze(
      { name: 'log.csv', data: csvOf(rows('', 'Released')) },
      { configuration: { workflow: BOARD, dropped: { status: ['Released'] } } },
    );
    expect(items).toMatchObject({ finished: 0, dropped: 1 });
  });

  it('is no guess where it is configured', async () => {
    const { findings } = (await analysisOf(rows('Duplicate'), rule)).report();
    expect(findings.map(({ code }) => code)).toEqual([]);
  });

  it('without the setting is one that means given up in any language', async () => {
    const resolutions = ['Finalizada', 'Duplicada', 'Wird nicht erledigt', 'Cannot Reproduce'];
    const rows = resolutions.map(
      (resolution, at) => `A-${at},${at},t,Task,Done,2026-03-02 09:00,2026-03-0${at + 3} 09:00,${resolution}`,
    );
    const header = 'Issue key,Issue id,Summary,Issue Type,Status,Created,Resolved,Resolution';
    const analysis = await open({ name: 'jira.csv', data: [header, ...rows].join('\n') });
    expect(resolutions.map((_, at) => factsOf(analysis, `A-${at}`).outcome)).toEqual([
      'finished',
      ...Array.from({ length: 3 }, () => 'dropped'),
    ]);
  });

  it('in a table without the setting only asks', async () => {
    const analysis = await analysisOf(rows('Duplicate'), {
      configuration: { dropped: undefined as unknown as object },
    });
    expect(factsOf(analysis).outcome).toBe('finished');
    expect(analysis.report().findings.map(({ code }) => code)).toContain('resolution-not-used');
  });
});
