import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../../src/ingest/read-log.ts';
import { jiraRest } from '../../../../src/ingest/tools/jira/rest/jira-rest.ts';
import type { EventLog } from '../../../../src/model/log/event-log.ts';
import { findingsOf } from '../../findings-of.ts';
import { OPTIONS } from '../../read-text.ts';
import { itemStories } from '../item-story.ts';
import { findingCounts, flagsOf, readRecords, transitionsOf } from '../read-with.ts';

const day = (date: number) => `2026-03-0${date}T09:00:00.000+0000`;

interface Made {
  id?: string;
  key?: string;
  status?: object;
  updated?: number;
  changes?: (readonly [date: number, change: object])[];
}

/** An issue of 1 March with these changes, each in an entry of its own. */
function issue({ id = '10', key = 'OLD-1', status = { name: 'Done' }, updated = 9, changes = [] }: Made) {
  return {
    ...{ id, key },
    fields: { created: day(1), updated: day(updated), status, issuetype: { name: 'Story' }, summary: 'Pay' },
    changelog: {
      histories: changes.map(([date, change]) => ({ id: `${date}`, created: day(date), items: [change] })),
    },
  };
}

function move(from: string, to: string, ids: readonly [string, string] = ['', '']) {
  return { field: 'status', fieldtype: 'jira', from: ids[0], fromString: from, to: ids[1], toString: to };
}

function readFiles(...files: object[]): Promise<EventLog> {
  const inputs = files.map((file, index) => ({ name: `${index}.json`, data: JSON.stringify({ issues: [file] }) }));
  return readLog(inputs, OPTIONS);
}

describe('a status with an id', () => {
  it('that was renamed is one, under its latest name', () => {
    // Status 3 was Doing on 2 March and is In Development on 6 March.
    const changes = [
      [2, move('To Do', 'Doing', ['1', '3'])],
      [4, move('Doing', 'Review', ['3', '4'])],
      [6, move('Review', 'In Development', ['4', '3'])],
    ] as const;
    const log = readRecords(jiraRest, [issue({ status: { id: '3', name: 'In Development' }, changes: [...changes] })]);
    expect(transitionsOf(log, 'OLD-1')).toEqual([
      '2026-03-01T09:00 To Do',
      '2026-03-02T09:00 In Development',
      '2026-03-04T09:00 Review',
      '2026-03-06T09:00 In Development',
    ]);
    expect(findingCounts(log)).toEqual({ 'renamed-status': 1 });
  });

  it('has the name of today, though the last change of it is of an older one', () => {
    const changes = [[2, move('To Do', 'Doing', ['1', '3'])] as const];
    const log = readRecords(jiraRest, [issue({ status: { id: '3', name: 'Building' }, changes })]);
    expect(transitionsOf(log, 'OLD-1').at(-1)).toBe('2026-03-02T09:00 Building');
  });

  it('stays apart from another of the same name', () => {
    const changes = [
      [2, move('To Do', 'Review', ['1', '4'])],
      [4, move('Review', 'Review', ['4', '10012'])],
    ] as const;
    const status = { id: '10012', name: 'Review' };
    const log = readRecords(jiraRest, [issue({ status, changes: [...changes] })]);
    expect(transitionsOf(log, 'OLD-1').slice(1)).toEqual([
      '2026-03-02T09:00 Review',
      '2026-03-04T09:00 Review (10012)',
    ]);
    expect(findingCounts(log)).toEqual({ 'status-name-shared': 1 });
  });

  it('has what its own category says, whatever another of the same name means', () => {
    // Two projects have a Review each: 4 is over in the one, 10012 is under way in the other.
    const reviews = [
      { id: '4', name: 'Review', statusCategory: { key: 'done' } },
      { id: '10012', name: 'Review', statusCategory: { key: 'indeterminate' } },
    ];
    for (const order of [reviews, reviews.toReversed()]) {
      const issues = order.map((status, index) => issue({ id: `${index}`, key: `P${status.id}-1`, status }));
      const log = readRecords(jiraRest, issues);
      expect([...log.statusCategories]).toEqual(
        expect.arrayContaining([
          ['review', 'closed'],
          ['review (10012)', 'in-progress'],
        ]),
      );
      expect(findingCounts(log)).toEqual({ 'status-name-shared': 1 });
    }
  });
});

describe('a custom field', () => {
  const custom = (field: string, value: string, ids = ['1', '2']) => ({
    ...{ field, fieldtype: 'custom', fieldId: 'customfield_10500', fromString: 'Amber', toString: value },
    ...{ from: ids[0], to: ids[1] },
  });

  it('called Status, Assignee or Flagged is not that of Jira', () => {
    // In Progress from 2 to 6 March: the traffic light of 3 March is no status.
    const changes = [
      [2, move('To Do', 'In Progress')],
      [3, custom('Status', 'Green')],
      [4, custom('Assignee', 'Zoe')],
      [5, custom('Flagged', 'Yes')],
      [6, move('In Progress', 'Done')],
    ] as const;
    const log = readRecords(jiraRest, [issue({ changes: [...changes] })]);
    expect(transitionsOf(log, 'OLD-1')).toEqual([
      '2026-03-01T09:00 To Do',
      '2026-03-02T09:00 In Progress',
      '2026-03-06T09:00 Done',
    ]);
    expect(log.assignmentItem.length).toBe(0);
    expect(flagsOf(log, 'OLD-1')).toEqual([]);
  });

  it('is the flag where its values are boxes to tick', () => {
    const changes = [[3, { ...custom('Flagged', 'Impediment', ['', '[10019]']), fromString: '' }] as const];
    const log = readRecords(jiraRest, [issue({ changes })]);
    expect(flagsOf(log, 'OLD-1')).toEqual(['2026-03-03T09:00 on']);
  });
});

describe('an issue that was moved to another project', () => {
  const before = issue({
    ...{ status: { name: 'In Progress' }, updated: 2 },
    changes: [[2, move('To Do', 'In Progress')]],
  });
  const after = issue({
    key: 'NEW-7',
    changes: [
      [2, move('To Do', 'In Progress')],
      [4, { field: 'Key', fieldtype: 'jira', fromString: 'OLD-1', toString: 'NEW-7' }],
      [6, move('In Progress', 'Done')],
    ],
  });

  it('is one item over several exports, in any order, and its old key is an alias', async () => {
    const [first, second] = [await readFiles(before, after), await readFiles(after, before)];
    for (const log of [first, second]) {
      expect(log.itemIds).toEqual(['NEW-7']);
      expect([...log.aliases]).toEqual([['OLD-1', 'NEW-7']]);
      expect(transitionsOf(log, 'NEW-7').at(-1)).toBe('2026-03-06T09:00 Done');
      expect(log.statuses.value(log.currentStatus.at(0))).toBe('Done');
      expect(findingsOf(log)['moved-issue']).toBe(1);
    }
    expect(itemStories(first)).toEqual(itemStories(second));
  });

  it('is known by its number where no entry tells of the move', async () => {
    const bare = { ...after, changelog: { histories: [] } };
    for (const files of [
      [before, bare],
      [bare, before],
    ] as const) {
      const log = await readFiles(...files);
      expect(log.itemIds).toEqual(['NEW-7']);
      expect(log.aliases.get('OLD-1')).toBe('NEW-7');
    }
  });

  it('is not an issue of another site that has the same number', async () => {
    const other = issue({ key: 'SITE-9' });
    other.fields.summary = 'Ship';
    expect((await readFiles(before, other)).itemIds).toEqual(['OLD-1', 'SITE-9']);
  });
});

describe('issues in any order', () => {
  it('give the same statuses', () => {
    const issues = [
      issue({
        key: 'A-1',
        id: '1',
        changes: [[2, move('To Do', 'Doing', ['1', '3'])]],
        status: { id: '3', name: 'Dev' },
      }),
      issue({
        key: 'A-2',
        id: '2',
        changes: [[3, move('To Do', 'Dev', ['1', '7'])]],
        status: { id: '7', name: 'Dev' },
      }),
      issue({
        key: 'A-3',
        id: '3',
        changes: [[4, move('To Do', 'Build', ['1', '3'])]],
        status: { id: '3', name: 'Dev' },
      }),
    ];
    const stories = itemStories(readRecords(jiraRest, issues));
    fc.assert(
      fc.property(fc.shuffledSubarray(issues, { minLength: 3 }), (shuffled) => {
        expect(itemStories(readRecords(jiraRest, shuffled))).toEqual(stories);
      }),
    );
  });
});
