import { describe, expect, it } from 'vitest';
import { azureRevisions } from '../../../../src/ingest/tools/azure/revisions/azure-revisions.ts';
import { HISTORY_GRADES } from '../../../../src/model/log/history-grade.ts';
import { assignmentsOf, fieldOf, findingCounts, flagsOf, minute, readRecords, transitionsOf } from '../read-with.ts';
import { ASSIGNED, march, revision, STATE, TAGS } from './azure-records.ts';

const read = (records: readonly unknown[], wrapper: Record<string, unknown> | null = null) =>
  readRecords(azureRevisions, records, wrapper);

describe('what it recognises', () => {
  const probe = (...records: unknown[]) => azureRevisions.probe({ records, wrapper: null }).score;

  it('is certain of revisions, by their numbers beside or among the fields', () => {
    expect(probe(revision(1, 1, '02T09:00', {}))).toBe('certain');
    expect(probe({ fields: { 'System.Id': 1, 'System.Rev': 2, [STATE]: 'New' } })).toBe('certain');
  });

  it.each([
    ['an update', { id: 1, workItemId: 1, rev: 1, fields: { [STATE]: { newValue: 'New' } } }],
    ['a document of another store', { id: 1, rev: 1, fields: { title: 'x' } }],
    ['a Jira issue', { id: '1', key: 'A-1', fields: { status: { name: 'x' }, issuetype: {} } }],
    ['a work item without a revision', { id: 1, fields: { [STATE]: 'New' } }],
  ])('does not take %s for a revision', (_, record) => {
    expect(probe(record)).toBe('no');
  });
});

describe('revisions', () => {
  it('differ by what changed between them', () => {
    const log = read([
      revision(1, 2, '03T09:00', { [STATE]: 'Active', [ASSIGNED]: { displayName: 'Ana' }, [TAGS]: 'Blocked' }),
      revision(1, 1, '02T09:00', { [STATE]: 'New' }),
      revision(1, 3, '04T09:00', { [STATE]: 'Active', [ASSIGNED]: 'Ana <ana@example.test>', 'System.Title': 'Named' }),
      revision(1, 4, '05T09:00', { [STATE]: 'Closed', 'System.Title': 'Named' }),
    ]);
    expect(transitionsOf(log, '1')).toEqual([
      '2026-03-02T09:00 New',
      '2026-03-03T09:00 Active',
      '2026-03-05T09:00 Closed',
    ]);
    expect(assignmentsOf(log, '1')).toEqual(['2026-03-03T09:00 Ana', '2026-03-05T09:00 nobody']);
    expect(flagsOf(log, '1')).toEqual(['2026-03-03T09:00 on', '2026-03-04T09:00 off']);
    expect(fieldOf(log, '1', 'title')).toBe('Named');
  });

  it('that were fetched without the assignee say nothing about assignees', () => {
    const log = read([
      revision(1, 1, '02T09:00', { [STATE]: 'New' }),
      revision(1, 2, '03T09:00', { [STATE]: 'Active' }),
    ]);
    expect([log.assigneesKnown.at(0), log.files[0]?.assignees]).toEqual([0, 'none']);
  });

  it('begin at the creation that they tell of, with the state of the first', () => {
    const log = read([revision(1, 1, '02T09:00', { [STATE]: 'New', 'System.CreatedDate': march('01T08:00') })]);
    expect(transitionsOf(log, '1')).toEqual(['2026-03-01T08:00 New']);
    expect(minute(log.created.at(0))).toBe('2026-03-01T08:00');
  });

  it('without the first one were in their state by then, nobody knows since when', () => {
    const log = read([
      revision(1, 3, '04T09:00', { [STATE]: 'Active' }),
      revision(1, 4, '05T09:00', { [STATE]: 'Closed' }),
    ]);
    expect(log.cutBefore.at(0)).toBe(Date.parse(march('04T09:00')) + 1);
    expect(minute(log.created.at(0))).toBe('unknown');
    expect(findingCounts(log)).toEqual({ 'cut-history': 1 });
  });

  it('are cut after a gap across which the state differs', () => {
    const first = revision(1, 1, '02T09:00', { [STATE]: 'New' });
    const moved = read([first, revision(1, 3, '04T09:00', { [STATE]: 'Active' })]);
    const stayed = read([first, revision(1, 3, '04T09:00', { [STATE]: 'New' })]);
    expect([moved.cutBefore.at(0), stayed.cutBefore.at(0)]).toEqual([Date.parse(march('04T09:00')) + 1, Number.NaN]);
  });

  it('of deleted items are told apart', () => {
    const deleted = [
      revision(1, 1, '02T09:00', { [STATE]: 'New' }),
      revision(1, 2, '03T09:00', { 'System.IsDeleted': true }),
    ];
    expect(findingCounts(read(deleted))).toEqual({ 'deleted-items': 1 });
    expect(fieldOf(read(deleted), '1', 'deleted')).toBe('true');
    const restored = [...deleted, revision(1, 3, '04T09:00', { [STATE]: 'New', 'System.IsDeleted': false })];
    expect(findingCounts(read(restored))).toEqual({});
  });
});

describe('a list of work items', () => {
  const dates = {
    'System.CreatedDate': march('02T09:00'),
    'Microsoft.VSTS.Common.ActivatedDate': march('03T09:00'),
    'Microsoft.VSTS.Common.StateChangeDate': march('06T09:00'),
  };

  it('has the dates of each, and no more', () => {
    const log = read([
      revision(1, 9, '09T09:00', {
        ...dates,
        [STATE]: 'Closed',
        'Microsoft.VSTS.Common.ClosedDate': march('05T09:00'),
      }),
      revision(2, 4, '09T09:00', { ...dates, [STATE]: 'Done' }),
      revision(3, 4, '09T09:00', { ...dates, [STATE]: 'Active' }),
      revision(4, 4, '09T09:00', { [STATE]: 'New' }),
    ]);
    expect(log.transitionCount).toBe(0);
    expect([0, 1, 2, 3].map((item) => `${minute(log.started.at(item))} ${minute(log.finished.at(item))}`)).toEqual([
      '2026-03-03T09:00 2026-03-05T09:00',
      '2026-03-03T09:00 2026-03-06T09:00',
      '2026-03-03T09:00 unknown',
      'unknown unknown',
    ]);
    expect([0, 3].map((item) => HISTORY_GRADES[log.grade.at(item)])).toEqual(['milestones', 'snapshot']);
    expect(log.files[0]).toMatchObject({ grade: 'milestones' });
    expect(findingCounts(log)).toEqual({ 'latest-only': 4 });
  });
});

describe('a reopened item of a list', () => {
  it('keeps its date of closing and its state: which of them counts shows later', () => {
    const log = readRecords(azureRevisions, [
      revision(1, 5, '09T09:00', { [STATE]: 'Active', 'Microsoft.VSTS.Common.ClosedDate': march('05T09:00') }),
    ]);
    expect(minute(log.finished.at(0))).toBe('2026-03-05T09:00');
    expect(log.statuses.value(log.currentStatus.at(0))).toBe('Active');
    expect(findingCounts(log)).toEqual({ 'latest-only': 1 });
  });
});

describe('pages', () => {
  const one = [revision(1, 1, '02T09:00', { [STATE]: 'New' })];
  it.each([
    [{ isLastBatch: false, nextLink: 'https://example.test/next' }, 1],
    [{ isLastBatch: true, continuationToken: '7' }, 0],
    [{ nextLink: 'https://example.test/next' }, 1],
    [{ continuationToken: '7' }, 1],
    [{ count: 2 }, 1],
    [{ count: 1 }, 0],
    [{ nextLink: null }, 0],
  ])('%j say whether more follow', (wrapper, findings) => {
    expect(findingCounts(read(one, wrapper))['page-incomplete'] ?? 0).toBe(findings);
  });
});
