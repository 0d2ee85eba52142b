import { describe, expect, it } from 'vitest';
import { type AnalyzeOptions, open } from '../../src/index.ts';

type Json = Record<string, unknown>;

async function stagesAndItems(name: string, data: string, options: AnalyzeOptions = {}) {
  const analysis = await open({ name, data }, options);
  const { items, workflow, findings } = analysis.report();
  return {
    items,
    stages: workflow.stages.map((stage) => `${stage.name}: ${stage.kind}`),
    evidence: Object.fromEntries(workflow.stages.map((stage) => [stage.name, stage.kindFrom])),
    outcomes: Object.fromEntries(analysis.items().itemList.map(({ id, outcome }) => [id, outcome])),
    findings: findings.map(({ code }) => code),
  };
}

describe('the category of a Jira status outranks its name', () => {
  const issue = (key: string, names: readonly string[], category: string) => ({
    key,
    fields: {
      issuetype: { name: 'Task' },
      created: '2026-03-01T09:00:00.000+0000',
      status: { name: names.at(-1), statusCategory: { key: category } },
    },
    changelog: {
      total: names.length - 1,
      histories: names.slice(1).map((name, index) => ({
        id: `${index}`,
        created: `2026-03-0${2 + index}T09:00:00.000+0000`,
        items: [{ field: 'status', fromString: names[index], toString: name }],
      })),
    },
  });

  it('in a full log: what is resolved in a branch is not delivered, and what is shelved not begun', async () => {
    const issues = [
      issue('AA-1', ['Wishlist', 'Coding', 'Live'], 'done'),
      issue('AA-2', ['Wishlist', 'Coding', 'Resolved in branch'], 'indeterminate'),
      issue('AA-3', ['Wishlist', 'Coding', 'Shelved'], 'new'),
    ];
    const { stages, items, evidence } = await stagesAndItems('a.json', JSON.stringify({ issues, total: 3 }));

    expect(stages).toEqual(expect.arrayContaining(['Live: done', 'Resolved in branch: active', 'Shelved: todo']));
    expect(evidence).toMatchObject({ Live: 'tool', 'Resolved in branch': 'tool', Shelved: 'tool', Coding: 'name' });
    // AA-3 was in Coding from 2 March: it is in progress, and parked in a todo stage.
    expect(items).toMatchObject({ total: 3, finished: 1, inProgress: 2 });
  });

  it('in a list: Todo that is in progress is begun, whatever it says, and Acabado is over', async () => {
    const csv = [
      'Summary,Issue key,Issue id,Issue Type,Status,Created,Updated,Resolved,Status Category,Status Category Changed',
      'A,T-1,1,Task,Todo,01/Mar/24 9:00 AM,05/Mar/24 9:00 AM,,In Progress,04/Mar/24 9:00 AM',
      'B,T-2,2,Task,Verified by QA,01/Mar/24 9:00 AM,06/Mar/24 9:00 AM,,In Progress,05/Mar/24 9:00 AM',
      'C,T-3,3,Task,Acabado,01/Mar/24 9:00 AM,07/Mar/24 9:00 AM,,Done,06/Mar/24 9:00 AM',
      'D,T-4,4,Task,Xyz,01/Mar/24 9:00 AM,08/Mar/24 9:00 AM,,To Do,01/Mar/24 9:00 AM',
    ].join('\n');
    const { outcomes } = await stagesAndItems('jira.csv', csv);

    expect(outcomes).toEqual({ 'T-1': 'inProgress', 'T-2': 'inProgress', 'T-3': 'finished', 'T-4': 'notStarted' });
  });
});

it('the states of Pivotal Tracker mean what they always do: delivered waits, rejected goes back', async () => {
  const states = 'unscheduled unstarted planned started finished delivered rejected accepted'.split(' ');
  const rows = states.map((state, index) => {
    const accepted = state === 'accepted' ? '"Sep 20, 2010"' : '';
    return `${index + 1},s,,,,,feature,1,${state},"Sep 16, 2010",${accepted},,A,B`;
  });
  const header =
    'Id,Story,Labels,Iteration,Iteration Start,Iteration End,Story Type,Estimate,Current State,Created at,Accepted at,Deadline,Requested By,Owned By';
  const { items, outcomes } = await stagesAndItems('pivotal.csv', [header, ...rows].join('\n'));

  expect(items).toMatchObject({ total: 8, notStarted: 3, inProgress: 4, finished: 1, dropped: 0 });
  expect(outcomes).toMatchObject({ 3: 'notStarted', 5: 'inProgress', 8: 'finished' });
});

describe('a board of Trello', () => {
  const START = Date.parse('2026-03-02T09:00:00Z');
  const day = (days: number) => new Date(START + days * 86_400_000).toISOString();
  const idAt = (days: number, number: number) =>
    Math.floor(START / 1000 + days * 86_400)
      .toString(16)
      .concat(number.toString(16).padStart(16, '0'));

  const card = (number: number, idList: string, closed = false) => ({
    ...{ id: idAt(0, number), idShort: number, name: `Card ${number}`, idList, closed },
  });
  let last = 0;
  const action = (type: string, days: number, of: Json, data: Json) => ({
    ...{
      id: idAt(days, 1000 + ++last),
      type,
      date: day(days),
      data: { card: { id: of.id, idShort: of.idShort }, ...data },
    },
  });
  const made = (of: Json, list: string) => action('createCard', 0, of, { list: { id: list } });
  const moved = (of: Json, days: number, from: string, to: string) =>
    action('updateCard', days, of, { old: { idList: from }, listBefore: { id: from }, listAfter: { id: to } });
  const archived = (of: Json, days: number, list: string) =>
    action('updateCard', days, of, { card: { id: of.id, closed: true }, old: { closed: false }, list: { id: list } });
  const board = (
    lists: readonly (readonly [name: string, closed: boolean])[],
    cards: readonly Json[],
    actions: readonly Json[],
  ) =>
    JSON.stringify({
      ...{ id: 'b', name: 'Board', prefs: {}, cards, actions },
      lists: lists.map(([name, closed], index) => ({ id: name, name, closed, pos: index + 1 })),
    });

  it('without a list for finished work finishes nothing, and asks', async () => {
    const cards = [card(1, 'TODO'), card(2, 'Useful Links'), card(3, 'Questions?')];
    const data = board(
      ['TODO', 'Useful Links', 'Questions?'].map((name) => [name, false] as const),
      cards,
      cards.map((one) => made(one, one.idList)),
    );
    const { items, findings } = await stagesAndItems('board.json', data);

    expect(items).toMatchObject({ total: 3, finished: 0, dropped: 0 });
    expect(findings).toContain('no-done-stage');
  });

  it('with such a list asks nothing, though no card has got there', async () => {
    const one = card(1, 'TODO');
    const lists = ['TODO', 'Questions?', 'Done'].map((name) => [name, false] as const);
    const { items, findings } = await stagesAndItems('board.json', board(lists, [one], [made(one, 'TODO')]));

    expect(items).toMatchObject({ total: 1, finished: 0 });
    expect(findings).not.toContain('no-done-stage');
  });

  it('without one, does not take what is archived at its right end for finished either', async () => {
    const one = card(1, 'Questions?', true);
    const data = board(
      [
        ['TODO', false],
        ['Questions?', false],
      ],
      [one],
      [made(one, 'TODO'), moved(one, 1, 'TODO', 'Questions?'), archived(one, 4, 'Questions?')],
    );
    const { items, findings } = await stagesAndItems('board.json', data);

    expect(items).toMatchObject({ total: 1, finished: 0, dropped: 1 });
    expect(findings).toEqual(expect.arrayContaining(['archived-elsewhere', 'no-done-stage']));
  });

  const LISTS = [
    ['Ideas', false],
    ['Peer check', false],
    ['Coding', false],
    ['Done in March', true],
    ['Done in April', false],
    ['Attic', false],
  ] as const;

  it('keeps what was archived where it was done: in any list for finished work, archived or not', async () => {
    const cards = [card(1, 'Done in March'), card(2, 'Done in April', true), card(3, 'Coding', true), card(4, 'Ideas')];
    const [first = {}, second = {}, third = {}, fourth = {}]: Json[] = cards;
    const actions = [
      ...[made(first, 'Ideas'), moved(first, 1, 'Ideas', 'Coding'), moved(first, 3, 'Coding', 'Done in March')],
      ...[made(second, 'Ideas'), moved(second, 1, 'Ideas', 'Coding'), moved(second, 4, 'Coding', 'Done in April')],
      archived(second, 9, 'Done in April'),
      ...[
        made(third, 'Ideas'),
        moved(third, 1, 'Ideas', 'Coding'),
        archived(third, 6, 'Coding'),
        made(fourth, 'Ideas'),
      ],
    ];
    const analysis = await open({ name: 'board.json', data: board(LISTS, cards, actions) });
    const of = (id: string) => analysis.item(id).item;

    expect(of('1')).toMatchObject({ outcome: 'finished', finished: day(3), cycleTimeDays: 2 });
    expect(of('2')).toMatchObject({ outcome: 'finished', finished: day(4), cycleTimeDays: 3 });
    expect(of('3')).toMatchObject({ outcome: 'dropped', dropped: day(6) });
    expect(of('4')).toMatchObject({ outcome: 'notStarted' });
    const asked = analysis.report().findings.find(({ code }) => code === 'archived-elsewhere');
    expect(asked).toMatchObject({ count: 1, examples: [{ item: '3', value: 'Coding' }] });
  });

  it('has its stages in the order of its lists', async () => {
    const one = card(1, 'Done in April');
    const other = card(2, 'Ideas');
    const actions = [
      ...[made(one, 'Ideas'), moved(one, 1, 'Ideas', 'Coding'), moved(one, 2, 'Coding', 'Peer check')],
      ...[moved(one, 3, 'Peer check', 'Done in April'), made(other, 'Ideas')],
    ];
    const { stages } = await stagesAndItems('board.json', board(LISTS, [one, other], actions));

    // The moves alone would put Coding before Peer check.
    expect(stages).toEqual(['Ideas: todo', 'Peer check: active', 'Coding: active', 'Done in April: done']);
  });

  it('takes the kinds of its lists from the configuration first: then what is archived in Attic is done', async () => {
    const one = card(1, 'Attic', true);
    const data = board(LISTS, [one], [made(one, 'Ideas'), moved(one, 2, 'Ideas', 'Attic'), archived(one, 5, 'Attic')]);
    const workflow = [
      { stage: 'Ideas', kind: 'todo' as const },
      { stage: 'Stored', kind: 'done' as const, statuses: ['Attic'] },
    ];

    expect((await stagesAndItems('board.json', data)).outcomes).toEqual({ 1: 'dropped' });
    const { outcomes, findings } = await stagesAndItems('board.json', data, { configuration: { workflow } });
    expect(outcomes).toEqual({ 1: 'finished' });
    expect(findings).not.toContain('archived-elsewhere');
  });
});

describe('a finish date of an item that is open today, or was given up', () => {
  const AT = '2026-03-02T09:00:00Z';
  const END = '2026-03-05T09:00:00Z';
  const ms = (iso: string) => String(Date.parse(iso));

  const task = (id: string, status: string, type: string) => ({
    ...{ id, name: id, status: { status, type }, date_created: ms(AT), date_done: ms(END), assignees: [] },
  });
  const bug = (id: number, status: string, is_open: boolean) => ({
    ...{ id, status, is_open, product: 'P', component: 'C', creation_time: AT, cf_last_resolved: END, summary: 'x' },
  });
  const redmine = (id: number, name: string, is_closed: boolean) => ({
    ...{ id, subject: 'x', created_on: AT, closed_on: END, tracker: { id: 1, name: 'Bug' } },
    status: { id, name, is_closed },
  });
  const gitHub = (number: number, state: string, state_reason: string | null) => ({
    ...{ number, state, state_reason, title: 'x', created_at: AT, closed_at: END, updated_at: END, labels: [] },
    html_url: `https://github.com/a/b/issues/${number}`,
  });

  it.each([
    [
      'ClickUp',
      { tasks: [task('1', 'plate', 'closed'), task('2', 'pan', 'custom'), task('3', 'cancelled', 'closed')] },
    ],
    ['Bugzilla', { bugs: [bug(1, 'VERIFIED', false), bug(2, 'REOPENED', true)] }],
    ['Redmine', { issues: [redmine(1, 'Ende', true), redmine(2, 'Feedback', false), redmine(3, 'Rejected', true)] }],
    ['GitHub', [gitHub(1, 'closed', 'completed'), gitHub(2, 'open', 'reopened'), gitHub(3, 'closed', 'not_planned')]],
  ])('%s: counts for neither as a delivery', async (_, data) => {
    const { outcomes, findings } = await stagesAndItems('export.json', JSON.stringify(data));
    const of = (id: string) => Object.entries(outcomes).find(([key]) => key.endsWith(id))?.[1];

    expect(of('1')).toBe('finished');
    expect(of('2')).toMatch(/^(?:inProgress|notStarted)$/);
    expect(of('3') ?? 'dropped').toBe('dropped');
    expect(findings).toContain('status-differs');
  });

  it('Azure: what was removed is dropped, on the day of the change to that state where no other is given', async () => {
    const csv = [
      'ID,Work Item Type,Title,State,Created Date,Activated Date,Closed Date,State Change Date',
      '1,Bug,a,Closed,2026-03-02,2026-03-03,2026-03-05,2026-03-05',
      '2,Bug,b,Removed,2026-03-02,2026-03-03,2026-03-05,2026-03-05',
      '3,Bug,c,Removed,2026-03-02,2026-03-03,,2026-03-06',
      '4,Bug,d,Active,2026-03-02,2026-03-03,2026-03-05,2026-03-07',
    ].join('\n');
    const analysis = await open({ name: 'query.csv', data: csv });
    const of = (id: string) => analysis.item(id).item;

    expect(of('1')).toMatchObject({ outcome: 'finished', cycleTimeDays: 2 });
    expect(of('2')).toMatchObject({ outcome: 'dropped', dropped: '2026-03-05T00:00:00.000Z' });
    expect(of('3')).toMatchObject({ outcome: 'dropped', dropped: '2026-03-06T00:00:00.000Z' });
    expect(of('4')).toMatchObject({ outcome: 'inProgress', finished: null });
  });
});

describe('a task of Asana that was ticked off', () => {
  const sections = ['Doing', 'Done', 'Cancelled'];

  it('is finished whatever section it stayed in, but in one for given-up tasks: in the CSV', async () => {
    const header = 'Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee Email';
    const rows = sections.map((section, index) => `130${index},2026-03-02,2026-03-06,2026-03-06,Test,${section},`);
    const ongoing = '1309,2026-03-02,,2026-03-06,Test,Doing,';
    const { outcomes } = await stagesAndItems('asana.csv', [header, ...rows, ongoing].join('\n'));

    expect(outcomes).toEqual({ 1300: 'finished', 1301: 'finished', 1302: 'dropped', 1309: 'inProgress' });
  });

  it('likewise in the tasks of the API', async () => {
    const data = sections.map((section, index) => ({
      ...{ gid: `${index}`, resource_type: 'task', name: 'x', created_at: '2026-03-02T09:00:00.000Z' },
      ...{ completed: true, completed_at: '2026-03-06T09:00:00.000Z' },
      memberships: [{ project: { gid: '9', name: 'P' }, section: { gid: `8${index}`, name: section } }],
    }));
    const { outcomes } = await stagesAndItems('tasks.json', JSON.stringify({ data }));

    expect(outcomes).toEqual({ 0: 'finished', 1: 'finished', 2: 'dropped' });
  });
});
