import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../src/ingest/read-log.ts';
import type { EventLog } from '../../../src/model/log/event-log.ts';
import { findingsOf } from '../findings-of.ts';
import { OPTIONS } from '../read-text.ts';
import { itemStories } from './item-story.ts';
import { fieldOf, transitionsOf } from './read-with.ts';

type Json = Record<string, unknown>;

const at = (day: number) => `2026-03-0${day}T09:00:00Z`;
const ms = (day: number) => Date.parse(at(day));

function readFiles(files: readonly unknown[]): Promise<EventLog> {
  return readLog(
    files.map((value, index) => ({ name: `${index}.json`, data: JSON.stringify(value) })),
    OPTIONS,
  );
}

const statusOf = (log: EventLog, id: string) => log.statuses.value(log.currentStatus.at(log.itemIds.indexOf(id)));

/** Two exports of one item, of 3 and of 9 March: it was moved between them, and its status 2 renamed from Doing to Build. */
const MOVED: Readonly<Record<string, { files: readonly unknown[]; id: string; old: string; renames: boolean }>> = {
  linear: {
    ...{ id: 'NEW-7', old: 'OLD-1', renames: true },
    files: [
      [linearIssue('OLD-1', 3, 'Doing', { state: { id: 's2', name: 'Doing', type: 'started' } })],
      [linearIssue('NEW-7', 9, 'Build', { state: { id: 's3', name: 'Done', type: 'completed' } }, [5])],
    ],
  },
  'linear, by its former identifiers': {
    ...{ id: 'NEW-7', old: 'OLD-1', renames: true },
    files: [
      [linearIssue('OLD-1', 3, 'Doing', { id: undefined })],
      [linearIssue('NEW-7', 9, 'Build', { id: undefined, previousIdentifiers: ['OLD-1'] }, [5])],
    ],
  },
  youtrack: {
    ...{ id: 'NEW-7', old: 'OLD-1', renames: false },
    files: [
      [youtrackIssue('OLD-1', 3), youtrackChange('OLD-1', 2, 'Open', 'Doing')],
      [youtrackIssue('NEW-7', 9), youtrackChange('NEW-7', 5, 'Doing', 'Done')],
    ].flatMap(([issue, change]) => [[issue], [change]]),
  },
};

function linearIssue(identifier: string, day: number, name: string, more: Json, later: number[] = []): Json {
  const state = (id: string, called: string) => ({ id, name: called, type: id === 's2' ? 'started' : 'completed' });
  const entries = [
    {
      id: 'h1',
      createdAt: at(2),
      fromState: { id: 's1', name: 'Todo', type: 'unstarted' },
      toState: state('s2', name),
    },
    ...later.map((on) => ({
      ...{ id: 'h2', createdAt: at(on), fromState: state('s2', name), toState: state('s3', 'Done') },
    })),
  ];
  const today = later.length > 0 ? state('s3', 'Done') : state('s2', name);
  return {
    ...{ id: 'uuid-1', identifier, title: 'Pay', createdAt: at(1), updatedAt: at(day), state: today },
    history: { nodes: entries },
    ...more,
  };
}

function youtrackIssue(idReadable: string, day: number): Json {
  return {
    ...{ id: '2-5', idReadable, summary: 'Pay', created: ms(1), updated: ms(day), resolved: null },
    customFields: [{ name: 'State', value: { name: day > 4 ? 'Done' : 'Doing' } }],
  };
}

function youtrackChange(idReadable: string, day: number, from: string, to: string): Json {
  return {
    ...{ id: `9-${day}`, $type: 'CustomFieldActivityItem', timestamp: ms(day), field: { name: 'State' } },
    ...{ removed: [{ name: from }], added: [{ name: to }], target: { id: '2-5', idReadable } },
  };
}

describe.each(Object.entries(MOVED))('an issue of %s', (_, { files, id, old, renames }) => {
  it('that was moved is one item under its latest key, and its status has its latest name, in any order of files', async () => {
    const first = await readFiles(files);
    expect(first.itemIds).toEqual([id]);
    expect([...first.aliases]).toEqual([[old, id]]);
    expect(transitionsOf(first, id).slice(1)).toEqual([
      `2026-03-02T09:00 ${renames ? 'Build' : 'Doing'}`,
      '2026-03-05T09:00 Done',
    ]);
    expect(statusOf(first, id)).toBe('Done');
    expect(findingsOf(first)['moved-issue']).toBe(1);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...files], { minLength: files.length }), async (shuffled) => {
        const log = await readFiles(shuffled);
        expect(itemStories(log)).toEqual(itemStories(first));
        expect([...log.aliases]).toEqual([[old, id]]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('issues of two sites of YouTrack', () => {
  it('that have one id and were created at different times are two items', async () => {
    const log = await readFiles([[youtrackIssue('A-1', 3)], [{ ...youtrackIssue('B-1', 4), created: ms(2) }]]);
    expect(log.itemIds).toEqual(['A-1', 'B-1']);
  });
});

describe('a status of Redmine', () => {
  const issue = (id: number, day: number, name: string, status = { id: 2, name }): Json => ({
    ...{ id, subject: `Issue ${id}`, created_on: at(1), updated_on: at(day), closed_on: null },
    ...{ tracker: { id: 1, name: 'Bug' }, status },
    journals: [
      {
        ...{ id: id * 10, created_on: at(2), user: { id: 4, name: 'Zoe' } },
        details: [{ property: 'attr', name: 'status_id', old_value: '1', new_value: '2' }],
      },
    ],
  });
  const early = { issues: [issue(1, 2, 'Doing'), { ...issue(3, 2, ''), status: { id: 1, name: 'New' } }] };
  const late = { issues: [issue(2, 9, 'Build')] };

  it('has its latest name, in any order of files', async () => {
    for (const files of [
      [early, late],
      [late, early],
    ]) {
      const log = await readFiles(files);
      for (const id of ['1', '2', '3']) {
        expect(transitionsOf(log, id)).toEqual(['2026-03-01T09:00 New', '2026-03-02T09:00 Build']);
      }
      expect(statusOf(log, '1')).toBe('Build');
      expect(findingsOf(log)['renamed-status']).toBe(1);
    }
  });

  it('that swapped its name with another stays the same one', async () => {
    const one = { issues: [issue(1, 2, 'Next'), issue(2, 2, '', { id: 7, name: 'Later' })] };
    const other = { issues: [issue(3, 9, 'Later'), issue(4, 9, '', { id: 7, name: 'Next' })] };
    const log = await readFiles([one, other]);
    expect(['1', '2', '3', '4'].map((id) => statusOf(log, id))).toEqual(['Later', 'Next', 'Later', 'Next']);
  });
});

describe('issues of GitLab', () => {
  const issue = (id: number, project: string, day: number, more: Json = {}): Json => ({
    ...{ id, iid: id - 700, project_id: 1, title: 'Pay', state: 'opened', created_at: at(1), updated_at: at(day) },
    ...{ closed_at: null, labels: [], web_url: `https://gitlab.example/${project}/-/issues/${id - 700}`, ...more },
  });
  const label = (event: number, issueId: number, day: number, name: string, action = 'add', id = 31): Json => ({
    ...{ id: event, created_at: at(day), resource_type: 'Issue', resource_id: issueId, action },
    label: { id, name: `workflow::${name}` },
  });
  const closed = (id: number, day: number): Json => ({
    ...{ id: 90 + day, created_at: at(day), resource_type: 'Issue', resource_id: id, state: 'closed' },
  });
  const moved = issue(701, 'acme/old', 4, { state: 'closed', closed_at: at(4), moved_to_id: 702 });

  it('have one status for a label that was renamed, under its latest name', async () => {
    // Label 31 is doing until 3 March and building from then on; label 32 is review.
    const files = [
      [issue(701, 'acme/site', 3, { labels: ['workflow::doing'] }), issue(702, 'acme/site', 9)],
      [label(1, 701, 2, 'doing'), label(2, 702, 2, 'doing')],
      [label(3, 702, 5, 'building', 'remove'), label(4, 702, 5, 'review', 'add', 32)],
    ];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: 3 }), async (shuffled) => {
        const log = await readFiles(shuffled);
        expect(statusOf(log, 'acme/site#1')).toBe('building');
        expect(transitionsOf(log, 'acme/site#2')).toEqual([
          '2026-03-01T09:00 Open',
          '2026-03-02T09:00 building',
          '2026-03-05T09:00 review',
        ]);
        expect(findingsOf(log)['renamed-status']).toBe(1);
      }),
      { numRuns: 6 },
    );
  });

  it('that were moved are one item with the history of both, and the closing of the old one is none', async () => {
    // Made on 1 March, doing from 2 March, moved on 4 March (the label event is copied), closed on 6 March.
    const issues = [moved, issue(702, 'acme/new', 6, { created_at: at(4), state: 'closed', closed_at: at(6) })];
    const events = [label(1, 701, 2, 'doing'), closed(701, 4), label(2, 702, 2, 'doing'), closed(702, 6)];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(issues, { minLength: 2 }),
        fc.shuffledSubarray(events, { minLength: 4 }),
        fc.boolean(),
        async (someIssues, someEvents, listFirst) => {
          const log = await readFiles(listFirst ? [someIssues, someEvents] : [someEvents, someIssues]);
          expect(log.itemIds).toEqual(['acme/new#2']);
          expect([...log.aliases]).toEqual([['acme/old#1', 'acme/new#2']]);
          expect(transitionsOf(log, 'acme/new#2')).toEqual([
            '2026-03-01T09:00 Open',
            '2026-03-02T09:00 doing',
            '2026-03-06T09:00 Closed',
          ]);
          // The row of the old issue is merged, and the copied event.
          const count = (key: 'used' | 'merged') => log.files.reduce((sum, file) => sum + file[key], 0);
          expect([count('used'), count('merged')]).toEqual([4, 2]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('that were moved out of the files end as moved', async () => {
    const log = await readFiles([[moved]]);
    expect(fieldOf(log, 'acme/old#1', 'resolution')).toBe('Moved');
    expect(findingsOf(log)['moved-away']).toBe(1);
  });
});

describe('an issue of GitHub that was transferred', () => {
  const issue = (repository: string, number: number, day: number, more: Json = {}): Json => ({
    ...{ number, title: 'Pay', state: 'open', created_at: at(1), updated_at: at(day), closed_at: null, labels: [] },
    ...{ html_url: `https://github.com/${repository}/issues/${number}`, ...more },
  });
  const before = [issue('acme/old', 1, 3), issue('acme/old', 2, 3, { created_at: at(2) })];
  const after = issue('acme/new', 7, 9, { state: 'closed', closed_at: at(6) });
  const event = (kind: string, day: number): Json => ({
    ...{ id: day, event: kind, created_at: at(day), actor: { login: 'zoe' }, issue: after },
  });
  const events = [event('transferred', 4), event('closed', 6)];

  it('is one item, in any order of files', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([before, [after], events], { minLength: 3 }), async (files) => {
        const log = await readFiles(files);
        expect([...log.itemIds].sort()).toEqual(['acme/new#7', 'acme/old#2']);
        expect(log.aliases.get('acme/old#1')).toBe('acme/new#7');
        expect(transitionsOf(log, 'acme/new#7')).toEqual(['2026-03-01T09:00 Open', '2026-03-06T09:00 Closed']);
      }),
      { numRuns: 6 },
    );
  });

  it('is two where nothing tells which it was', async () => {
    const twins = [issue('acme/old', 1, 3), issue('acme/old', 2, 3)];
    expect((await readFiles([twins, [after], events])).itemIds.length).toBe(3);
  });
});
