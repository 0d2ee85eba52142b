import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonFormat } from '../../../src/ingest/format.ts';
import { asanaTasks } from '../../../src/ingest/tools/asana/asana-tasks.ts';
import { bugzillaBugs } from '../../../src/ingest/tools/bugzilla/bugzilla-bugs.ts';
import { clickupTasks } from '../../../src/ingest/tools/clickup/clickup-tasks.ts';
import { githubIssues } from '../../../src/ingest/tools/github/github-issues.ts';
import { gitlabIssues } from '../../../src/ingest/tools/gitlab/gitlab-issues.ts';
import { jiraRest } from '../../../src/ingest/tools/jira/rest/jira-rest.ts';
import { linearIssues } from '../../../src/ingest/tools/linear/linear-issues.ts';
import { redmineIssues } from '../../../src/ingest/tools/redmine/redmine-issues.ts';
import { shortcutHistory } from '../../../src/ingest/tools/shortcut/shortcut-history.ts';
import { youtrackIssues } from '../../../src/ingest/tools/youtrack/youtrack-issues.ts';
import { itemStories } from './item-story.ts';
import { fieldOf, findingCounts, readRecords, transitionsOf } from './read-with.ts';

/** One item as three exports show it, day by day: to do, then done with a label, then back in progress and without one. */
const DAYS = ['2026-03-02', '2026-03-04', '2026-03-06'];
const STATUSES = ['To Do', 'Done', 'In Progress'];
const at = (day: number) => `${DAYS[day]}T09:00:00Z`;
const ms = (day: number) => String(Date.parse(at(day)));
const done = (day: number) => (day === 1 ? at(1) : null);

const jiraChange = (day: number) => ({
  id: String(day),
  created: at(day),
  items: [{ field: 'status', fromString: STATUSES[day - 1], toString: STATUSES[day] }],
});

const TOOLS: readonly [JsonFormat, (day: number) => unknown][] = [
  [
    jiraRest,
    (day) => ({
      id: '7',
      key: 'SHOP-7',
      fields: {
        ...{ created: at(0), updated: at(day), resolutiondate: done(day), issuetype: { name: 'Story' } },
        ...{ status: { name: STATUSES[day] }, summary: `day ${day}`, labels: day === 1 ? ['late'] : [] },
      },
      changelog: { histories: [1, 2].filter((entry) => entry <= day).map(jiraChange) },
    }),
  ],
  [
    linearIssues,
    (day) => ({
      ...{ identifier: 'SHOP-7', title: `day ${day}`, createdAt: at(0), updatedAt: at(day), completedAt: done(day) },
      ...{ state: { name: STATUSES[day] }, labels: { nodes: day === 1 ? [{ name: 'late' }] : [] } },
    }),
  ],
  [
    clickupTasks,
    (day) => ({
      ...{ id: 'a7', name: `day ${day}`, date_created: ms(0), date_updated: ms(day) },
      date_done: day === 1 ? ms(1) : null,
      status: { status: STATUSES[day], type: day === 1 ? 'done' : 'custom' },
      tags: day === 1 ? [{ name: 'late' }] : [],
    }),
  ],
  [
    redmineIssues,
    (day) => ({
      ...{ id: 7, subject: `day ${day}`, created_on: at(0), updated_on: at(day), closed_on: done(day) },
      ...{ tracker: { id: 1, name: 'Bug' }, status: { id: day, name: STATUSES[day] } },
    }),
  ],
  [
    bugzillaBugs,
    (day) => ({
      ...{ id: 7, summary: `day ${day}`, product: 'Shop', component: 'Cart', creation_time: at(0) },
      ...{ last_change_time: at(day), status: STATUSES[day], is_open: day !== 1, cf_last_resolved: done(day) },
      keywords: day === 1 ? ['late'] : [],
    }),
  ],
  [
    youtrackIssues,
    (day) => ({
      ...{ idReadable: 'SHOP-7', summary: `day ${day}`, created: Number(ms(0)), updated: Number(ms(day)) },
      ...{ resolved: day === 1 ? Number(ms(1)) : null, tags: day === 1 ? [{ name: 'late' }] : [] },
      customFields: [{ name: 'State', value: { name: STATUSES[day] } }],
    }),
  ],
  [
    asanaTasks,
    (day) => ({
      ...{ gid: '7', resource_type: 'task', name: `day ${day}`, created_at: at(0), modified_at: at(day) },
      ...{ completed: day === 1, completed_at: done(day), tags: day === 1 ? [{ name: 'late' }] : [] },
      memberships: [{ project: { gid: '1', name: 'Shop' }, section: { gid: `2${day}`, name: STATUSES[day] } }],
    }),
  ],
  [
    githubIssues,
    (day) => ({
      ...{ number: 7, title: `day ${day}`, html_url: 'https://github.com/shop/web/issues/7' },
      ...{ created_at: at(0), updated_at: at(day), closed_at: done(day), state: day === 1 ? 'closed' : 'open' },
      labels: day === 1 ? ['late'] : [],
    }),
  ],
  [
    gitlabIssues,
    (day) => ({
      ...{ id: 70, iid: 7, project_id: 1, title: `day ${day}`, web_url: 'https://gitlab.com/shop/web/-/issues/7' },
      ...{ created_at: at(0), updated_at: at(day), closed_at: done(day), state: day === 1 ? 'closed' : 'opened' },
      labels: day === 1 ? ['late'] : [],
    }),
  ],
];

describe.each(TOOLS.map(([format, of]) => [format.id, format, of] as const))('%s', (_, format, of) => {
  const labels = (log: ReturnType<typeof readRecords>) =>
    log.field('labels').dictionary.value(log.field('labels').snapshot(0));

  it('takes an item that is there several times as it was updated last, in any order', () => {
    const newest = readRecords(format, [of(2)]);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (days) => {
        const log = readRecords(format, days.map(of));
        expect(itemStories(log)).toEqual(itemStories(newest));
        expect(labels(log)).toBe('');
        expect(findingCounts(log)['duplicate-item']).toBe(2);
        expect(log.files[0]).toMatchObject({ items: 1 });
      }),
      { numRuns: 6 },
    );
  });
});

it('takes the later of two places where both were updated at one instant', () => {
  const [, of] = TOOLS.find(([format]) => format === githubIssues) as (typeof TOOLS)[number];
  const first = { ...(of(2) as object), title: 'first' };
  const second = { ...(of(2) as object), title: 'second' };
  const titleOf = (...records: object[]) => fieldOf(readRecords(githubIssues, records), 'shop/web#7', 'title');
  expect(titleOf(first, second)).toBe('second');
  expect(titleOf(second, first)).toBe('first');
});

describe('a state of Shortcut', () => {
  const entry = (id: string, day: number, name: string, from: number, to: number) => ({
    ...{ id, changed_at: at(day) },
    actions: [
      { id: 7, entity_type: 'story', action: 'update', changes: { workflow_state_id: { old: from, new: to } } },
    ],
    references: [
      { entity_type: 'workflow-state', id: 1, name: 'Ready' },
      { entity_type: 'workflow-state', id: 2, name },
    ],
  });

  it('that was renamed has the name of its latest entry, in any order of the entries', () => {
    const entries = [entry('a', 0, 'Doing', 1, 2), entry('b', 1, 'Doing', 2, 1), entry('c', 2, 'Building', 1, 2)];
    for (const all of [entries, entries.toReversed()]) {
      const log = readRecords(shortcutHistory, all);
      expect(transitionsOf(log, '7')).toEqual([
        '2026-03-02T09:00 Building',
        '2026-03-04T09:00 Ready',
        '2026-03-06T09:00 Building',
      ]);
    }
  });
});
