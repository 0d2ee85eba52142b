import { describe, expect, it } from 'vitest';
import { azureUpdates } from '../../../../src/ingest/tools/azure/updates/azure-updates.ts';
import { HISTORY_GRADES } from '../../../../src/model/log/history-grade.ts';
import { assignmentsOf, fieldOf, findingCounts, flagsOf, minute, readRecords, transitionsOf } from '../read-with.ts';
import { ASSIGNED, COLUMN, march, STATE, TAGS, update } from './azure-records.ts';

const read = (records: readonly unknown[], fields: Record<string, string> = {}, extraFields: string[] = []) =>
  readRecords(azureUpdates, records, null, { fields, extraFields });

describe('what it recognises', () => {
  const probe = (...records: unknown[]) => azureUpdates.probe({ records, wrapper: null }).score;

  it('is certain of updates, empty ones and links among them, and of what service hooks send', () => {
    const one = update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'] });
    expect(probe(one, {}, {}, {})).toBe('certain');
    const { fields, ...link } = one;
    expect(probe({ ...link, relations: { added: [] } })).toBe('certain');
    expect(probe({ id: 'x', eventType: 'workitem.updated', resource: one })).toBe('certain');
    expect(fields).toBeDefined();
  });

  it.each([
    ['a revision', { id: 1, rev: 1, fields: { [STATE]: 'New' } }],
    ['an update without anything changed', { workItemId: 1, rev: 1, revisedDate: march('02T09:00') }],
    ['a Jira issue', { key: 'A-1', fields: { status: { name: 'x' }, issuetype: {} } }],
    ['a document with revisions', { _id: 'a', rev: '1-abc', fields: { x: { newValue: 1 } } }],
    ['nothing', {}],
  ])('does not take %s for an update', (_, record) => {
    expect(probe(record)).toBe('no');
  });

  it.each([
    [{ $id: '1', message: 'TF401232: Work item 7 does not exist.', typeKey: 'WorkItemUnauthorizedAccessException' }],
    [{ error: { code: '0', message: 'VS403507: The field is not supported.' } }],
  ])('stops at what the server answers when something is wrong', (document) => {
    expect(azureUpdates.probe({ records: [document], wrapper: null }).score).toBe('certain');
    expect(() => read([document])).toThrow(expect.objectContaining({ code: 'error-document' }));
  });
});

describe('the time of an update', () => {
  it('is its ChangedDate, never revisedDate, which is when the next one came', () => {
    const log = read([
      update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'] }, { revisedDate: march('05T10:00') }),
      update(1, 2, '05T10:00', { [STATE]: ['New', 'Active'] }),
    ]);
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T09:00 New', '2026-03-05T10:00 Active']);
    expect(log.latestDate).toBe(Date.parse(march('02T09:00')));
  });

  it('is the end of the one before it where ChangedDate is missing', () => {
    const { fields, ...rest } = update(1, 2, '05T10:00', {});
    const log = read([
      update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'] }, { revisedDate: march('05T10:00') }),
      { ...rest, fields: { [STATE]: { oldValue: 'New', newValue: 'Active' } } },
    ]);
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T09:00 New', '2026-03-05T10:00 Active']);
    expect(findingCounts(log)).toEqual({ 'missing-changed-date': 1 });
    expect(fields).toBeDefined();
  });

  it('that steps back is the one before it: revisions say what followed what', () => {
    const log = read([
      update(1, 3, '03T08:59', { [STATE]: ['Active', 'Closed'] }),
      update(1, 2, '03T09:00', { [STATE]: ['New', 'Active'] }),
      update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'] }),
    ]);
    expect(transitionsOf(log, '1')).toEqual([
      '2026-03-02T09:00 New',
      '2026-03-03T09:00 Active',
      '2026-03-03T09:00 Closed',
    ]);
  });

  it('of links alone moves no other', () => {
    const { fields, ...link } = update(1, 1, '09T09:00', {}, { id: 2, revisedDate: march('09T09:00') });
    const parent = { rel: 'System.LinkTypes.Hierarchy-Reverse', url: 'https://example.test/_apis/wit/workItems/77' };
    const log = read([
      update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'] }),
      { ...link, relations: { added: [parent] } },
      update(1, 2, '03T09:00', { [STATE]: ['New', 'Active'] }, { id: 3 }),
    ]);
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T09:00 New', '2026-03-03T09:00 Active']);
    expect(fieldOf(log, '1', 'parent')).toBe('77');
    expect(fields).toBeDefined();
  });
});

describe('people', () => {
  it('are named alike, as objects and as texts', () => {
    const log = read([
      update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'], [ASSIGNED]: [undefined, 'Ana <EXAMPLE\\ana>'] }),
      update(1, 2, '03T09:00', { [ASSIGNED]: ['Ana <ana@example.test>', { displayName: 'Ana', uniqueName: 'ana' }] }),
      update(1, 3, '04T09:00', { [ASSIGNED]: [{ displayName: 'Ana' }, { displayName: 'Ben <ben@example.test>' }] }),
      update(1, 4, '05T09:00', { [ASSIGNED]: [{ displayName: 'Ben' }, undefined] }),
    ]);
    expect(assignmentsOf(log, '1')).toEqual([
      '2026-03-02T09:00 Ana',
      '2026-03-04T09:00 Ben',
      '2026-03-05T09:00 nobody',
    ]);
    expect(log.assigneesKnown.at(0)).toBe(1);
  });

  it('leave titles with angle brackets alone', () => {
    const log = read([update(1, 1, '02T09:00', { 'System.Title': [undefined, 'Escape <script>'] })]);
    expect(fieldOf(log, '1', 'title')).toBe('Escape <script>');
  });
});

describe('blocked', () => {
  const start = update(1, 1, '02T09:00', { [STATE]: [undefined, 'Active'], [TAGS]: [undefined, 'Web'] });

  it('is a tag that comes and goes', () => {
    const log = read([
      start,
      update(1, 2, '03T09:00', { [TAGS]: ['Web', 'Blocked by supplier; Web'] }),
      update(1, 3, '04T09:00', { [TAGS]: ['Blocked by supplier; Web', 'Blocked by supplier'] }),
      update(1, 4, '05T09:00', { [TAGS]: ['Blocked by supplier', undefined] }),
    ]);
    expect(flagsOf(log, '1')).toEqual(['2026-03-03T09:00 on', '2026-03-05T09:00 off']);
    expect(log.reasons.value(log.flagReason.at(0))).toBe('Blocked by supplier');
  });

  it('is a tag or a field that the user names', () => {
    const changes = [start, update(1, 2, '03T09:00', { [TAGS]: ['Web', 'Stuck'], 'Custom.OnHold': [undefined, true] })];
    expect(flagsOf(read(changes), '1')).toEqual([]);
    expect(flagsOf(read(changes, { blocked: 'stuck' }), '1')).toEqual(['2026-03-03T09:00 on']);
    expect(flagsOf(read(changes, { blocked: 'On Hold' }), '1')).toEqual(['2026-03-03T09:00 on']);
  });
});

describe('a history that is not all there', () => {
  it('without its first revisions is cut before what its first change changed from', () => {
    const log = read([update(1, 7, '05T10:00', { [STATE]: ['Active', 'Closed'] })]);
    expect(log.cutBefore.at(0)).toBe(Date.parse(march('05T10:00')));
    expect(transitionsOf(log, '1')).toEqual(['2026-03-05T09:59 Active', '2026-03-05T10:00 Closed']);
    expect(minute(log.created.at(0))).toBe('unknown');
    expect(findingCounts(log)).toEqual({ 'cut-history': 1 });
  });

  it('that begins with another change was in its state by then', () => {
    const log = read([
      update(1, 7, '05T10:00', { 'System.Title': ['a', 'b'] }),
      update(1, 8, '06T10:00', { [STATE]: ['Active', 'Closed'] }),
    ]);
    expect(log.cutBefore.at(0)).toBe(Date.parse(march('05T10:00')) + 1);
    expect(transitionsOf(log, '1')).toEqual(['2026-03-05T10:00 Active', '2026-03-06T10:00 Closed']);
  });

  it('is cut at a gap in which it moved, and only noted where it did not', () => {
    const first = update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'] });
    const moved = read([first, update(1, 4, '05T10:00', { [STATE]: ['Active', 'Closed'] })]);
    expect(moved.cutBefore.at(0)).toBe(Date.parse(march('05T10:00')));
    const stayed = read([first, update(1, 4, '05T10:00', { [STATE]: ['New', 'Closed'] })]);
    expect(stayed.cutBefore.at(0)).toBeNaN();
    for (const log of [moved, stayed]) expect(findingCounts(log)).toEqual({ 'missing-revisions': 1 });
    expect(moved.findings.list()[0]?.examples[0]?.value).toBe('2 missing');
  });

  it('may go on where its updates fill a page', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => update(1, index + 1, '02T09:00', { [STATE]: [undefined, 'New'] }));
    expect(findingCounts(read(many(200)))).toEqual({ 'full-page': 1 });
    expect(findingCounts(read(many(199)))).toEqual({});
    expect(findingCounts(read(many(201)))).toEqual({});
  });

  it('without any state has no timeline, and the item is there all the same', () => {
    const log = read([update(1, 3, '05T10:00', { 'System.Title': ['a', 'b'] }), update(1, 4, '06T10:00', {})]);
    expect(HISTORY_GRADES[log.grade.at(0)]).toBe('snapshot');
    expect(findingCounts(log)).toEqual({ 'cut-history': 1, 'no-status': 1 });
  });
});

describe('state and board column', () => {
  const moves = [
    update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'], [COLUMN]: [undefined, 'Ideas'] }),
    update(1, 2, '03T09:00', { [STATE]: ['New', 'Active'], [COLUMN]: ['Ideas', 'Develop'] }),
    update(1, 3, '04T09:00', { [COLUMN]: ['Develop', 'Test'], 'System.BoardColumnDone': [false, true] }),
  ];

  it('are two timelines: the state is taken, and a finding counts both', () => {
    const log = read(moves);
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T09:00 New', '2026-03-03T09:00 Active']);
    expect(log.findings.list()).toMatchObject([
      { code: 'other-timeline', weight: 'info', examples: [{ value: 'State 1 change, Board Column 2 changes' }] },
    ]);
    expect(log.files[0]?.notes[0]).toContain('--map to="Board Column"; 2 changes among 3 values');
  });

  it.each(['Board Column', 'System.BoardColumn', 'board_column'])('follow the column if the user says %s', (to) => {
    const log = read(moves, { to });
    expect(transitionsOf(log, '1')).toEqual([
      '2026-03-02T09:00 Ideas',
      '2026-03-03T09:00 Develop',
      '2026-03-04T09:00 Test / Done',
    ]);
    expect(log.statusCategories.get('ideas')).toBe('todo');
    expect(log.statusCategories.get('test / done')).toBe('waiting');
    expect(findingCounts(log)).toEqual({});
  });

  it('can be the column of one of several boards', () => {
    const board = 'WEF_0A1B_Kanban.Column';
    const log = read([update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'], [board]: [undefined, 'Inbox'] })], {
      to: board,
    });
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T09:00 Inbox']);
  });

  it('are asked for where the name is none of them', () => {
    const log = read(moves, { to: 'Lane' });
    expect(findingCounts(log)).toMatchObject({ 'unknown-field': 1 });
    expect(transitionsOf(log, '1')).toHaveLength(2);
  });

  it('keep the column where a board hides the item, but not where it was removed', () => {
    const log = read(
      [
        ...moves,
        update(1, 4, '05T09:00', { [COLUMN]: ['Test', undefined] }),
        update(1, 5, '06T09:00', { [STATE]: ['Active', 'Removed'] }),
      ],
      {
        to: 'Board Column',
      },
    );
    expect(transitionsOf(log, '1').slice(3)).toEqual(['2026-03-06T09:00 Removed']);
    expect(log.statusCategories.get('removed')).toBe('dropped');
  });
});

describe('fields', () => {
  it('are those of the last update, and what the user names', () => {
    const log = read(
      [
        update(1, 1, '02T09:00', {
          'System.WorkItemType': [undefined, 'Bug'],
          'Microsoft.VSTS.Scheduling.Effort': [undefined, 3],
          'System.IterationPath': [undefined, 'Shop\\Sprint 1'],
          'Microsoft.VSTS.Common.Severity': [undefined, '2 - High'],
          'Custom.Size': [undefined, 8],
        }),
        update(1, 2, '03T09:00', { 'System.IterationPath': ['Shop\\Sprint 1', 'Shop\\Sprint 2'] }),
      ],
      { points: 'Custom.Size' },
      ['severity'],
    );
    expect(['type', 'points', 'sprint', 'severity'].map((field) => fieldOf(log, '1', field))).toEqual([
      'Bug',
      '8',
      'Shop\\Sprint 2',
      '2 - High',
    ]);
  });

  it('called as nothing should be called do no harm', () => {
    const fields = JSON.parse(
      '{"__proto__":{"newValue":"x"},"constructor":{"newValue":"y"},"System.State":{"newValue":"New"},"System.ChangedDate":{"newValue":"2026-03-02T09:00:00Z"}}',
    );
    const log = read([{ id: 1, workItemId: 1, rev: 1, fields }], {}, ['__proto__', 'constructor']);
    expect(transitionsOf(log, '1')).toEqual(['2026-03-02T09:00 New']);
  });

  it.each([
    null,
    7,
    'x',
    [],
    { workItemId: 1 },
    { workItemId: 1, rev: 0 },
    { workItemId: {}, rev: 1 },
    { workItemId: 1, rev: 1e300 },
  ])('of %j are none: the record is in a finding', (record) => {
    const log = read([update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'] }), record]);
    expect(log.files[0]).toMatchObject({ used: 1, rejected: 1 });
  });
});
