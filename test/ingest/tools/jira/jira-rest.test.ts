import { describe, expect, it } from 'vitest';
import { jiraRest } from '../../../../src/ingest/tools/jira/rest/jira-rest.ts';
import { HISTORY_GRADES } from '../../../../src/model/log/history-grade.ts';
import { assignmentsOf, fieldOf, findingCounts, flagsOf, minute, readRecords, transitionsOf } from '../read-with.ts';

const ana = { accountId: 'a', displayName: 'Ana' };
const ben = { accountId: 'b', displayName: 'Ben' };

function issue(key: string, fields: object = {}, histories?: object[], total = histories?.length) {
  return {
    key,
    self: `https://demo.example.test/jira/rest/api/2/issue/${key.length}`,
    fields: {
      status: { id: '4', name: 'Done', statusCategory: { key: 'done' } },
      issuetype: { name: 'Story' },
      created: '2026-03-02T09:00:00.000+0000',
      assignee: null,
      ...fields,
    },
    ...(histories === undefined ? {} : { changelog: { histories, total } }),
  };
}

const entry = (id: number, at: string, ...items: object[]) => ({
  id: String(id),
  created: `2026-03-${at}:00.000+0000`,
  items,
});
const move = (was: string | null, is: string | null, field = 'status') => ({
  field,
  from: was,
  fromString: was,
  to: is,
  toString: is,
});

describe('what it recognises', () => {
  const probe = (records: unknown[], wrapper: Record<string, unknown> | null = null) =>
    jiraRest.probe({ records, wrapper }).score;

  it('is certain of issues, whatever their keys look like, if most records are some', () => {
    expect(probe([issue('AB-1'), { key: 'AB-2' }])).toBe('certain');
    expect(probe([{ ...issue('A-1'), key: 'whatever' }])).toBe('certain');
  });

  it.each([
    ['a project', { key: 'AB-1', fields: { name: 'x' } }],
    ['something without a key', { ...issue('A-1'), key: '' }],
    ['something without a status', { key: 'AB-1', fields: { issuetype: {} } }],
    ['a GitHub issue', { number: 1, state: 'open' }],
  ])('does not take %s for an issue', (_, record) => {
    expect(probe([record])).toBe('no');
  });

  it('stops at an error document, which it recognises', () => {
    const document = { errorMessages: ['The value XYZ does not exist'], errors: {} };
    expect(probe([document])).toBe('certain');
    expect(() => readRecords(jiraRest, [document])).toThrow(/XYZ does not exist/);
    expect(() => readRecords(jiraRest, [document])).toThrow(expect.objectContaining({ code: 'error-document' }));
  });
});

describe('the history of an issue', () => {
  const steps = [
    entry(1, '03T09:00', move('To Do', 'Doing')),
    entry(2, '04T09:00', move('Doing', 'Review')),
    entry(10, '04T09:00', move('Review', 'Done')),
  ];
  const expected = [
    '2026-03-02T09:00 To Do',
    '2026-03-03T09:00 Doing',
    '2026-03-04T09:00 Review',
    '2026-03-04T09:00 Done',
  ];

  it('begins at creation with what the first change changed from, and is the same in either order', () => {
    for (const histories of [steps, steps.toReversed()]) {
      const log = readRecords(jiraRest, [issue('A-1', {}, histories)]);
      expect(transitionsOf(log, 'A-1')).toEqual(expected);
    }
  });

  it('begins with today’s status where there was no change', () => {
    expect(transitionsOf(readRecords(jiraRest, [issue('A-1', {}, [])]), 'A-1')).toEqual(['2026-03-02T09:00 Done']);
  });

  it('does not begin anew at a creation later than its first change', () => {
    const log = readRecords(jiraRest, [issue('A-1', { created: '2026-03-03T12:00:00.000+0000' }, steps)]);
    expect(transitionsOf(log, 'A-1')).toEqual(expected.slice(1));
  });

  it('does not take the method that every object has for the name of a status', () => {
    const { toString: _, ...lacking } = move('To Do', '2');
    const log = readRecords(jiraRest, [
      issue('A-1', {}, [entry(1, '03T09:00', lacking), entry(2, '04T09:00', { ...move('Doing', 'Done'), from: '2' })]),
    ]);
    // The name is that of the same status id elsewhere.
    expect(transitionsOf(log, 'A-1')).toEqual([
      '2026-03-02T09:00 To Do',
      '2026-03-03T09:00 Doing',
      '2026-03-04T09:00 Done',
    ]);
  });

  it('counts an entry that overlapping pages repeat once', () => {
    const log = readRecords(jiraRest, [issue('A-1', {}, [...steps, ...steps])]);
    expect(transitionsOf(log, 'A-1')).toEqual(expected);
  });

  it('keeps exact instants whatever the offset', () => {
    const histories = [{ id: '1', created: '2026-03-03T09:00:00.000+0530', items: [move('To Do', 'Done')] }];
    const log = readRecords(jiraRest, [issue('A-1', {}, histories)], null, { timeZone: 'Asia/Tokyo' });
    expect(transitionsOf(log, 'A-1')[1]).toBe('2026-03-03T03:30 Done');
  });

  it('has no beginning where it is cut short', () => {
    const log = readRecords(jiraRest, [issue('A-1', { assignee: ana }, steps, 120)]);
    expect(transitionsOf(log, 'A-1')).toEqual(expected.slice(1));
    expect(assignmentsOf(log, 'A-1')).toEqual([]);
    expect(minute(log.cutBefore.at(0))).toBe('2026-03-03T09:00');
    expect(minute(log.created.at(0))).toBe('2026-03-02T09:00');
    expect(log.findings.list()).toMatchObject([
      { code: 'cut-history', weight: 'warning', count: 1, examples: [{ item: 'A-1', value: '3 of 120 entries' }] },
    ]);
  });

  it('notes entries that cannot be dated and goes on without them', () => {
    const log = readRecords(jiraRest, [issue('A-1', {}, [{ id: '9', created: 'yesterday', items: [] }, ...steps])]);
    expect(findingCounts(log)).toEqual({ 'unreadable-date': 1 });
    expect(transitionsOf(log, 'A-1')).toEqual(expected);
  });

  it('says which changes make no timeline', () => {
    const log = readRecords(jiraRest, [
      issue('A-1', {}, [
        entry(1, '03T09:00', move('1', '2', 'Workflow'), move('1', '2', 'Workflow'), move(null, 'x', 'Link')),
      ]),
    ]);
    expect(log.files[0]?.notes).toEqual(['Changes of fields that make no timeline were left out: Workflow 2, Link 1.']);
  });
});

describe('who had it', () => {
  const hand = (from: typeof ana | null, to: typeof ana | null) => ({
    field: 'assignee',
    from: from?.accountId ?? null,
    fromString: from?.displayName ?? null,
    to: to?.accountId ?? null,
    toString: to?.displayName ?? null,
  });

  it('is known from creation on: what the first change changed from, else today’s assignee', () => {
    const log = readRecords(jiraRest, [
      issue('A-1', { assignee: null }, [entry(2, '04T09:00', hand(ben, null)), entry(1, '03T09:00', hand(ana, ben))]),
      issue('A-2', { assignee: ben }, []),
      issue('A-3', { assignee: ben }, [entry(3, '03T09:00', hand(null, ben))]),
    ]);
    expect(assignmentsOf(log, 'A-1')).toEqual([
      '2026-03-02T09:00 Ana',
      '2026-03-03T09:00 Ben',
      '2026-03-04T09:00 nobody',
    ]);
    expect(assignmentsOf(log, 'A-2')).toEqual(['2026-03-02T09:00 Ben']);
    expect(assignmentsOf(log, 'A-3')).toEqual(['2026-03-03T09:00 Ben']);
    expect(log.files[0]?.assignees).toBe('full');
    expect([...log.assigneesKnown.values()]).toEqual([1, 1, 1]);
  });

  it('is one person for one account, whatever it was called', () => {
    const renamed = { ...ana, displayName: 'Ana Newname' };
    const log = readRecords(jiraRest, [issue('A-1', { assignee: ana }, [entry(1, '03T09:00', hand(null, renamed))])]);
    expect(assignmentsOf(log, 'A-1')).toEqual(['2026-03-03T09:00 Ana']);
  });
});

describe('flags', () => {
  it('block with their value as the reason; any that a first change clears was there from creation', () => {
    const log = readRecords(jiraRest, [
      issue('A-1', {}, [
        entry(1, '03T09:00', move(null, 'Impediment', 'Flagged')),
        entry(2, '04T09:00', move('Impediment', '', 'Flagged')),
      ]),
      issue('A-2', {}, [entry(3, '04T09:00', move('Impediment', null, 'Flagged'))]),
    ]);
    expect(flagsOf(log, 'A-1')).toEqual(['2026-03-03T09:00 on', '2026-03-04T09:00 off']);
    expect(flagsOf(log, 'A-2')).toEqual(['2026-03-02T09:00 on', '2026-03-04T09:00 off']);
    expect(log.reasons.value(log.flagReason.at(0))).toBe('Impediment');
  });
});

describe('fields', () => {
  it('are those of today', () => {
    const log = readRecords(jiraRest, [
      issue('A-1', {
        summary: 'First',
        priority: { name: 'High' },
        labels: ['web', 'urgent'],
        components: [{ name: 'Shop' }],
        parent: { key: 'A-9' },
        resolution: { name: "Won't Do" },
        customfield_1: [
          { name: 'Sprint 1', state: 'closed' },
          { name: 'Sprint 2', state: 'active' },
        ],
      }),
    ]);
    const values = ['title', 'type', 'priority', 'labels', 'team', 'parent', 'resolution', 'sprint', 'url'].map(
      (field) => fieldOf(log, 'A-1', field),
    );
    expect(values).toEqual([
      'First',
      'Story',
      'High',
      'web; urgent',
      'Shop',
      'A-9',
      "Won't Do",
      'Sprint 2',
      'https://demo.example.test/jira/browse/A-1',
    ]);
  });

  it('read the sprints of old servers', () => {
    const sprint =
      'com.atlassian.greenhopper.service.sprint.Sprint@1f[id=3,rapidViewId=1,state=ACTIVE,name=Sprint 3, the last,startDate=2026-03-02]';
    const log = readRecords(jiraRest, [issue('A-1', { customfield_1: [sprint] })]);
    expect(fieldOf(log, 'A-1', 'sprint')).toBe('Sprint 3, the last');
  });

  it.each([
    [
      'the history of a later issue',
      [issue('A-2', {}, [entry(1, '03T09:00', { ...move(null, '8', 'Story Points'), fieldId: 'customfield_7' })])],
      null,
    ],
    ['the names of the response', [], { names: { customfield_7: 'Story point estimate' } }],
    [
      'the schema of the response',
      [],
      { schema: { customfield_7: { custom: 'com.pyxis.greenhopper.jira:jsw-story-points' } } },
    ],
  ])('find the points by %s', (_, others, wrapper) => {
    const log = readRecords(jiraRest, [issue('A-1', { customfield_7: 5, customfield_8: 9 }), ...others], wrapper);
    expect(fieldOf(log, 'A-1', 'points')).toBe('5');
    expect(log.files[0]?.mapping.points).toBe('fields.customfield_7');
  });

  it('are read from where the user says, and asked for by id or by name', () => {
    const log = readRecords(
      jiraRest,
      [issue('A-1', { customfield_7: 5, customfield_8: { value: 'Blue' } })],
      { names: { customfield_8: 'Cost centre' } },
      { fields: { points: 'fields.customfield_7', to: 'elsewhere' }, extraFields: ['Cost centre', 'customfield_7'] },
    );
    expect(['points', 'Cost centre', 'customfield_7'].map((field) => fieldOf(log, 'A-1', field))).toEqual([
      '5',
      'Blue',
      '5',
    ]);
    expect(log.hasField('to')).toBe(false);
  });
});

describe('an issue without changelog', () => {
  it('has milestones: resolved, else since when its status is a done one', () => {
    const log = readRecords(jiraRest, [
      issue('A-1', {
        resolutiondate: '2026-03-05T09:00:00.000+0000',
        statuscategorychangedate: '2026-03-06T09:00:00.000+0000',
      }),
      issue('A-2', { statuscategorychangedate: '2026-03-06T09:00:00.000+0000' }),
      issue('A-3', {
        status: { name: 'Doing', statusCategory: { key: 'indeterminate' } },
        statuscategorychangedate: '2026-03-06T09:00:00.000+0000',
      }),
    ]);
    expect([0, 1, 2].map((item) => minute(log.finished.at(item)))).toEqual([
      '2026-03-05T09:00',
      '2026-03-06T09:00',
      'unknown',
    ]);
    expect(log.transitionCount).toBe(0);
    expect(log.files[0]).toMatchObject({ grade: 'milestones', assignees: 'current' });
  });

  it('beside others with one has a grade of its own', () => {
    const log = readRecords(jiraRest, [issue('A-1'), issue('A-2', {}, [])]);
    expect([...log.grade.values()].map((grade) => HISTORY_GRADES[grade])).toEqual(['milestones', 'full-log']);
    expect([...log.assigneesKnown.values()]).toEqual([0, 1]);
    expect(log.files[0]?.notes[0]).toContain('1 of 2 issues have no changelog');
  });
});

describe('the account of records', () => {
  it('keeps the first of an issue that comes twice and rejects what is none', () => {
    const log = readRecords(jiraRest, [issue('A-1'), issue('A-1'), { key: 'A-2' }, null, 7]);
    expect(log.files[0]).toMatchObject({ rows: 5, used: 1, merged: 1, rejected: 3, items: 1 });
    expect(findingCounts(log)).toEqual({ 'duplicate-item': 1, 'not-an-issue': 3 });
  });

  it.each([
    [{ startAt: 0, maxResults: 1, total: 3 }, '1 of 3 issues'],
    [{ startAt: 50, maxResults: 50, total: 120 }, 'from 50 on 1 of 120 issues'],
    [{ startAt: 50, maxResults: 50, total: 51 }, 'from 50 on 1 of 51 issues'],
    [{ isLast: false }, '1 of more issues'],
    [{ nextPageToken: 'x' }, '1 of more issues'],
  ])('says that there are more pages after %j', (wrapper, value) => {
    const log = readRecords(jiraRest, [issue('A-1')], wrapper);
    expect(log.findings.list()).toMatchObject([{ code: 'page-incomplete', examples: [{ file: 'log.json', value }] }]);
  });

  it.each([{ startAt: 0, maxResults: 50, total: 1 }, { isLast: true, nextPageToken: 'x' }, {}])(
    'says nothing after %j',
    (wrapper) => {
      expect(findingCounts(readRecords(jiraRest, [issue('A-1')], wrapper))).toEqual({});
    },
  );
});
