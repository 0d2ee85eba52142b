import { describe, expect, it } from 'vitest';
import { METRICS, PitwallError } from '../../src/index.ts';
import { analysisOf, BOARD, type Options } from '../library/march.ts';
import { randomCase } from './random-analysis.ts';

/** Points and team differ from row to row, and a waiting stage holds two statuses: all that rows are asked for later. */
const TABLE = `
  id | at | from    | to             | title | points | team
  A  | 2  |         | Ideas          | one   | 1      | Sales
  A  | 3  | Ideas   | Writing        | one   | 2      | Design
  A  | 5  | Writing | Awaiting reply | one   |        | Design
  A  | 8  | Awaiting reply | Awaiting parts | one |   | Support
  A  | 9  | Awaiting parts | Done    | one   | 8      | Delivery
  B  | 3  |         | Writing        | two   |        | Design
  B  | 4  | Writing | Done           | two   | 5      | Sales
`;

const WAITS = BOARD.map((stage) =>
  stage.kind === 'waiting' ? { ...stage, statuses: ['Awaiting reply', 'Awaiting parts'] } : stage,
);

const TOLD: Options = { by: 'team', configuration: { workflow: WAITS } };

const refusal = (asking: () => unknown): string => {
  try {
    asking();
  } catch (error) {
    if (error instanceof PitwallError) return error.code;
    throw error;
  }
  return 'answered';
};

describe('an analysis whose rows were let go of', () => {
  it('answers as one that keeps them does', async () => {
    const kept = await analysisOf(TABLE, TOLD);
    const released = await analysisOf(TABLE, { ...TOLD, keepRows: false });
    expect(released.report()).toEqual(kept.report());
    expect(released.items()).toEqual(kept.items());
    expect(released.items().itemList.map(({ id, points }) => [id, points])).toEqual([
      ['A', 8],
      ['B', 5],
    ]);
    expect(released.metric('blocked').blocked?.reasons.map(({ reason }) => reason)).toEqual([
      'Awaiting reply',
      'Awaiting parts',
    ]);
    for (const { id, needsRows } of METRICS) if (!needsRows) expect(released.metric(id)).toEqual(kept.metric(id));
    expect(released.questions()).toEqual(kept.questions());
    expect(released.configuration()).toEqual(kept.configuration());
  });

  it('refuses what only the rows tell', async () => {
    const released = await analysisOf(TABLE, { ...TOLD, keepRows: false });
    expect(refusal(() => released.item('A'))).toBe('rows-released');
    expect(refusal(() => released.inspect())).toBe('rows-released');
    expect(refusal(() => released.metric('handoffs'))).toBe('rows-released');
    const kept = await analysisOf(TABLE, TOLD);
    expect(kept.metric('handoffs').handoffs?.teams).toMatchObject({ by: 'team', total: 1 });
    expect(refusal(() => kept.item('A'))).toBe('answered');
    expect(refusal(() => kept.inspect())).toBe('answered');
  });

  it('tells hand-offs between owners of stages, which no row is asked about', async () => {
    const workflow = WAITS.map((stage) => ({ ...stage, owner: stage.kind === 'active' ? 'Makers' : 'Others' }));
    const released = await analysisOf(TABLE, { configuration: { workflow }, keepRows: false });
    const kept = await analysisOf(TABLE, { configuration: { workflow } });
    expect(released.metric('handoffs')).toEqual(kept.metric('handoffs'));
    expect(released.metric('handoffs').handoffs?.teams?.by).toBe('owner');
  });

  it('gives the same report for any log', async () => {
    for (let seed = 1; seed <= 15; seed++) {
      const one = await randomCase(seed);
      const [kept, released] = [await one.open(), await one.open(undefined, { keepRows: false })];
      expect([seed, released.report()]).toEqual([seed, kept.report()]);
      expect([seed, released.items()]).toEqual([seed, kept.items()]);
    }
  });

  it('calls people by numbers all the same', async () => {
    const table = `
      id | at | to      | assignee | title
      A  | 2  | Writing | Ann      | first
      A  | 3  | Done    | Ben      | Ann
    `;
    const released = await analysisOf(table, { anonymizePeople: true, keepRows: false });
    const kept = await analysisOf(table, { anonymizePeople: true });
    expect(released.items()).toEqual(kept.items());
    expect(released.items().itemList[0]?.title).toBe('person 1');
  });
});
