import { describe, expect, it } from 'vitest';
import { readLog } from '../../../../src/ingest/read-log.ts';
import { jiraChangelog } from '../../../../src/ingest/tools/jira/changelog/jira-changelog.ts';
import { findingsOf } from '../../findings-of.ts';
import { errorOf, OPTIONS } from '../../read-text.ts';
import { assignmentsOf, fieldOf, findingCounts, flagsOf, minute, readRecords, transitionsOf } from '../read-with.ts';

const SELF = 'https://demo.example.test/rest/api/3/issue/AB-1/changelog?startAt=0';
const entry = (id: number, at: string, from: string | null, to: string | null, field = 'status') => ({
  id: String(id),
  created: `2026-03-${at}T09:00:00.000+0000`,
  items: [{ field, fieldtype: 'jira', from: null, fromString: from, to: null, toString: to }],
});
const ENTRIES = [entry(1, '03', 'To Do', 'Doing'), entry(2, '04', 'Doing', 'Done')];
const page = (values: object[], startAt = 0, total = values.length, self = SELF) => ({
  self,
  startAt,
  total,
  isLast: startAt + values.length === total,
  values,
});

describe('what it recognises', () => {
  const probe = (records: unknown[], wrapper: Record<string, unknown> | null = null) =>
    jiraChangelog.probe({ records, wrapper }).score;

  it('is pages, bulk fetches, and issues with nothing but a changelog', () => {
    expect(probe([page(ENTRIES)])).toBe('certain');
    expect(probe([{ issueId: '1', changeHistories: ENTRIES }])).toBe('certain');
    expect(probe([{ issueChangeLogs: [] }])).toBe('certain');
    expect(probe([{ key: 'AB-1', id: '1', changelog: { histories: ENTRIES } }])).toBe('certain');
    expect(probe(ENTRIES, { self: SELF })).toBe('certain');
  });

  it.each([
    ['an issue with its fields', [{ key: 'AB-1', fields: { status: {} }, changelog: { histories: ENTRIES } }]],
    ['updates of work items', [{ id: 1, workItemId: 2, rev: 1, fields: {} }]],
    ['events', [{ id: 1, event: 'closed', created_at: '2026-03-03T09:00:00Z' }]],
    ['a page of another kind', [{ self: 'https://demo.example.test/rest/api/3/user', values: [{ a: 1 }] }]],
  ])('is not %s', (_, records) => {
    expect(probe(records)).toBe('no');
  });
});

describe('entries by themselves', () => {
  const read = (value: unknown) => readLog([{ name: 'log.json', data: JSON.stringify(value) }], OPTIONS);

  it('are of the issue that stands around them, wherever its address stands', async () => {
    const { self, ...rest } = page(ENTRIES);
    const log = await read({ ...rest, self });
    expect(transitionsOf(log, 'AB-1').sort()).toEqual([
      '2026-03-03T08:59 To Do',
      '2026-03-03T09:00 Doing',
      '2026-03-04T09:00 Done',
    ]);
  });

  it('are refused where nothing says of which issue they are', async () => {
    expect((await errorOf(read(ENTRIES))).code).toBe('no-issue');
    // Two pages whose addresses stand behind their entries: only the last one's is known in the end.
    const two = [page([entry(3, '05', 'To Do', 'Done')], 0, 1, SELF.replace('AB-1', 'AB-2')), page(ENTRIES)].map(
      ({ self, ...rest }) => JSON.stringify({ ...rest, self }),
    );
    const error = await errorOf(readLog([{ name: 'log.jsonl', data: two.join('\n') }], OPTIONS));
    expect(error.code).toBe('no-issue');
  });
});

describe('an issue whose creation no file tells', () => {
  it('begins in the middle: it has no creation, and its first status is that of its first entry', () => {
    const log = readRecords(jiraChangelog, [page([entry(9, '01', null, 'ana', 'assignee'), ...ENTRIES])]);
    expect(transitionsOf(log, 'AB-1')).toContain('2026-03-01T08:59 To Do');
    expect(minute(log.cutBefore.at(0))).toBe('2026-03-01T09:00');
    expect(minute(log.created.at(0))).toBe('unknown');
    expect(assignmentsOf(log, 'AB-1')).toEqual(['2026-03-01T09:00 ana']);
  });

  it('is named in a finding where not even its status is known', () => {
    const log = readRecords(jiraChangelog, [page([entry(9, '01', null, 'ana', 'assignee')])]);
    expect(findingCounts(log)).toEqual({ 'status-unknown': 1 });
  });
});

describe('parts of one history', () => {
  const list = 'Summary,Issue key,Issue id,Status,Created\nA,AB-1,1,Done,2026-03-02 09:00\n';
  const read = (...files: unknown[]) =>
    readLog(
      files.map((file, index) => ({ name: `${index}`, data: typeof file === 'string' ? file : JSON.stringify(file) })),
      OPTIONS,
    );

  it('tell what a field was last changed to, whichever comes first', async () => {
    const points = (id: number, at: string, to: string) => entry(id, at, null, to, 'Story Points');
    const [early, late] = [page([points(1, '03', '5')], 0, 2), page([points(2, '04', '8')], 1, 2)];
    for (const order of [
      [early, late],
      [late, early],
    ])
      expect(fieldOf(await read(list, ...order), 'AB-1', 'points')).toBe('8');
  });

  it('begin flagged where the first change of the flag clears it', async () => {
    const log = await read(page([entry(1, '03', 'Impediment', '', 'Flagged'), ...ENTRIES.slice(1)]), list);
    expect(flagsOf(log, 'AB-1').sort()).toEqual(['2026-03-02T09:00 on', '2026-03-03T09:00 off']);
  });

  it('do not matter beside an issue that came with all of its history', async () => {
    const search = {
      key: 'AB-1',
      id: '1',
      fields: { status: { name: 'Done' }, issuetype: { name: 'Bug' }, created: '2026-03-02T09:00:00.000+0000' },
      changelog: { histories: ENTRIES, total: 2 },
    };
    const first = page(ENTRIES.slice(0, 1), 0, 2);
    for (const order of [
      [first, search],
      [search, first],
    ]) {
      const log = await read(...order);
      expect(findingsOf(log)).toEqual({});
      expect(minute(log.cutBefore.at(0))).toBe('unknown');
    }
  });
});

describe('the account of entries', () => {
  it('counts each entry as used, merged or rejected', () => {
    const bad = { id: '7', created: 'yesterday', items: [] };
    const log = readRecords(jiraChangelog, [page([...ENTRIES, bad]), page(ENTRIES), page([], 0, 0), { key: 'AB-9' }]);
    expect(log.files[0]).toMatchObject({ rows: 7, used: 3, merged: 2, rejected: 2 });
    expect(findingCounts(log)).toEqual({ 'cut-history': 1, 'not-a-changelog': 1, 'unreadable-date': 1 });
  });

  it('says that a bulk fetch has further pages, until one is the last', () => {
    const bulk = { issueId: '5', changeHistories: ENTRIES };
    expect(findingCounts(readRecords(jiraChangelog, [bulk], { nextPageToken: 'x' }))).toEqual({ 'page-incomplete': 1 });
    expect(findingCounts(readRecords(jiraChangelog, [bulk], {}))).toEqual({});
  });

  it('never takes a method that every object has for a value', () => {
    const lacking = { field: 'status', fieldtype: 'jira', fromString: 'To Do' };
    const log = readRecords(jiraChangelog, [
      page([{ ...entry(1, '03', '', ''), items: [lacking, null, 7, { field: null }] }]),
    ]);
    expect(transitionsOf(log, 'AB-1')).toEqual(['2026-03-03T08:59 To Do']);
    expect(readRecords(jiraChangelog, [page([null, 7, [], { items: {} }] as object[])]).files[0]).toMatchObject({
      rows: 4,
      rejected: 4,
    });
  });

  it('knows the fields that entries changed, where no list tells them', () => {
    const log = readRecords(jiraChangelog, [
      page([
        ...ENTRIES,
        entry(3, '05', '3', '13', 'Story Points'),
        entry(4, '06', null, 'Done', 'resolution'),
        entry(5, '07', 'web', 'web urgent', 'labels'),
        entry(6, '08', null, 'no key', 'Parent'),
      ]),
    ]);
    expect(['points', 'resolution', 'labels'].map((field) => fieldOf(log, 'AB-1', field))).toEqual([
      '13',
      'Done',
      'web; urgent',
    ]);
    expect(log.hasField('parent')).toBe(false);
  });
});
