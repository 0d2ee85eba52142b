import { describe, expect, it } from 'vitest';
import {
  itemDocument,
  itemsDocument,
  METRICS,
  metricDocument,
  open as openFiles,
  REPORTERS,
  reportDocument,
} from '../../src/index.ts';
import { analysisOf, BOARD, type Options } from '../library/march.ts';

const TABLE = `
  id | at | to      | assignee | reporter | created
  B  | 4  | Writing | zoe      | ana      | 3
  B  | 5  | Review  | ben; ana | ana      | 3
  B  | 6  | Done    | ana      | ana      | 3
  A  | 2  | Writing | ben      | zoe      | 1
  A  | 3  | Review  | ana      | zoe      | 1
  A  | 9  | Done    | ana      | zoe      | 1
`;

const cost = { hourlyRate: 10, rates: { assignee: { ana: 100, zoe: 1000 } }, handoffMinutes: 60 };
const open = (options: Options = {}) =>
  analysisOf(TABLE, { anonymizePeople: true, ...options, configuration: { cost } });

describe('people without their names', () => {
  it('are numbered in the order in which the oldest items came to them', async () => {
    // A was created first: ben, then ana. zoe comes with B.
    expect((await open()).report().handoffs.pairs).toEqual([
      { from: 'person 1', to: 'person 2', count: 1 },
      { from: 'person 3', to: 'person 1, person 2', count: 1 },
    ]);
  });

  it('get the same numbers whatever the order of the rows', async () => {
    const [header = '', ...rows] = TABLE.trim().split('\n');
    const turned = await analysisOf([header, ...rows.toReversed()].join('\n'), {
      anonymizePeople: true,
      configuration: { cost },
    });
    expect(turned.report().handoffs).toEqual((await open()).report().handoffs);
  });

  it('have their names in no output', async () => {
    const analysis = await open({ by: 'assignee', where: ['assignee=ana,ben'] });
    const documents = [
      reportDocument(analysis.report()),
      itemsDocument(analysis.items()),
      itemDocument(analysis.item('A')),
      itemDocument(analysis.item('B')),
      ...METRICS.map(({ id }) => metricDocument(id, analysis.metric(id))),
    ];
    for (const document of documents) {
      for (const reporter of REPORTERS)
        expect(reporter.render(document, { width: 80, color: false })).not.toMatch(/\b(ana|ben|zoe)\b/);
    }
    expect(analysis.report().where).toEqual(['assignee=person 2,person 1']);
  });

  it('keep their rates, their conditions and their groups', async () => {
    const plain = await analysisOf(TABLE, { configuration: { cost } });
    const analysis = await open();
    expect(analysis.metric('waste').waste).toEqual(plain.metric('waste').waste);
    expect((await open({ where: ['reporter=zoe'] })).items().itemList.map(({ id }) => id)).toEqual(['A']);
    expect((await open({ where: ['assignee!=ana'], allowEmpty: true })).items().itemList).toEqual([]);
    expect((await open({ by: 'reporter' })).report().groups?.map(({ value }) => value)).toEqual([
      'person 2',
      'person 3',
    ]);
  });

  it('are numbered by the items that a list of today gives them, too', async () => {
    const data =
      'id,Created,Started,Finished,Assignee\nA,2026-03-02,2026-03-03,2026-03-05,zoe\nB,2026-03-03,2026-03-04,2026-03-05,ana\n';
    const analysis = await openFiles({ name: 'list.csv', data }, { anonymizePeople: true });
    expect(analysis.items().itemList.map(({ assignee }) => assignee)).toEqual([['person 1'], ['person 2']]);
  });

  it('keep a rate whose name has spaces around it', async () => {
    const spaced = { ...cost, rates: { assignee: { ' ana ': 100, zoe: 1000 } } };
    const plain = await analysisOf(TABLE, { configuration: { cost: spaced } });
    const hidden = await analysisOf(TABLE, { anonymizePeople: true, configuration: { cost: spaced } });
    expect(hidden.metric('waste').waste).toEqual(plain.metric('waste').waste);
  });

  it('stay two owners where two stages are called by one person in two spellings', async () => {
    const table = 'id|at|to|assignee\nA|2|Writing|Anna Smith\nA|3|Review|Anna Smith\nA|5|Done|Anna Smith';
    const owners = new Map([
      ['Writing', 'Anna Smith'],
      ['Review', 'Smith, Anna'],
    ]);
    const workflow = BOARD.map((stage) => ({
      ...stage,
      ...(owners.has(stage.stage) && { owner: owners.get(stage.stage) }),
    }));
    const analysis = await analysisOf(table, { anonymizePeople: true, configuration: { workflow } });
    expect(analysis.metric('handoffs').handoffs?.teams?.pairs).toMatchObject([
      { from: 'person 1', to: 'owner 2', count: 1 },
    ]);
  });

  it('keep their names without the option', async () => {
    expect((await analysisOf(TABLE)).report().handoffs.pairs?.[0]).toEqual({ from: 'ben', to: 'ana', count: 1 });
  });
});
