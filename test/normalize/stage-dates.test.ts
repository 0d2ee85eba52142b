import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';
import { csvOf, factsOf, visitsOf } from '../library/march.ts';

/** One date a stage. */
function board(table: string, configuration: Record<string, unknown> = {}) {
  const dated = csvOf(table).replaceAll(/(?<=,)(\d{1,2})(?=[,\n])/g, (day) => `2026-03-${day.padStart(2, '0')}`);
  return open({ name: 'board.csv', data: dated }, { input: 'stage-dates', configuration });
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
