import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../src/ingest/read-log.ts';
import type { EventLog } from '../../../src/model/log/event-log.ts';
import { HISTORY_GRADES } from '../../../src/model/log/history-grade.ts';
import { findingsOf } from '../findings-of.ts';
import { OPTIONS } from '../read-text.ts';
import { assignmentsOf, fieldOf, transitionsOf } from './read-with.ts';

const ROOT = join(import.meta.dirname, '../../../fixtures');

/** Reads fixtures together, in the order given, and the other way round; both must say the same. */
async function readTogether(paths: readonly string[], fields: Record<string, string> = {}): Promise<EventLog> {
  const inputs = paths.map((path) => ({ name: path, data: readFileSync(join(ROOT, path)) }));
  const options = { ...OPTIONS, fields };
  const log = await readLog(inputs, options);
  const reversed = await readLog(inputs.toReversed(), options);
  for (const id of log.itemIds) {
    expect(transitionsOf(reversed, id)).toEqual(transitionsOf(log, id));
    expect(assignmentsOf(reversed, id)).toEqual(assignmentsOf(log, id));
    expect(gradeOf(reversed, id)).toBe(gradeOf(log, id));
  }
  expect(new Set(reversed.itemIds)).toEqual(new Set(log.itemIds));
  return log;
}

const gradeOf = (log: EventLog, id: string) => HISTORY_GRADES[log.grade.at(log.itemIds.indexOf(id))];

describe('Asana tasks and stories', () => {
  const PATHS = ['asana-tasks/two-projects/tasks.json', 'asana-stories/two-projects/stories.json'];
  const CARD = '9007199254740993';

  it('take creation and fields from the tasks, and moves within one project from the stories', async () => {
    const log = await readTogether(PATHS);
    expect(transitionsOf(log, CARD)).toEqual([
      '2026-03-02T09:00 To do',
      '2026-03-03T09:00 Doing',
      '2026-03-05T09:00 To do',
      '2026-03-05T16:00 Doing',
      '2026-03-06T15:00 Done',
      '2026-03-06T15:00 Completed',
    ]);
    expect(assignmentsOf(log, CARD)).toEqual(['2026-03-02T11:00 Ben', '2026-03-04T09:00 Ana']);
    expect(fieldOf(log, CARD, 'points')).toBe('5');
    expect(fieldOf(log, '1402', 'parent')).toBe(CARD);
    expect(findingsOf(log)).toEqual({ 'other-field': 3 });
  });

  it('take a completion that no story tells from the task', async () => {
    const log = await readTogether(PATHS);
    expect(transitionsOf(log, '1404')).toEqual(['2026-03-03T10:00 To do', '2026-03-05T12:00 Completed']);
  });

  it.each([
    ['Launch', ['2026-03-02T09:00 Planned', '2026-03-03T10:00 Live', '2026-03-06T15:00 Completed']],
    ['completed', ['2026-03-02T09:00 Open', '2026-03-06T15:00 Completed']],
    [
      'sections',
      [
        '2026-03-02T09:00 To do',
        '2026-03-03T09:00 Doing',
        '2026-03-05T09:00 To do',
        '2026-03-05T16:00 Doing',
        '2026-03-06T15:00 Done',
      ],
    ],
  ])('take the status from elsewhere with --map to=%s', async (to, expected) => {
    expect(transitionsOf(await readTogether(PATHS, { to }), CARD)).toEqual(expected);
  });

  it('take the status from a custom field with --map to=<its name>', async () => {
    const log = await readTogether(['asana-tasks/with-stories/tasks.json'], { to: 'Stage' });
    expect(transitionsOf(log, '1501')).toEqual(['2026-03-02T12:00 Design', '2026-03-03T12:00 Build']);
  });

  it('join with the CSV export of the project by the id of the task', async () => {
    const csv = `Task ID,Created At,Completed At,Section/Column,Name
1402,2026-03-02,,Doing,Pay by invoice
${CARD},2026-03-02,2026-03-06,Done,Pay by card
`;
    const stories = readFileSync(join(ROOT, PATHS[1] as string));
    const inputs = [
      { name: 'project.csv', data: csv },
      { name: 'stories.json', data: stories },
    ];
    const log = await readLog(inputs, OPTIONS);
    expect(transitionsOf(log, '1402')).toEqual(['2026-03-02T00:00 To do', '2026-03-04T10:00 Doing']);
    // Its section is Done and it is completed: that is where its stories lead, too.
    expect(transitionsOf(log, CARD).at(-1)).toBe('2026-03-06T15:00 Completed');
    expect(findingsOf(log)['status-differs']).toBeUndefined();
  });
});

it('Linear: the list as CSV gives creation and fields, entries of histories the moves', async () => {
  const log = await readTogether(['linear-csv/two-date-layouts/issues.csv', 'linear-history/entries/history.json']);
  expect(transitionsOf(log, 'APP-1')).toEqual([
    '2026-03-02T09:00 Todo',
    '2026-03-03T09:00 In Progress',
    '2026-03-06T15:00 Done',
  ]);
  expect(gradeOf(log, 'APP-1')).toBe('full-log');
  // Of these no history is here.
  expect(gradeOf(log, 'APP-3')).toBe('milestones');
  expect(fieldOf(log, 'APP-3', 'resolution')).toBe('Canceled');
});

it('ClickUp: time in status gives the moves of tasks that never came back, tasks the completion of the others', async () => {
  const log = await readTogether([
    'clickup-tasks/list-page/tasks.json',
    'clickup-time-in-status/contiguous-and-not/times.json',
  ]);
  expect(transitionsOf(log, '86a2')).toEqual(['2026-03-03T09:00 Open', '2026-03-04T09:00 in progress']);
  expect(transitionsOf(log, '86a3')).toEqual([]);
  expect(['86a1', '86a2', '86a3', '86a4', '86a5'].map((id) => gradeOf(log, id))).toEqual([
    'stage-dates',
    'stage-dates',
    'milestones',
    'milestones',
    'durations',
  ]);
});

it('Redmine: the list of statuses names what no issue is in', async () => {
  const log = await readTogether([
    'redmine-issues/journals/issues.jsonl',
    'redmine-statuses/statuses/issue_statuses.json',
  ]);
  expect(transitionsOf(log, '14')).toEqual([
    '2026-03-02T09:00 New',
    '2026-03-03T09:00 On hold',
    '2026-03-04T09:00 New',
  ]);
  expect(findingsOf(log)['unnamed-status']).toBeUndefined();
});

it('YouTrack: issues and activities', async () => {
  const log = await readTogether([
    'youtrack-issues/issues/issues.json',
    'youtrack-activities/activities/activities.json',
  ]);
  expect(transitionsOf(log, 'SHOP-2')).toEqual(['2026-03-02T09:00 Open']);
  // Its last activity leads to Fixed; the list says In Progress, which is not for the reader to settle.
  expect(transitionsOf(log, 'SHOP-3')).toEqual(['2026-03-04T09:00 Open', '2026-03-07T09:00 Fixed']);
  expect(log.statuses.value(log.currentStatus.at(log.itemIds.indexOf('SHOP-3')))).toBe('In Progress');
  expect(gradeOf(log, 'SHOP-4')).toBe('milestones');
});

it('YouTrack: the status is the field that the user names', async () => {
  const log = await readTogether(['youtrack-activities/activities/activities.json'], { to: 'Priority' });
  expect(transitionsOf(log, 'SHOP-1')).toEqual(['2026-03-02T09:00 Normal', '2026-03-06T16:00 Major']);
});

it('Bugzilla: bugs give creation and resolution, their history the moves', async () => {
  const log = await readTogether(['bugzilla-bugs/bugs/bugs.json', 'bugzilla-bugs/history-alone/history.json']);
  expect(transitionsOf(log, '101')[0]).toBe('2026-03-02T09:00 NEW');
  expect(transitionsOf(log, '101')).toHaveLength(5);
  expect(transitionsOf(log, '102')).toEqual(['2026-03-02T09:00 NEW']);
  expect(gradeOf(log, '104')).toBe('milestones');
});

it('Shortcut: a story whose history lacks its creation has it from the CSV', async () => {
  const csv = readFileSync(join(ROOT, 'shortcut-csv/row-offsets/stories.csv'), 'utf8').replaceAll('\n802,', '\n904,');
  const history = readFileSync(join(ROOT, 'shortcut-history/no-creation/history.json'));
  const inputs = [
    { name: 'history.json', data: history },
    { name: 'stories.csv', data: csv },
  ];
  const log = await readLog(inputs, OPTIONS);
  // 10:00 in the offset +02:00 of its row.
  expect(transitionsOf(log, '904')).toEqual(['2026-03-04T09:00 503']);
  expect(log.created.at(log.itemIds.indexOf('904'))).toBe(Date.parse('2026-03-30T08:00:00Z'));
});

it('monday: another column is the status with --map to', async () => {
  const log = await readTogether(['monday-activity/boards/log.json'], { to: 'priority' });
  expect(transitionsOf(log, '502')).toEqual([
    '2026-03-02T09:00 No status',
    '2026-03-03T09:00 High',
    '2026-03-04T09:00 Deleted',
  ]);
});
