import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { analysisOf, type Options, short } from '../library/march.ts';

const TABLE = `
  id | at | to       | created | assignee | blocked
  A  | 3  | Ready    | 2       | ana      |
  A  | 4  | Writing  | 2       | ana      |
  A  | 5  | Writing  | 2       | ana      | Legal
  A  | 6  | On hold  | 2       |          |
  A  | 8  | Writing  | 2       | bo       |
  A  | 9  | Done     | 2       | bo       |
  A  | 9  | Released | 2       | bo       |
  A  | 10 | Released | 2       | bo       | true
  B  | 9  | Writing  | 9       | cy       |
  B  | 12 | Review   | 9       | cy       |
`;

const reportOf = async (table: string, options: Options = {}, id = 'A') => (await analysisOf(table, options)).item(id);

/** Each visit in a row: stage, entry, exit, days, what it counts as, how many days of it, and how many were blocked. */
async function visitsOf(table: string, options: Options = {}, id = 'A') {
  const { visits } = await reportOf(table, options, id);
  return visits.map((visit) => [
    visit.stage,
    short(visit.start),
    short(visit.end),
    visit.timeDays,
    visit.countsAs,
    visit.countedDays,
    visit.blockedDays,
  ]);
}

describe('the visits of an item', () => {
  it('count from its start to its end, without what was blocked', async () => {
    // 7 days from creation to finish, of them 5 from the start on: 1 + 1 active, 2 waiting, 1 blocked.
    expect(await visitsOf(TABLE)).toEqual([
      ['Ideas', '2', '3', 1, 'before start', 0, 0],
      ['Ready', '3', '4', 1, 'before start', 0, 0],
      ['Writing', '4', '6', 2, 'active', 1, 1],
      ['On hold', '6', '8', 2, 'waiting', 2, 0],
      ['Writing', '8', '9', 1, 'active', 1, 0],
      ['Done', '9', '9', 0, 'after end', 0, 0],
      // Blocked again after the end: that counts nowhere. asOf is the 12th.
      ['Released', '9', null, 3, 'after end', 0, 0],
    ]);
  });

  it('of an open item end at asOf', async () => {
    expect(await visitsOf(TABLE, {}, 'B')).toEqual([
      ['Writing', '9', '12', 3, 'active', 3, 0],
      ['Review', '12', null, 0, 'active', 0, 0],
    ]);
  });

  it('that go back to do, or lie between two finishes, are paused', async () => {
    const table = `
      id | at | to
      A  | 3  | Writing
      A  | 4  | Ready
      A  | 6  | Writing
      A  | 7  | Done
      A  | 9  | Writing
      A  | 10 | Cancelled
      A  | 12 | Archived`;
    expect(await visitsOf(table)).toEqual([
      ['Writing', '3', '4', 1, 'active', 1, 0],
      ['Ready', '4', '6', 2, 'paused', 2, 0],
      ['Writing', '6', '7', 1, 'active', 1, 0],
      ['Done', '7', '9', 2, 'paused', 2, 0],
      ['Writing', '9', '10', 1, 'active', 1, 0],
      ['Cancelled', '10', '12', 2, 'after end', 0, 0],
      ['Archived', '12', null, 0, 'after end', 0, 0],
    ]);
    const { item } = await reportOf(table);
    // Active 3 of 7 days; without the pauses 3 of 3.
    expect(item).toMatchObject({ activeDays: 3, pausedDays: 4, efficiency: 3 / 7 });
    const without = await reportOf(table, { configuration: { excludePaused: true } });
    expect(without.item).toMatchObject({ pausedDays: 4, efficiency: 1 });
  });

  it('of an item that was never started count as before its start, and after its end', async () => {
    const table = 'id|at|to\nA|3|Ideas\nA|4|Ready\nA|6|Done\nB|9|Ideas';
    expect(await visitsOf(table)).toEqual([
      ['Ideas', '3', '4', 1, 'before start', 0, 0],
      ['Ready', '4', '6', 2, 'before start', 0, 0],
      ['Done', '6', null, 3, 'after end', 0, 0],
    ]);
    const { item } = await reportOf(table);
    expect(item).toMatchObject({ leadTimeDays: 3, activeDays: null, efficiency: null, backwardMoves: null });
    expect(item).toMatchObject({ reopened: false, reworkDays: null });
  });

  it('are none where no date is known', async () => {
    const analysis = await open({
      name: 'list.csv',
      data: 'id,Created,Finished,Status\nA,2026-03-02,,To do\nB,,,In progress\n',
    });
    expect(analysis.item('B').visits).toEqual([]);
  });
});

describe('the clock of an item', () => {
  const clockOf = async (table: string, configuration: Record<string, unknown> = {}) => {
    const { clock } = await reportOf(table, { configuration });
    const { started, ended, startKnown } = clock;
    return {
      startKnown,
      started: started === null ? null : [short(started.at), started.stage, started.rule],
      ended: ended === null ? null : [short(ended.at), ended.stage, ended.rule],
    };
  };

  it('names the stages that started and stopped it, and by which rules', async () => {
    expect(await clockOf(TABLE)).toEqual({
      startKnown: true,
      started: ['4', 'Writing', 'the first active or waiting stage'],
      ended: ['9', 'Done', 'the first entry into a done stage after which nothing was taken up again'],
    });
    const set = { commitAt: 'On hold', startPolicy: 'last', finishAt: 'Released', finishPolicy: 'first' };
    expect(await clockOf(TABLE, set)).toEqual({
      startKnown: true,
      started: [
        '6',
        'On hold',
        'the first active or waiting stage from On hold on (commitAt), after the last return to a todo stage (startPolicy: last)',
      ],
      ended: ['9', 'Released', 'the first entry into Released or a later done stage (finishAt) (finishPolicy: first)'],
    });
  });

  it('stops where an item is given up', async () => {
    const table = 'id|at|to\nA|4|Writing\nA|6|Cancelled\nA|7|Archived';
    const rule = 'given up: the last stages hold no finish, or its resolution says dropped';
    expect((await clockOf(table)).ended).toEqual(['6', 'Cancelled', rule]);
    const { item } = await reportOf(table);
    expect(item).toMatchObject({ outcome: 'dropped', finished: null, reopened: null, activeDays: 2 });
    expect(short(item.dropped)).toBe('6');
  });

  it('has no end where an item is over, nobody knows since when, and no start where none is told', async () => {
    const data = 'id,Created,Finished,Status\nA,2026-03-02,,Done\nB,2026-03-02,2026-03-05,Done\nC,2026-03-06,,To do\n';
    const analysis = await open({ name: 'list.csv', data });
    expect(analysis.item('A').clock).toEqual({ started: null, ended: null, startKnown: false });
    expect(analysis.item('A').item).toMatchObject({ outcome: 'finished', finished: null, reopened: null });
    expect(analysis.item('B').clock).toMatchObject({ started: null, ended: { stage: 'Done' }, startKnown: false });
    expect(analysis.item('C').clock).toEqual({ started: null, ended: null, startKnown: true });
  });

  it('has a start alone where only that is known: then nothing is known of the time since', async () => {
    const data =
      'id,Created,Started,Finished,Status\nA,2026-03-02,2026-03-03,,Done\nB,2026-03-02,2026-03-03,2026-03-05,Done\n';
    const { clock, item } = (await open({ name: 'list.csv', data })).item('A');
    expect(clock).toMatchObject({ started: { stage: 'In progress' }, ended: null, startKnown: true });
    expect(item).toMatchObject({ activeDays: null, backwardMoves: null, efficiency: null, cycleTimeDays: null });
  });
});

describe('the rest of an item’s story', () => {
  it('says who had it, and where it was handed over', async () => {
    const { assignments, item } = await reportOf(TABLE);
    expect(assignments.map(({ at, people, handoff }) => [short(at), people, handoff])).toEqual([
      ['3', ['ana'], false],
      ['6', [], false],
      ['8', ['bo'], true],
    ]);
    expect(item.handoffs).toBe(1);
    // Held by one alone: that is known, and none.
    expect((await reportOf(TABLE, {}, 'B')).item.handoffs).toBe(0);
  });

  it('names blocked periods with their reasons, the last one open', async () => {
    const { blockedPeriods } = await reportOf(TABLE);
    expect(blockedPeriods.map(({ start, end, reason }) => [short(start), short(end), reason])).toEqual([
      ['5', '6', 'Legal'],
      // "true" is no reason.
      ['10', null, null],
    ]);
  });

  it('ends a blocked period that is lifted at asOf', async () => {
    const table = 'id|at|to|blocked\nA|4|Writing|Legal\nA|6|Writing|';
    const { blockedPeriods } = await reportOf(table);
    expect(blockedPeriods.map(({ start, end }) => [short(start), short(end)])).toEqual([['4', '6']]);
  });

  it('holds the findings about it, not those about others', async () => {
    const codesOf = async (id: string) => (await reportOf(TABLE, {}, id)).findings.map(({ code }) => code);
    expect(await codesOf('A')).toEqual(['repeated']);
    expect(await codesOf('B')).toEqual([]);
  });
});

describe('the notes on an item', () => {
  const notesOf = async (table: string, options: Options = {}) => (await reportOf(table, options)).notes;
  const NO_CREATION = 'No creation is given: it starts with the first row.';

  it('count its rows, and those that say the same again', async () => {
    expect(await notesOf('id|at|to\nA|4|Writing')).toEqual(['1 row used.', NO_CREATION]);
    const table = 'id|at|to\nA|4|Writing\nA|6|Review\nA|6|Review\nA|8|Done';
    expect(await notesOf(table)).toEqual(['3 rows used, 1 row repeated and merged.', NO_CREATION]);
  });

  it('count the rows at asOf, and none after it', async () => {
    const table = 'id|at|to\nA|4|Writing\nA|6|Review\nA|6|Review\nA|6|Review\nA|8|Done\nA|9|Released';
    expect(await notesOf(table, { asOf: '6' })).toEqual(['2 rows used, 2 rows repeated and merged.', NO_CREATION]);
  });

  it('say where it was from its creation on', async () => {
    const first = 'the first stage to do: no row says where it was';
    expect(await notesOf('id|at|to|created\nA|4|Writing|3')).toEqual([
      '1 row used.',
      `From its creation to its first row it is in Ideas: ${first}.`,
    ]);
    expect(await notesOf('id|at|from|to|created\nA|4|Ready|Writing|3')).toEqual([
      '1 row used.',
      'From its creation to its first row it is in Ready: the first row says that it came from there.',
    ]);
    expect(await notesOf('id|at|to|created\nA|4|Writing|4')).toEqual(['1 row used.']);
    expect(await notesOf('id|at|to|created\nA|4|Writing|5')).toEqual([
      '1 row used.',
      'Its creation is given as later than its first row: the row stands.',
    ]);
  });

  it('tell a finish that is forgotten', async () => {
    const finished = 'id|at|to\nA|4|Writing\nA|6|Done\nA|8|Writing\nA|9|Done';
    expect((await notesOf(finished)).at(-1)).toBe(
      'It was finished before and reopened: the earlier finish is forgotten.',
    );
    const open = 'id|at|to\nA|4|Writing\nA|6|Done\nA|8|Writing';
    expect((await notesOf(open)).at(-1)).toBe('It was finished once and is in progress again.');
    // Done, but not as far as finishAt: it was not taken up again.
    const done = 'id|at|to\nA|4|Writing\nA|6|Done';
    expect(await notesOf(done, { configuration: { finishAt: 'Released' } })).toEqual(['2 rows used.', NO_CREATION]);
    expect(await notesOf(done)).toEqual(['2 rows used.', NO_CREATION]);
    const revived = 'id|at|to\nA|4|Writing\nA|6|Cancelled\nA|8|Writing';
    expect(await notesOf(revived)).toEqual(['3 rows used.', NO_CREATION]);
  });

  it('say of dates alone what they tell and what not', async () => {
    const dates =
      'Only dates are known: to do until started, in progress until finished. What it waited for is not known.';
    const data =
      'id,Created,Finished,Status\nA,2026-03-02,2026-03-05,Done\nB,2026-03-06,,In progress\nC,2026-03-06,,To do\n';
    const analysis = await open({ name: 'list.csv', data });
    const unknown = 'When it started is not known: figures that need it leave it out.';
    expect(analysis.item('A').notes).toEqual([dates, unknown]);
    expect(analysis.item('B').notes).toEqual([dates, unknown]);
    expect(analysis.item('C').notes).toEqual([dates]);
  });

  it('say what a history that is cut lacks, and nothing of where the item was then', async () => {
    // Created on 2 January; the export holds Doing → Review on 5 March and Review → Done on 6 March.
    const file = fileURLToPath(new URL('../../fixtures/jira-rest/cut-history/search.json', import.meta.url));
    expect((await open(file)).item('DEMO-1').notes).toEqual([
      '2 rows used.',
      'Its history before 2026-03-05T09:00:00.000Z is missing.',
      'When it started is not known: figures that need it leave it out.',
    ]);
  });
});
