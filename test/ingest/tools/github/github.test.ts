import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../../../src/index.ts';
import { readLog } from '../../../../src/ingest/read-log.ts';
import { githubEvents } from '../../../../src/ingest/tools/github/github-events.ts';
import { githubIssues } from '../../../../src/ingest/tools/github/github-issues.ts';
import type { EventLog } from '../../../../src/model/log/event-log.ts';
import { HISTORY_GRADES } from '../../../../src/model/log/history-grade.ts';
import { errorOf, OPTIONS } from '../../read-text.ts';
import { damageOf } from '../damage.ts';
import { itemStories } from '../item-story.ts';
import { assignmentsOf, fieldOf, findingCounts, flagsOf, readRecords, transitionsOf } from '../read-with.ts';

type Json = Record<string, unknown>;

/** 2 March 2026, 09:00, and so many minutes. */
const at = (minutes: number) =>
  `${new Date(Date.parse('2026-03-02T09:00:00Z') + minutes * 60_000).toISOString().slice(0, 19)}Z`;
const DAY = 24 * 60;

function issue(number: number, more: Json = {}, repository = 'acme/site'): Json {
  return {
    id: number,
    number,
    title: `Issue ${number}`,
    state: 'open',
    created_at: at(0),
    updated_at: at(0),
    closed_at: null,
    labels: [],
    assignees: [],
    repository_url: `https://api.github.com/repos/${repository}`,
    html_url: `https://github.com/${repository}/issues/${number}`,
    ...more,
  };
}

let ids = 100;
function event(of: Json | null, kind: string, minutes: number, more: Json = {}): Json {
  const base = { id: ++ids, actor: { login: 'ana' }, event: kind, created_at: at(minutes), ...more };
  return of === null ? base : { ...base, issue: of };
}
const label = (of: Json, name: string, minutes: number, on = true) =>
  event(of, on ? 'labeled' : 'unlabeled', minutes, { label: { name } });

const fileOf = (name: string, value: unknown) => ({ name, data: JSON.stringify(value) });
const read = (records: readonly Json[], options = {}) => readRecords(githubEvents, records, null, options);

describe('a list of issues and their events', () => {
  const one = issue(1, {
    state: 'closed',
    closed_at: at(5 * DAY),
    updated_at: at(5 * DAY),
    labels: [{ name: 'status: review' }],
  });
  const events = [
    label(one, 'status: doing', DAY),
    label(one, 'status: doing', 3 * DAY, false),
    label(one, 'status: review', 3 * DAY),
    event(one, 'closed', 5 * DAY, { state_reason: 'completed' }),
  ];

  it('join: the list gives the fields, the events the history', async () => {
    const quiet = issue(2);
    for (const files of [
      [fileOf('issues.json', [one, quiet]), fileOf('events.json', events)],
      [fileOf('events.json', events), fileOf('issues.json', [one, quiet])],
    ]) {
      const log = await readLog(files, OPTIONS);
      expect(transitionsOf(log, 'acme/site#1')).toEqual([
        '2026-03-02T09:00 Open',
        '2026-03-03T09:00 doing',
        '2026-03-05T09:00 review',
        '2026-03-07T09:00 Closed',
      ]);
      expect(fieldOf(log, 'acme/site#1', 'title')).toBe('Issue 1');
      // The events are all of the repository, so that one without any has been open ever since.
      expect(transitionsOf(log, 'acme/site#2')).toEqual(['2026-03-02T09:00 Open']);
      expect(findingCounts(log)).toEqual({});
    }
    const dataset = await open([fileOf('issues.json', [one, quiet]), fileOf('events.json', events)]);
    // Started on 3 March, closed on 7 March.
    expect(dataset.item('acme/site#1').item).toMatchObject({ cycleTimeDays: 4, leadTimeDays: 5 });
  });

  it('say when an issue was closed where no event does', async () => {
    const withoutClosing = events.slice(0, 3);
    const log = await readLog([fileOf('issues.json', [one]), fileOf('events.json', withoutClosing)], OPTIONS);
    expect(transitionsOf(log, 'acme/site#1').at(-1)).toBe('2026-03-07T09:00 Closed');
    expect(log.files[0]?.notes.join(' ')).toContain('No event closes 1 issue');
  });
});

describe('the status of issues', () => {
  const one = issue(1, { labels: [{ name: 'status/doing' }, { name: 'Review' }] });
  const events = [
    label(one, 'status/doing', DAY),
    label(one, 'Review', 2 * DAY),
    event(one, 'project_v2_item_status_changed', 3 * DAY, { status: 'Testing' }),
    event(one, 'closed', 4 * DAY, { state_reason: 'not_planned' }),
  ];
  const last = (options = {}) => transitionsOf(read(events, options), 'acme/site#1').map((entry) => entry.slice(17));

  it('comes from the project, where events name its status', () => {
    expect(last()).toEqual(['Open', 'Testing', 'Closed']);
  });

  it('comes from what the user says', () => {
    expect(last({ fields: { to: 'state' } })).toEqual(['Open', 'Closed']);
    expect(last({ fields: { to: 'labels' } })).toEqual(['Open', 'doing', 'Closed']);
    expect(last({ fields: { to: 'status/*' } })).toEqual(['Open', 'doing', 'Closed']);
    expect(last({ fields: { to: 'status/doing, Review' } })).toEqual(['Open', 'status/doing', 'Review', 'Closed']);
  });

  it('comes from labels where the project is silent, and the note says what else there is', () => {
    const log = read(events.filter((entry) => entry.status === undefined));
    expect(transitionsOf(log, 'acme/site#1').map((entry) => entry.slice(17))).toEqual(['Open', 'doing', 'Closed']);
    const notes = log.files[0]?.notes.join(' ');
    expect(notes).toContain('labels (1 status: doing;');
    expect(notes).toContain('--map to=state; 1 time');
    expect(notes).toContain('Review 1');
  });

  it('is not taken from a column of another file', () => {
    expect(last({ fields: { to: 'Stage' } })).toEqual(['Open', 'Testing', 'Closed']);
    const notes = read(events, { fields: { to: 'Stage' } }).files[0]?.notes.join(' ');
    expect(notes).toContain('No label is like “Stage” (--map to).');
  });

  it('of labels set within a minute of creation is where the issue began', () => {
    const made = issue(3);
    const log = read([label(made, 'status/ready', 1), label(made, 'status/doing', 1.1)]);
    expect(transitionsOf(log, 'acme/site#3')).toEqual(['2026-03-02T09:00 ready', '2026-03-02T09:01 doing']);
  });

  it('not planned counts as dropped', async () => {
    const item = (await open(fileOf('events.json', events))).item('acme/site#1').item;
    expect(item).toMatchObject({ outcome: 'dropped' });
  });
});

describe('events of which the first are missing', () => {
  it('show: a label is taken off that nothing put on', () => {
    const one = issue(1);
    const log = read([label(one, 'status: doing', 2 * DAY, false), event(one, 'closed', 3 * DAY)]);
    expect(findingCounts(log)).toEqual({ 'missing-events': 1 });
    expect(transitionsOf(log, 'acme/site#1')).toEqual([
      '2026-03-04T08:59 doing',
      '2026-03-04T09:00 Open',
      '2026-03-05T09:00 Closed',
    ]);
    expect(log.cutBefore.at(0)).toBe(Date.parse(at(2 * DAY)));
  });

  it('are suspected in a full page: issues older than its oldest event are cut', () => {
    const [old, young] = [issue(1), issue(2, { created_at: at(2 * DAY) })];
    const page = Array.from({ length: 100 }, (_, index) => event(young, 'closed', 3 * DAY + index));
    const log = read([...page.slice(0, 98), event(old, 'closed', 2 * DAY), event(old, 'mentioned', DAY)]);
    expect(findingCounts(log)).toEqual({ 'missing-events': 1, 'other-field': 1, 'row-cap': 1 });
    expect(log.cutBefore.at(log.itemIds.indexOf('acme/site#1'))).toBe(Date.parse(at(DAY)));
    expect(log.cutBefore.at(log.itemIds.indexOf('acme/site#2'))).toBeNaN();
  });
});

describe('a view of a project', () => {
  const view = {
    name: 'view.tsv',
    data: 'Title\tURL\tStatus\tEstimate\nIssue 1\thttps://github.com/acme/site/issues/1\tIn review\t5\n',
  };

  it('adds its status and columns to the list of issues, whichever is read first', async () => {
    const list = fileOf('issues.json', [issue(1), issue(2)]);
    for (const files of [
      [view, list],
      [list, view],
    ]) {
      const log = await readLog(files, OPTIONS);
      const first = log.itemIds.indexOf('acme/site#1');
      expect(log.itemIds).toHaveLength(2);
      expect(log.statuses.value(log.currentStatus.at(first))).toBe('In review');
      expect(fieldOf(log, 'acme/site#1', 'points')).toBe('5');
      expect(itemStories(log).map(({ grade }) => HISTORY_GRADES[grade])).toEqual(['milestones', 'milestones']);
    }
  });
});

describe('an answer', () => {
  it('that is an error is said to be one', async () => {
    const body = { message: 'Not Found', documentation_url: 'https://docs.example/rest', status: '404' };
    const error = await errorOf(readLog([fileOf('issues.json', body)], OPTIONS));
    expect([error.code, error.message]).toEqual(['error-document', expect.stringContaining('Not Found')]);
    const gitlab = await errorOf(readLog([fileOf('issues.json', { message: '404 Project Not Found' })], OPTIONS));
    expect(gitlab.message).toContain('GitLab answered with');
  });

  it('that is one page of several says so', async () => {
    const nodes = [
      { number: 3, url: 'https://github.com/acme/site/issues/3', state: 'OPEN', createdAt: at(0), title: 'x' },
    ];
    const answer = { data: { repository: { issues: { pageInfo: { hasNextPage: true }, nodes } } } };
    const log = await readLog([fileOf('issues.json', answer)], OPTIONS);
    expect(findingCounts(log)).toEqual({ 'page-incomplete': 1 });
  });
});

describe('files of other programs', () => {
  it('that archive issues name their repository around them', async () => {
    const archive = {
      magic: 'E!vIA5L86J2I',
      repo: 'acme/drafts',
      labels: [{ name: 'bug' }],
      issues: [
        {
          number: 3,
          title: 'Text',
          state: 'OPEN',
          createdAt: at(0),
          labels: ['bug'],
          author: 'ana',
          assignees: ['ben'],
        },
      ],
      pulls: [{ number: 4, title: 'Change', state: 'OPEN' }],
    };
    const log = await readLog([fileOf('archive.json', archive)], OPTIONS);
    expect(log.files[0]?.format).toBe('github-issues');
    expect(log.itemIds).toEqual(['acme/drafts#3']);
    expect(fieldOf(log, 'acme/drafts#3', 'labels')).toBe('bug');
    expect(log.files[0]?.notes.join(' ')).toContain(
      'Pull requests are in a list of their own in the file, which was not read: 1.',
    );
  });

  it('that wrap each issue are unwrapped', async () => {
    const line = JSON.stringify({ backend_name: 'GitHub', category: 'issue', uuid: 'x', data: issue(5) });
    const log = await readLog([{ name: 'dump.jsonl', data: `${line}\n` }], OPTIONS);
    expect(log.itemIds).toEqual(['acme/site#5']);
  });
});

describe('what is not about one issue', () => {
  it('is kept apart by repository', () => {
    const log = readRecords(githubIssues, [issue(7), issue(7, { title: 'Other' }, 'acme/shop')]);
    expect(log.itemIds).toEqual(['acme/site#7', 'acme/shop#7']);
  });

  it('pull requests are left out among issues, and kept where they are asked for or alone', () => {
    const pull = issue(8, { pull_request: { merged_at: null }, html_url: 'https://github.com/acme/site/pull/8' });
    const both = readRecords(githubIssues, [issue(7), pull]);
    expect(both.itemIds).toEqual(['acme/site#7']);
    expect(both.files[0]).toMatchObject({ rows: 2, used: 1, rejected: 1 });
    expect(readRecords(githubIssues, [pull]).itemIds).toEqual(['acme/site#8']);
    const asked = readRecords(githubIssues, [issue(7), pull], null, { extraFields: ['type'] });
    expect(asked.itemIds).toEqual(['acme/site#7', 'acme/site#8']);
    expect(fieldOf(asked, 'acme/site#8', 'type')).toBe('Pull request');
  });

  it('events of pull requests go with them, also where only a later file tells that they are', async () => {
    const pull = issue(8, { html_url: 'https://github.com/acme/site/pull/8' });
    const events = [event(null, 'closed', DAY, { issue_url: 'https://api.github.com/repos/acme/site/issues/8' })];
    const log = await readLog([fileOf('events.json', events), fileOf('issues.json', [issue(7), pull])], OPTIONS);
    expect(log.itemIds).toEqual(['acme/site#7']);
    expect(log.files.map(({ used, rejected }) => [used, rejected])).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('assignees and blocked labels have their history', () => {
    const one = issue(1);
    const log = read([
      event(one, 'assigned', DAY, { assignee: { login: 'ana' } }),
      event(one, 'assigned', DAY, { assignee: { login: 'ben' } }),
      event(one, 'unassigned', 2 * DAY, { assignee: { login: 'ana' } }),
      label(one, 'Blocked', DAY),
      label(one, 'Blocked', 2 * DAY, false),
      label(one, 'release blocker', 2 * DAY),
    ]);
    expect(assignmentsOf(log, 'acme/site#1')).toEqual([
      '2026-03-03T09:00 ana',
      '2026-03-03T09:00 ana+ben',
      '2026-03-04T09:00 ben',
    ]);
    expect(flagsOf(log, 'acme/site#1')).toEqual(['2026-03-03T09:00 on', '2026-03-04T09:00 off']);
  });
});

describe('any events', () => {
  const change = fc.record({
    issue: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom('status: a', 'status: b', 'blocked', 'closed', 'ana', 'ben', 'mentioned'),
    on: fc.boolean(),
    minute: fc.integer({ min: 0, max: 9 }).map((step) => step * 45),
  });
  const histories = fc.array(change, { minLength: 1, maxLength: 18 }).map((changes) => {
    const issues = [1, 2, 3].map((number) => issue(number));
    const events = changes.map(({ issue: number, kind, on, minute }) => {
      const of = issues[number - 1] as Json;
      if (kind === 'mentioned') return event(of, kind, minute);
      if (kind === 'closed') return event(of, on ? 'closed' : 'reopened', minute);
      if (kind === 'ana' || kind === 'ben') {
        return event(of, on ? 'assigned' : 'unassigned', minute, { assignee: { login: kind } });
      }
      return label(of, kind, minute, on);
    });
    return { issues, events };
  });

  const stories = (log: EventLog) => ({ items: itemStories(log), findings: findingCounts(log) });

  it('say the same in any order', () => {
    fc.assert(
      fc.property(
        histories.chain(({ events }) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
          ),
        ),
        ([events, mixed]) => {
          expect(stories(read(mixed))).toEqual(stories(read(events)));
        },
      ),
    );
  });

  it('say the same in pages that overlap, in one file or several', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), fc.nat({ max: 4 }), async ({ issues, events }, place, overlap) => {
        const cut = place % (events.length + 1);
        const pages = [events.slice(0, cut), events.slice(Math.max(0, cut - overlap))].filter(
          (page) => page.length > 0,
        );
        const list = fileOf('issues.json', issues);
        const whole = await readLog([fileOf('events.json', events), list], OPTIONS);
        // Back to back, as gh prints them.
        const oneFile = await readLog(
          [{ name: 'pages.json', data: pages.map((page) => JSON.stringify(page)).join('\n') }, list],
          OPTIONS,
        );
        const files = await readLog([...pages.map((page, index) => fileOf(`${index}.json`, page)), list], OPTIONS);
        const isRound = [...pages, pages.flat()].some((page) => page.length % 10 === 0);
        fc.pre(!isRound);
        expect(itemStories(oneFile)).toEqual(itemStories(whole));
        expect(itemStories(files)).toEqual(itemStories(whole));
        for (const { rows, used, merged, rejected } of files.files) expect(used + merged + rejected).toBe(rows);
      }),
      { numRuns: 40 },
    );
  });
});

describe('damaged records', () => {
  const one = issue(1, { labels: [{ name: 'status: a' }], assignees: [{ login: 'ana' }], milestone: { title: 'May' } });
  const list = [one, issue(2, { pull_request: { merged_at: null }, projectItems: [{ status: { name: 'Done' } }] })];
  const events = [
    label(one, 'status: a', 0),
    event(one, 'assigned', 1, { assignee: { login: 'ana' } }),
    event(one, 'moved_columns_in_project', 2, { project_card: { column_name: 'Doing' } }),
    event(one, 'closed', 3, { state_reason: 'completed' }),
    { ...issue(3), timelineItems: { nodes: [{ __typename: 'ClosedEvent', createdAt: at(5) }] } },
  ];

  it.each([
    ['issues', githubIssues, list],
    ['events', githubEvents, events],
  ] as const)('never end the reading of %s, and no row is lost', (_, format, records) => {
    fc.assert(
      fc.property(damageOf(records), (damaged) => {
        const rows = Array.isArray(damaged) ? (damaged as Json[]) : [damaged as Json];
        const [file] = readRecords(format, rows).files;
        expect(file?.rows).toBe((file?.used ?? 0) + (file?.merged ?? 0) + (file?.rejected ?? 0));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the single assignee of old exports', () => {
  const peopleOf = async (more: Json) => {
    const log = await readLog([fileOf('issues.json', [issue(1, more)])], OPTIONS);
    return log.people.members(log.currentPeople.at(0));
  };

  it('stands where there is no list of them, or an empty one', async () => {
    const assignee = { login: 'ana' };
    expect(await peopleOf({ assignees: undefined, assignee })).toEqual(['ana']);
    expect(await peopleOf({ assignees: [], assignee })).toEqual(['ana']);
    expect(await peopleOf({ assignees: [{ login: 'ben' }, { login: 'cy' }], assignee })).toEqual(['ben', 'cy']);
    expect(await peopleOf({ assignees: [], assignee: null })).toEqual([]);
  });
});
