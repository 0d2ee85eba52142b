import { describe, expect, it } from 'vitest';
import { open } from '../../src/index.ts';

const assigneeOf = async (...files: [name: string, data: string][]) => {
  const analysis = await open(files.map(([name, data]) => ({ name, data })));
  return analysis.items().itemList.map(({ id, assignee }) => [id, assignee]);
};

const ISSUE = {
  number: 1,
  title: 'One',
  state: 'OPEN',
  createdAt: '2026-03-02T09:00:00Z',
  closedAt: null,
  url: 'https://github.com/acme/site/issues/1',
};

describe('nobody, and not known', () => {
  it('is null where no source tells of people, and an empty list where one tells that there are none', async () => {
    expect(await assigneeOf(['log.csv', 'id,to,at\nA,Writing,2026-03-02\n'])).toEqual([['A', null]]);
    const rows = 'id,to,at,assignee\nA,Writing,2026-03-02,ana\nA,Review,2026-03-03,\nB,Writing,2026-03-02,\n';
    expect(await assigneeOf(['log.csv', rows])).toEqual([
      ['A', []],
      ['B', []],
    ]);
  });

  it('is nobody where a list of today knows the item, whatever other files do not tell', async () => {
    const log = 'id,to,at\nA,Writing,2026-03-02\nB,Writing,2026-03-03\n';
    const list = 'id,Created,Finished,Status,Assignee\nA,2026-03-01,,Writing,\n';
    for (const files of [
      [['log.csv', log] as const, ['list.csv', list] as const],
      [['list.csv', list] as const, ['log.csv', log] as const],
    ])
      expect(await assigneeOf(...files.map(([name, data]): [string, string] => [name, data]))).toEqual([
        ['A', []],
        // The list says nothing of it.
        ['B', null],
      ]);
    // A list without that column says nothing of anybody.
    const bare = 'id,Created,Finished,Status\nA,2026-03-01,,Writing\n';
    expect(await assigneeOf(['list.csv', bare])).toEqual([['A', null]]);
  });

  it('is so for an item whose first row comes later than its creation, too', async () => {
    const rows = 'id,to,at,created,assignee\nA,Writing,2026-03-09,2026-03-02,ana\n';
    const analysis = await open({ name: 'log.csv', data: rows }, { asOf: '2026-03-05' });
    expect(analysis.item('A').item.assignee).toEqual([]);
  });

  it('goes by the list of today where that is all there is', async () => {
    const list = (assignees: unknown) => JSON.stringify([{ ...ISSUE, assignees }]);
    expect(await assigneeOf(['issues.json', list([{ login: 'ana' }])])).toEqual([[expect.any(String), ['ana']]]);
    expect(await assigneeOf(['issues.json', list([])])).toEqual([[expect.any(String), []]]);
    // Dates alone, no status: whoever stands in the list is in no other file.
    const table = 'id,Created,Started,Finished,Assignee\nA,2026-03-02,2026-03-03,2026-03-05,ana\nB,2026-03-03,,,\n';
    expect(await assigneeOf(['list.csv', table])).toEqual([
      ['A', ['ana']],
      ['B', []],
    ]);
  });
});
