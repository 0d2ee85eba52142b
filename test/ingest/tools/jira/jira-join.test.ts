import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { open } from '../../../../src/index.ts';
import { readLog } from '../../../../src/ingest/read-log.ts';
import { jiraPipeline } from '../../../../src/ingest/tools/jira/pipeline/jira-pipeline.ts';
import { HISTORY_GRADES } from '../../../../src/model/log/history-grade.ts';
import { findingsOf } from '../../findings-of.ts';
import { errorOf, OPTIONS } from '../../read-text.ts';
import { fieldOf, probeTable, transitionsOf } from '../read-with.ts';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures');
const inputs = (...names: string[]) =>
  names.map((name) => ({ name, data: readFileSync(join(FIXTURES, name), 'utf8') }));

describe('a list of issues and their changelog', () => {
  const folder = 'jira-changelog/pages-that-overlap';
  const files = ['issues.csv', 'a-2.json', 'b-1.json', 'c-3.json', 'd.json'].map((name) => `${folder}/${name}`);

  it.each([
    ['the list first', files],
    ['the list last', files.toReversed()],
  ])('give each item the better grade of its two sources, %s', async (_, names) => {
    const log = await readLog(inputs(...names), OPTIONS);
    const grade = (id: string) => HISTORY_GRADES[log.grade.at(log.itemIds.indexOf(id))];
    expect(['DEMO-1', 'DEMO-2', 'DEMO-3'].map(grade)).toEqual(['full-log', 'full-log', 'milestones']);
    expect(log.itemCount).toBe(3);
  });

  it('give a cycle time that the list alone cannot: in work from 3 March 03:30 to 7 March 03:30', async () => {
    const alone = (await open(inputs(`${folder}/issues.csv`))).report();
    expect(alone.cycleTime.count).toBe(0);
    const joined = (await open(inputs(...files))).report();
    expect([joined.cycleTime.count, joined.cycleTime.meanDays]).toEqual([1, 4]);
  });

  it('let the resolution decide that what is done was dropped', async () => {
    const log = await open(inputs('jira-pipeline/issues-and-history/issues_job1.csv'));
    expect(log.items().itemList.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['DC-1', 'finished'],
      ['DC-2', 'dropped'],
      ['DC-3', 'notStarted'],
    ]);
  });
});

describe('issues known by their number', () => {
  it('get their keys from the list, whichever comes first', async () => {
    const folder = 'jira-pipeline/issues-and-history';
    const names = ['issues_job1.csv', 'issue_history_job1.csv'].map((name) => `${folder}/${name}`);
    const first = await readLog(inputs(...names), OPTIONS);
    const last = await readLog(inputs(...names.toReversed()), OPTIONS);
    expect([...first.itemIds].sort()).toEqual(['DC-1', 'DC-2', 'DC-3']);
    expect([...last.itemIds].sort()).toEqual(['DC-1', 'DC-2', 'DC-3']);
    expect(transitionsOf(last, 'DC-2').sort()).toEqual(transitionsOf(first, 'DC-2').sort());
    expect(fieldOf(first, 'DC-2', 'parent')).toBe('DC-1');
  });

  it('are never joined where two keys have one number, as issues of two sites do', async () => {
    const list = (key: string) => `Summary,Issue key,Issue id,Status,Created\nA,${key},1,Open,2026-03-02\n`;
    const history =
      'issue_id,changelog_id,created_date,field,from_string,to_string\n1,5,2026-03-03T09:00:00Z,status,Open,Done\n';
    const log = await readLog(
      [list('AB-1'), list('XY-7'), history].map((data, index) => ({ name: `${index}.csv`, data })),
      OPTIONS,
    );
    expect(log.itemIds).toEqual(['AB-1', 'XY-7', '1']);
    expect(log.files[2]?.notes[0]).toContain('known by their number alone: 1');
  });

  it('stand apart, and a finding says so, where their history came under both', async () => {
    const page = { self: 'https://x.test/rest/api/3/issue/AB-1/changelog', startAt: 0, total: 0, values: [] };
    const bulk = { issueChangeLogs: [{ issueId: '1', changeHistories: [] }] };
    const list = 'Summary,Issue key,Issue id,Status,Created\nA,AB-1,1,Open,2026-03-02\n';
    const log = await readLog(
      [JSON.stringify(page), JSON.stringify(bulk), list].map((data, index) => ({ name: `${index}`, data })),
      OPTIONS,
    );
    expect(findingsOf(log)).toMatchObject({ 'issue-twice': 1 });
  });
});

describe('the data pipeline', () => {
  it('is recognised by its columns, which no other export has', () => {
    expect(
      probeTable(jiraPipeline, 'issue_id,changelog_id,created_date,field,from,from_string,to,to_string\n').score,
    ).toBe('certain');
    expect(probeTable(jiraPipeline, 'id,instance_url,key,project_key,issue_type,summary,status\n').score).toBe(
      'certain',
    );
    expect(probeTable(jiraPipeline, 'issue_id,created_date,field,from_string,to_string\n').score).toBe('no');
    expect(probeTable(jiraPipeline, 'id,key,summary,status\n').score).toBe('no');
  });
});

describe('history rows of one instant', () => {
  const list = 'Summary,Issue key,Issue id,Status,Created\nA,AB-1,1,Done,2026-03-02 09:00\n';
  const header = 'issue_id,changelog_id,created_date,field,from_string,to_string';
  const rows = ['1,5,2026-03-03T09:00:00Z,status,Open,Doing', '1,6,2026-03-03T09:00:00Z,status,Doing,Done'];

  it.each([
    ['as they were made', rows],
    ['the other way round', rows.toReversed()],
  ])('begin with what the first entry changed, %s', async (_, lines) => {
    const files = [[header, ...lines, ''].join('\n'), list].map((data, index) => ({ name: `${index}.csv`, data }));
    const log = await readLog(files, OPTIONS);
    expect(transitionsOf(log, 'AB-1')).toContain('2026-03-02T09:00 Open');
  });
});

describe('pages of a search in several files', () => {
  const page = (key: string, rest: object) => ({
    name: `${key}.json`,
    data: JSON.stringify({
      issues: [
        {
          key,
          fields: { status: { name: 'Open' }, issuetype: { name: 'Bug' }, created: '2026-03-02T09:00:00.000+0000' },
        },
      ],
      ...rest,
    }),
  });

  it('are complete together, whichever comes first', async () => {
    const numbered = [
      page('AB-2', { startAt: 1, maxResults: 1, total: 2 }),
      page('AB-1', { startAt: 0, maxResults: 1, total: 2 }),
    ];
    expect(findingsOf(await readLog(numbered, OPTIONS))).toEqual({});
    const tokens = [page('AB-1', { nextPageToken: 'x' }), page('AB-2', { isLast: true })];
    expect(findingsOf(await readLog(tokens, OPTIONS))).toEqual({});
    expect(findingsOf(await readLog(tokens.slice(0, 1), OPTIONS))).toEqual({ 'page-incomplete': 1 });
  });

  it('may end with an empty one, which alone is an error', async () => {
    const last = { name: 'last.json', data: '{"startAt":1,"maxResults":1,"total":1,"issues":[]}' };
    const log = await readLog([page('AB-1', { startAt: 0, maxResults: 1, total: 1 }), last], OPTIONS);
    expect([log.itemCount, findingsOf(log)]).toEqual([1, { 'no-rows': 1 }]);
    expect((await errorOf(readLog([last], OPTIONS))).code).toBe('no-rows');
    expect((await errorOf(readLog([last, last], OPTIONS))).code).toBe('no-rows');
  });
});

describe('an XML export', () => {
  it.each([
    ['<!-- RSS generated by JIRA --><rss version="0.92"><channel></channel></rss>', /Export CSV/],
    ['<?xml version="1.0"?>\n<rss><channel><title>News</title></channel></rss>', /CSV or JSON/],
  ])('is refused with the way to one that is read: %s', async (data, cure) => {
    const error = await errorOf(readLog([{ name: 'x.xml', data }], OPTIONS));
    expect([error.code, error.cure]).toEqual(['xml', expect.stringMatching(cure)]);
  });
});

describe('a CSV export and a search of the same issues', () => {
  const csv =
    'Summary,Issue key,Issue id,Status,Created,Updated,Resolved\nOf the table,AB-1,1,Done,02/Mar/26 11:00 AM,09/Mar/26 11:00 AM,05/Mar/26 11:00 AM\n';
  const search = (fields: object, histories?: object[]) =>
    JSON.stringify([
      {
        id: '1',
        key: 'AB-1',
        fields: {
          status: { name: 'Done' },
          issuetype: { name: 'Bug' },
          summary: 'Of the search',
          created: '2026-03-02T10:00:30.000+0000',
          updated: '2026-03-08T10:00:30.000+0000',
          resolutiondate: '2026-03-05T10:00:30.000+0000',
          ...fields,
        },
        ...(histories === undefined ? {} : { changelog: { histories, total: histories.length } }),
      },
    ]);
  const read = (...files: string[]) =>
    readLog(
      files.map((data, index) => ({ name: `${index}`, data })),
      OPTIONS,
    );

  it('are one item, dated by the search, whose times state their offset', async () => {
    for (const files of [
      [csv, search({})],
      [search({}), csv],
    ]) {
      const log = await read(...files);
      expect([
        log.itemCount,
        new Date(log.created.at(0)).toISOString(),
        new Date(log.finished.at(0)).toISOString(),
      ]).toEqual([1, '2026-03-02T10:00:30.000Z', '2026-03-05T10:00:30.000Z']);
      expect(findingsOf(log)).not.toHaveProperty('conflicting-dates');
    }
  });

  it('let the later update say whether the issue is over', async () => {
    const reopened = csv.replace('05/Mar/26 11:00 AM\n', '\n').replace('Done', 'Open');
    for (const files of [
      [reopened, search({})],
      [search({}), reopened],
    ]) {
      expect((await read(...files)).finished.at(0)).toBeNaN();
    }
    // A table without such a column does not say that it is not.
    const silent = reopened.replace(',Resolved', '').replace(',\n', '\n');
    expect((await read(silent, search({}))).finished.at(0)).not.toBeNaN();
  });

  it('leave the dates to the history, where the search has one', async () => {
    const histories = [
      {
        id: '1',
        created: '2026-03-03T10:00:00.000+0000',
        items: [{ field: 'status', fromString: 'To Do', toString: 'Done' }],
      },
    ];
    for (const files of [
      [csv, search({}, histories)],
      [search({}, histories), csv],
    ]) {
      const log = await read(...files);
      expect([log.hasMilestones.at(0), HISTORY_GRADES[log.grade.at(0)]]).toEqual([0, 'full-log']);
      expect(transitionsOf(log, 'AB-1').sort()).toEqual(['2026-03-02T10:00 To Do', '2026-03-03T10:00 Done']);
    }
  });
});
