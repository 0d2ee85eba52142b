import { describe, expect, it } from 'vitest';
import { azureAnalytics } from '../../../../src/ingest/tools/azure/analytics/azure-analytics.ts';
import { assignmentsOf, fieldOf, findingCounts, minute, probeTable, readTable, transitionsOf } from '../read-with.ts';

const REVISIONS = 'WorkItemId,Revision,State,StateCategory,ChangedDate\n';

describe('what it recognises', () => {
  it.each([
    `${REVISIONS}1,1,New,Proposed,2026-03-02T09:00:00Z`,
    'WorkItemId,DateValue,ColumnName\n1,2026-03-02T00:00:00Z,New',
    'WorkItemId,DateSK,State\n1,20260302,New',
    'WorkItemId,State,Title\n1,New,x',
    'ColumnName,DateValue,Count\nNew,2026-03-02T00:00:00Z,7',
  ])('is certain of %j', (csv) => {
    expect(probeTable(azureAnalytics, csv).score).toBe('certain');
  });

  it.each([
    'Work Item ID,Revision,State,Changed Date\n1,1,New,2026-03-02',
    'ID,Work Item Type,State,Title\n1,Bug,New,x',
    'WorkItemId,Title\n1,x',
    'State,Count\nNew,7',
  ])('is none of %j', (csv) => {
    expect(probeTable(azureAnalytics, csv).score).toBe('no');
  });

  it('refuses counts: they are no timelines', () => {
    const csv = 'State,StateCategory,DateValue,Count\nNew,Proposed,2026-03-02T00:00:00Z,7\n';
    expect(() => readTable(azureAnalytics, csv)).toThrow(/counts work items and names none/);
  });
});

describe('revisions', () => {
  it('tell the meaning of states of a process of one’s own', () => {
    const log = readTable(
      azureAnalytics,
      `${REVISIONS}1,1,Ideas,Proposed,2026-03-02T09:00:00Z\n1,2,Cooking,InProgress,2026-03-03T09:00:00Z\n` +
        '1,3,Taste,Resolved,2026-03-04T09:00:00Z\n1,4,Served,Completed,2026-03-05T09:00:00Z\n2,1,Ideas,Proposed,2026-03-02T09:00:00Z\n' +
        '2,2,Burnt,Removed,2026-03-03T09:00:00Z\n',
    );
    expect(Object.fromEntries(log.statusCategories)).toEqual({
      ideas: 'todo',
      cooking: 'in-progress',
      taste: 'waiting',
      served: 'closed',
      burnt: 'dropped',
    });
    expect(transitionsOf(log, '1')).toHaveLength(4);
  });

  it('of one day keep the order of their numbers where only the day is given', () => {
    const log = readTable(
      azureAnalytics,
      'WorkItemId,Revision,State,ChangedDateSK\n1,3,Resolved,20260303\n1,2,Active,20260303\n1,1,New,20260302\n',
    );
    expect(transitionsOf(log, '1')).toEqual([
      '2026-03-02T00:00 New',
      '2026-03-03T00:00 Active',
      '2026-03-03T00:00 Resolved',
    ]);
    expect(log.files[0]?.notes[0]).toContain('ChangedDateSK');
  });

  it('have the fields of the last one', () => {
    const log = readTable(
      azureAnalytics,
      'WorkItemId,Revision,State,ChangedDate,AssignedTo.UserName,Area.AreaPath,ParentWorkItemId,StoryPoints\n' +
        '1,1,New,2026-03-02T09:00:00Z,,Shop,,\n1,2,New,2026-03-03T09:00:00Z,Ana,Shop\\Web,7,3\n',
    );
    expect(['team', 'parent', 'points'].map((field) => fieldOf(log, '1', field))).toEqual(['Shop\\Web', '7', '3']);
    expect(assignmentsOf(log, '1')).toEqual(['2026-03-03T09:00 Ana']);
    expect(log.files[0]?.mapping).toMatchObject({ id: 'WorkItemId', status: 'State', team: 'Area.AreaPath' });
  });
});

describe('pictures of days', () => {
  const header = 'WorkItemId,DateValue,BoardName,ColumnName,IsDone,State,CreatedDate\n';
  const day = (item: number, date: number, column: string, created = '', board = 'Stories') =>
    `${item},2026-03-0${date}T00:00:00Z,${board},${column},,Active,${created}\n`;

  it('give moves by the day, and no start to what was there on the first', () => {
    const log = readTable(
      azureAnalytics,
      header +
        day(1, 2, 'Develop') +
        day(1, 3, 'Develop') +
        day(1, 4, 'Test') +
        day(2, 3, 'Ideas') +
        day(2, 4, 'Develop'),
    );
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T00:00 Develop', '2026-03-04T00:00 Test']);
    expect(transitionsOf(log, '2')).toEqual(['2026-03-03T00:00 Ideas', '2026-03-04T00:00 Develop']);
    expect([minute(log.created.at(0)), minute(log.created.at(1))]).toEqual(['unknown', '2026-03-03T00:00']);
    expect(log.cutBefore.at(0)).toBe(Date.parse('2026-03-02T00:00:00Z') + 1);
    expect(findingCounts(log)).toEqual({ 'late-pictures': 1 });
  });

  it('of an item created on the first day begin with it', () => {
    const log = readTable(
      azureAnalytics,
      header + day(1, 2, 'Ideas', '2026-03-02T10:00:00Z') + day(1, 3, 'Test', '2026-03-02T10:00:00Z'),
    );
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T10:00 Ideas', '2026-03-03T00:00 Test']);
    expect(findingCounts(log)).toEqual({});
  });

  it('are of one board: the rows of others are left out, and told', () => {
    const log = readTable(
      azureAnalytics,
      header + day(1, 2, 'Doing', '', 'Features') + day(1, 2, 'Develop') + day(1, 3, 'Test'),
    );
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T00:00 Develop', '2026-03-03T00:00 Test']);
    expect(log.files[0]).toMatchObject({ used: 2, rejected: 1 });
    expect(findingCounts(log)).toMatchObject({ 'other-board': 1 });
  });
});

describe('rows that are no revisions', () => {
  it('are in findings', () => {
    const log = readTable(
      azureAnalytics,
      `${REVISIONS}1,1,New,Proposed,2026-03-02T09:00:00Z\n,1,New,Proposed,2026-03-02T09:00:00Z\n1,x,New,Proposed,soon\n1,2,New,Proposed,soon\n`,
    );
    expect(log.files[0]).toMatchObject({ rows: 4, used: 2, rejected: 2 });
    expect(findingCounts(log)).toEqual({ 'missing-id': 1, 'not-a-revision': 1, 'unreadable-date': 1 });
  });
});
