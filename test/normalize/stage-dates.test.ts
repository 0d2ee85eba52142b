import { describe, expect, it } from 'vitest';
import { METRICS, open } from '../../src/index.ts';
import { csvOf, factsOf, visitsOf } from '../library/march.ts';

/** One date a stage. */
function board(table: string, configuration: Record<string, unknown> = {}, options: object = {}) {
  const dated = csvOf(table).replaceAll(/(?<=,)(\d{1,2})(?=[,\n])/g, (day) => `2026-03-${day.padStart(2, '0')}`);
  return open({ name: 'board.csv', data: dated }, { ...options, input: 'stage-dates', configuration });
}

describe('an item of which one date a stage is known', () => {
  const TABLE = `
    id | Created | Backlog | Doing | Done
    A  | 2       | 3       | 5     | 9
    B  | 2       |         |       |
    C  | 4       | 4       |       |
  `;

  it('is in the first todo stage from its creation on, if no stage has a date', async () => {
    const analysis = await board(TABLE);
    expect(visitsOf(analysis)).toEqual(['Backlog 2', 'Doing 5', 'Done 9']);
    expect(visitsOf(analysis, 'B')).toEqual(['Backlog 2']);
    expect(factsOf(analysis, 'B')).toMatchObject({ outcome: 'notStarted', stage: 'Backlog' });
  });

  it('is so in a configured workflow, too', async () => {
    const workflow = [
      { stage: 'Ideas', kind: 'todo' },
      { stage: 'Backlog', kind: 'todo' },
      { stage: 'Doing', kind: 'active' },
      { stage: 'Done', kind: 'done' },
    ];
    expect(visitsOf(await board(TABLE, { workflow }), 'B')).toEqual(['Ideas 2']);
  });

  it('is counted in a stage of the cumulative flow', async () => {
    const { cumulativeFlow } = (await board(TABLE)).metric('cumulativeFlow');
    // At the end: A is done, B and C in Backlog.
    expect(cumulativeFlow?.days.at(-1)).toMatchObject({ created: 3, stages: { Backlog: 2, Doing: 0, Done: 1 } });
  });

  it('has an order of stages that the columns give', async () => {
    const { workflow } = (await board(TABLE)).report();
    expect(workflow.stages.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'Backlog todo',
      'Doing active',
      'Done done',
    ]);
  });
});

describe('a status of today beside one date a stage', () => {
  const TABLE = `
    id | Backlog | Doing | Done | Closed | Status
    A  | 2       | 3     | 5    | 6      | Done
    B  | 2       | 3     | 7    | 8      | Cancelled
    C  | 2       | 4     |      |        | Cancelled
    D  | 2       | 4     | 9    |        | Doing
  `;

  it('that is given up makes the end that the dates give a drop', async () => {
    const analysis = await board(TABLE);
    // B is over since it was done, on the 7th: a date of closing says that it is over, and not how.
    expect(visitsOf(analysis, 'B')).toEqual(['Backlog 2', 'Doing 3', 'Dropped 7']);
    expect(factsOf(analysis, 'B')).toMatchObject({ outcome: 'dropped', dropped: '7', finished: null });
    expect(factsOf(analysis, 'C')).toMatchObject({ outcome: 'dropped', dropped: null });
    expect(factsOf(analysis, 'D')).toMatchObject({ outcome: 'inProgress', stage: 'Doing' });
    const { items } = analysis.report();
    expect(items).toMatchObject({ finished: 1, dropped: 2, droppedUndated: 1, inWindow: { finished: 1, dropped: 1 } });
  });

  it('says nothing of an instant before that end', async () => {
    const asOf = (day: number) => ({ asOf: `2026-03-0${day}` });
    const analysis = await board(TABLE, {}, asOf(6));
    expect(factsOf(analysis, 'B')).toMatchObject({ outcome: 'inProgress', stage: 'Doing' });
  });
});

describe('a board whose first stage is work', () => {
  const DATED = `
    id | Build | Done
    A  | 5     | 6
  `;
  const TABLE = `${DATED}    B  |       |
  `;

  const CREATION_UNKNOWN = { items: 1, reason: 'the source does not say when they were created' };

  it('has not started an item without any date', async () => {
    const analysis = await board(TABLE);
    expect(factsOf(analysis, 'B')).toMatchObject({ outcome: 'notStarted', stage: 'To do', started: null });
    const { age, items, wip } = analysis.report();
    expect(items).toMatchObject({ total: 2, notStarted: 1, inProgress: 0, finished: 1 });
    expect([age?.count, wip?.current]).toEqual([0, 0]);
  });

  it('says the same of the other items with it and without it', async () => {
    const [alone, beside] = await Promise.all([board(DATED), board(TABLE)]);
    for (const id of [
      'cycleTime',
      'leadTime',
      'age',
      'flowEfficiency',
      'throughput',
      'adherence',
      'littlesLaw',
    ] as const) {
      // Only that nobody knows when the other item was created is said besides.
      const expected =
        id === 'throughput' ? { ...alone.metric(id)[id], leftOut: [CREATION_UNKNOWN] } : alone.metric(id)[id];
      expect([id, beside.metric(id)[id]]).toEqual([id, expected]);
    }
  });

  it('has not started an item of which only the creation is known', async () => {
    const analysis = await board(`
      id | Created | Build | Done
      A  | 2       | 5     | 6
      B  | 3       |       |
    `);
    expect(visitsOf(analysis, 'B')).toEqual(['To do 3']);
    expect(factsOf(analysis, 'B')).toMatchObject({ outcome: 'notStarted', ageDays: null });
  });

  it('computes every metric, with a configured workflow too', async () => {
    const workflow = [
      { stage: 'Build', kind: 'active' },
      { stage: 'Done', kind: 'done' },
    ];
    for (const configuration of [{}, { workflow }]) {
      const analysis = await board(TABLE, configuration);
      const failures = METRICS.flatMap(({ id }) => analysis.metric(id).failures);
      expect([...failures, ...analysis.report().failures]).toEqual([]);
      expect(factsOf(analysis, 'B')).toMatchObject({ outcome: 'notStarted' });
    }
  });
});
