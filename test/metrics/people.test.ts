import { describe, expect, it } from 'vitest';
import type { Handoffs } from '../../src/contract/handoffs-schema.ts';
import { open } from '../../src/index.ts';
import { analysisOf, BOARD, type Options } from '../library/march.ts';

/** ana passes A to ben, gets it back, and passes it on; B has nobody for a day; C stays with ana and ben, then with ben. */
const TABLE = `
  id | at       | to      | assignee
  A  | 2        | Writing | ana
  A  | 3        | Review  | ben
  A  | 5        | Writing | ana
  A  | 6        | Review  | cid
  A  | 6 12:00  | Done    | cid
  B  | 2        | Writing | ana
  B  | 4        | On hold |
  B  | 5        | Writing | ben
  B  | 9        | Done    | ben
  C  | 2        | Writing | ana; ben
  C  | 3        | Review  | ben
  C  | 4        | Done    | ben
`;

async function handoffsOf(table = TABLE, options: Options = {}): Promise<Handoffs> {
  return (await analysisOf(table, options)).metric('handoffs').handoffs as Handoffs;
}

describe('hand-offs in full', () => {
  it('tell how long the item lay until its next move', async () => {
    const { pairs, pickUp, receivers } = await handoffsOf();
    // A: to ben on the 3rd, moved on the 5th; to ana on the 5th, moved on the 6th; to cid on the 6th, done at noon.
    // B: from ana to ben on the 5th, done on the 9th. C: ben stays, so there is none.
    expect(pairs).toEqual([
      { from: 'ana', to: 'ben', count: 2, medianPickUpDays: 3 },
      { from: 'ana', to: 'cid', count: 1, medianPickUpDays: 0.5 },
      { from: 'ben', to: 'ana', count: 1, medianPickUpDays: 1 },
    ]);
    expect(pickUp).toMatchObject({ count: 4, meanDays: (2 + 1 + 0.5 + 4) / 4, maxDays: 4 });
    expect(receivers?.map(({ receiver, pickUp: { count, meanDays } }) => [receiver, count, meanDays])).toEqual([
      ['ben', 2, 3],
      ['ana', 1, 1],
      ['cid', 1, 0.5],
    ]);
  });

  it('that fall between moves are followed by the next one', async () => {
    const { pickUp } = await handoffsOf(`
      id | at      | to      | assignee
      A  | 2       | Writing | ana
      A  | 2 06:00 | Writing | ben
      A  | 4       | Done    | ben
    `);
    // From 06:00 of the 2nd to the 4th.
    expect(pickUp).toMatchObject({ count: 1, meanDays: 1.75 });
  });

  it('count as sent back where they return to the giver of the one before', async () => {
    const { byItem, pingPong } = await handoffsOf();
    expect(pingPong).toEqual({ count: 1, items: 1, pairs: [{ from: 'ana', to: 'ben', count: 1 }] });
    expect(byItem).toEqual([
      { id: 'A', handoffs: 3, pingPong: 1 },
      { id: 'B', handoffs: 1, pingPong: 0 },
    ]);
  });

  it('are sent back once more each time', async () => {
    const { pingPong } = await handoffsOf(`
      id | at | to      | assignee
      A  | 2  | Writing | ana
      A  | 3  | Review  | ben
      A  | 4  | Writing | ana
      A  | 5  | Review  | ben
      A  | 6  | Writing | cid
      A  | 7  | Review  | ana
      A  | 8  | Done    | ana
    `);
    // ana → ben → ana → ben: twice. ben → cid → ana is no way back.
    expect(pingPong).toMatchObject({ count: 2, items: 1 });
  });

  it('tell who had the items how long, each of several for all of it', async () => {
    const { holding } = await handoffsOf();
    // A lasts 4.5 days, B 7, C 2: 13.5.
    expect(holding).toEqual([
      // A 3 to 5, B 5 to 9, C 2 to 4 without a break.
      { holder: 'ben', items: 3, stays: 3, heldDays: 8, share: 8 / 13.5, medianStayDays: 2 },
      // A 2 to 3 and 5 to 6, B 2 to 4, C 2 to 3.
      { holder: 'ana', items: 3, stays: 4, heldDays: 5, share: 5 / 13.5, medianStayDays: 1 },
      { holder: null, items: 1, stays: 1, heldDays: 1, share: 1 / 13.5, medianStayDays: 1 },
      { holder: 'cid', items: 1, stays: 1, heldDays: 0.5, share: 0.5 / 13.5, medianStayDays: 0.5 },
    ]);
  });

  it('are null where nobody knows who had the items', async () => {
    const table = `
      id | at | to
      A  | 2  | Writing
      A  | 3  | Done
    `;
    expect(await handoffsOf(table)).toMatchObject({
      total: null,
      pairs: null,
      pickUp: null,
      receivers: null,
      pingPong: null,
      holding: null,
      teams: null,
    });
  });
});

describe('hand-offs between teams', () => {
  const owned = (owners: Record<string, string>): Options => ({
    configuration: {
      workflow: BOARD.map((stage) => {
        const owner = Object.hasOwn(owners, stage.stage) ? owners[stage.stage] : undefined;
        return owner === undefined ? stage : { ...stage, owner };
      }),
    },
  });

  it('follow the owners of stages, a stage without one being nobody’s', async () => {
    const { teams } = await handoffsOf(TABLE, owned({ Writing: 'Content', Review: 'Legal' }));
    // A: Writing → Review → Writing → Review. B: Writing → On hold → Writing is the same team again. C: once.
    expect(teams).toMatchObject({
      by: 'owner',
      total: 4,
      pairs: [
        { from: 'Content', to: 'Legal', count: 3 },
        { from: 'Legal', to: 'Content', count: 1 },
      ],
      pingPong: { count: 2, items: 1 },
    });
    expect(teams?.holding?.map(({ holder, heldDays }) => [holder, heldDays])).toEqual([
      // A 2, B 6, C 1.
      ['Content', 9],
      ['Legal', 2.5 + 1],
      [null, 1],
    ]);
  });

  const TEAMS = `
    id | at | to      | team
    A  | 2  | Writing | Content
    A  | 3  | Review  | Legal
    A  | 4  | Writing |
    A  | 5  | Review  | Legal
    A  | 6  | Done    | Legal
  `;

  it('follow the field team of the rows, row by row', async () => {
    const { total, teams } = await handoffsOf(TEAMS);
    expect(total).toBeNull();
    expect(teams).toMatchObject({ by: 'team', total: 1, pairs: [{ from: 'Content', to: 'Legal', count: 1 }] });
    expect(teams?.holding?.map(({ holder, heldDays }) => [holder, heldDays])).toEqual([
      ['Legal', 2],
      ['Content', 1],
      [null, 1],
    ]);
  });

  it('are those of each item: of several rows at one instant the last holds', async () => {
    const { teams } = await handoffsOf(`
      id | at | to      | team
      A  | 2  | Ideas   | Brand
      A  | 2  | Writing | Content
      A  | 6  | Done    | Legal
      B  | 6  | Writing | Content
      B  | 8  | Done    | Content
    `);
    // A is Content's from 2 to 6; Brand never had it for any time. B begins where A ends, and is Content's from 6 to 8.
    expect(teams?.holding).toMatchObject([{ holder: 'Content', items: 2, stays: 2, heldDays: 4 + 2 }]);
    expect(teams?.total).toBe(0);
  });

  it('leave out an item of which only dates are known', async () => {
    const data =
      'id,Created,Started,Finished\nA,2026-03-02,2026-03-03,2026-03-05\nB,2026-03-02,2026-03-04,2026-03-05\n';
    const workflow = [
      { stage: 'To do', kind: 'todo' },
      { stage: 'In progress', kind: 'active', owner: 'Content' },
      { stage: 'Done', kind: 'done' },
    ];
    const analysis = await open({ name: 'list.csv', data }, { configuration: { workflow } });
    expect(analysis.metric('handoffs').handoffs?.teams).toMatchObject({
      by: 'owner',
      total: null,
      leftOut: [{ items: 2 }],
    });
  });

  it('are known where any item has rows that name a team, whichever it is', async () => {
    const log = {
      name: 'log.csv',
      data: 'id,to,at,team\nA,Writing,2026-03-02,Content\nA,Review,2026-03-03,Legal\nA,Done,2026-03-05,Legal\n',
    };
    const bare = { name: 'bare.csv', data: 'id,to,at\nB,Writing,2026-03-04\nB,Done,2026-03-05\n' };
    const analysis = await open([log, bare], { configuration: { workflow: BOARD } });
    expect(analysis.metric('handoffs').handoffs?.teams).toMatchObject({
      by: 'team',
      total: 1,
      leftOut: [{ items: 1 }],
    });
  });

  it('are not known where only a list of today names teams', async () => {
    const data = 'id,Created,Started,Finished,team\nA,2026-03-02,2026-03-03,2026-03-05,Content\n';
    const analysis = await open({ name: 'list.csv', data });
    expect(analysis.metric('handoffs').handoffs?.teams).toBeNull();
  });

  it('are told by owners where there are both', async () => {
    const { teams } = await handoffsOf(TEAMS, owned({ Writing: 'Brand' }));
    expect(teams).toMatchObject({ by: 'owner', total: 0 });
  });
});
