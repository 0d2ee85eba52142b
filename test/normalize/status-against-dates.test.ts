import { describe, expect, it } from 'vitest';
import { analysisOf, factsOf, findingsOf, type Options, visitsOf } from '../library/march.ts';

const inferred = { configuration: { workflow: undefined as unknown as [] } };

/** One item of each kind of status, of which all dates fit, or do not. */
const TABLE = `
  id        | status      | created | started | finished
  fits      | Done        | 1       | 3       | 9
  cancelled | Cancelled   | 1       | 3       | 8
  reopened  | In progress | 1       | 4       | 6
  planned   | To do       | 1       | 5       | 10
  undated   | Done        | 1       | 2       |
  given-up  | Cancelled   | 1       |         |
  running   | In progress | 1       |         |
  guess     | Zorb        | 1       | 2       | 5
`;

const outcomes = async (table: string, options: Options = inferred) =>
  Object.fromEntries((await analysisOf(table, options)).items().itemList.map(({ id, outcome }) => [id, outcome]));

describe('a status of today and dates that contradict each other', () => {
  it('a status whose name says what it means counts, and else the date', async () => {
    expect(await outcomes(TABLE)).toEqual({
      fits: 'finished',
      cancelled: 'dropped',
      reopened: 'inProgress',
      planned: 'notStarted',
      undated: 'finished',
      'given-up': 'dropped',
      running: 'inProgress',
      guess: 'finished',
    });
  });

  it('an item that was dropped was dropped at its finish date', async () => {
    const analysis = await analysisOf(TABLE, inferred);
    expect(factsOf(analysis, 'cancelled')).toMatchObject({ started: '3', finished: null, dropped: '8' });
    expect(visitsOf(analysis, 'cancelled')).toEqual(['To do 1', 'In progress 3', 'Dropped 8']);
  });

  it('an open item does not end at a finish date, and one to do did not start', async () => {
    const analysis = await analysisOf(TABLE, inferred);
    expect(visitsOf(analysis, 'reopened')).toEqual(['To do 1', 'In progress 4']);
    // asOf is 9 March, the latest date that counts: the finish of 10 March is a plan.
    expect(factsOf(analysis, 'reopened')).toMatchObject({ started: '4', finished: null, ageDays: 9 - 4 });
    expect(visitsOf(analysis, 'planned')).toEqual(['To do 1']);
    expect(factsOf(analysis, 'planned')).toMatchObject({ started: null, stage: 'To do' });
  });

  it('an item that is over since an unknown instant counts in items, and in no figure that needs the instant', async () => {
    const analysis = await analysisOf(TABLE, inferred);
    const report = analysis.report();
    expect(report.items).toEqual({
      total: 8,
      notStarted: 1,
      inProgress: 2,
      finished: 3,
      dropped: 2,
      finishedUndated: 1,
      droppedUndated: 1,
      inWindow: { finished: 2, finishedUnstarted: 0, dropped: 1 },
    });
    const finished = report.throughput.periods.reduce((sum, period) => sum + period.finished, 0);
    const dropped = report.throughput.periods.reduce((sum, period) => sum + period.dropped, 0);
    expect({ finished, dropped }).toEqual({ finished: 2, dropped: 1 });
    // From 4 March on; what runs since nobody knows when counts now.
    expect(report.wip.current).toBe(2);
    expect(report.age.count).toBe(1);
    const reason = 'they are over, but the source does not say since when';
    for (const metric of ['throughput', 'wip', 'age', 'cumulativeFlow', 'waste'] as const) {
      const leftOut = analysis.metric(metric)[metric]?.leftOut;
      expect([metric, leftOut]).toEqual([metric, expect.arrayContaining([{ reason, items: 2 }])]);
    }
    // Of the two, one finished.
    for (const metric of ['cycleTime', 'leadTime'] as const) {
      expect([metric, report[metric].leftOut]).toEqual([metric, expect.arrayContaining([{ reason, items: 1 }])]);
    }
  });

  it('counts every item of which something does not fit, once', async () => {
    const analysis = await analysisOf(TABLE, inferred);
    // cancelled, reopened, planned, undated, given-up and guess.
    expect(findingsOf(analysis)).toMatchObject({ 'status-differs': 6, 'status-without-date': 1 });
    const finding = analysis.report().findings.find(({ code }) => code === 'status-differs');
    expect(finding?.examples.map(({ item, value }) => `${item}: ${value}`).slice(0, 2)).toEqual([
      'cancelled: Cancelled: dropped, with a finish date, 2026-03-08',
      'given-up: Cancelled: over, and no date says since when',
    ]);
  });

  it('the configuration makes any status sure', async () => {
    const workflow = [
      { stage: 'Later', kind: 'todo' },
      { stage: 'Zorb', kind: 'active' },
      { stage: 'Shelf', kind: 'dropped' },
      { stage: 'Done', kind: 'done' },
    ];
    const table = `
      id | status | started | finished
      A  | Zorb   | 2       | 5
      B  | Shelf  | 2       | 5
      C  | Later  | 2       |
    `;
    expect(await outcomes(table, { configuration: { workflow } })).toEqual({
      A: 'inProgress',
      B: 'dropped',
      C: 'notStarted',
    });
    expect(await outcomes(table)).toMatchObject({ A: 'finished', B: 'finished' });
  });
});

describe('an earlier asOf', () => {
  const earlier = { ...inferred, asOf: '8' };

  it('leaves an item out of the items of which today’s status alone says that it is over', async () => {
    const analysis = await analysisOf(TABLE, earlier);
    expect(analysis.report().items).toMatchObject({ total: 6, finished: 1, dropped: 1, finishedUndated: 0 });
    expect(analysis.items().itemList.map(({ id }) => id)).not.toContain('undated');
    expect(findingsOf(analysis)['status-differs']).toBe(6);
  });

  it('uses a date that is a plan no more than today', async () => {
    const analysis = await analysisOf(TABLE, { ...inferred, asOf: '7' });
    expect(factsOf(analysis, 'reopened')).toMatchObject({ outcome: 'inProgress', ageDays: 7 - 4 });
    expect(factsOf(analysis, 'planned').outcome).toBe('notStarted');
    // Its drop is a day off.
    expect(factsOf(analysis, 'cancelled').outcome).toBe('inProgress');
  });

  it('keeps an item that is to do, and of which all other dates are plans', async () => {
    const table = `
      id | status | started | finished
      A  | Done   | 1       | 3
      B  | To do  | 20      | 22
    `;
    expect(await outcomes(table, { ...inferred, asOf: '4' })).toEqual({ A: 'finished', B: 'notStarted' });
  });
});

describe('an item without any date', () => {
  const table = `
    id | status      | started | finished
    A  | Done        | 2       | 4
    B  |             |         |
    C  | To do       |         |
    D  | In progress |         |
    E  | On hold     |         |
    F  | Done        |         |
    G  | Cancelled   |         |
  `;

  it('is not started unless its status says otherwise', async () => {
    expect(await outcomes(table)).toEqual({
      A: 'finished',
      B: 'notStarted',
      C: 'notStarted',
      D: 'inProgress',
      E: 'inProgress',
      F: 'finished',
      G: 'dropped',
    });
  });

  it('is in progress in items, and in no figure that needs its start', async () => {
    const report = (await analysisOf(table, inferred)).report();
    expect(report.items).toMatchObject({ total: 7, inProgress: 2, finishedUndated: 1, droppedUndated: 1 });
    expect(report.age).toMatchObject({ count: 0, sinceCreated: { count: 0 } });
    expect(report.throughput.periods.reduce((sum, { started }) => sum + (started ?? 0), 0)).toBe(1);
  });
});
