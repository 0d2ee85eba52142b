import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RECORD_KEYS } from '../../../src/ingest/detect/json-wrapping.ts';
import { logSummary } from '../log-summary.ts';
import { fileOf, readText } from '../read-text.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');

/** What Perceval calls its backends, and a file of records of each tool. */
const PERCEVAL: readonly (readonly [backend: string, category: string, file: string])[] = [
  ['GitLab', 'issue', 'gitlab-issues/opened-and-closed/issues.json'],
  ['Redmine', 'issue', 'redmine-issues'],
  ['BugzillaREST', 'bug', 'bugzilla-bugs'],
  ['Jira', 'issue', 'jira-rest'],
  ['GitHub', 'issue', 'github-issues'],
];

const ISSUES: Readonly<Record<string, readonly object[]>> = {
  'redmine-issues': [
    {
      id: 7,
      project: { id: 1, name: 'Shop' },
      tracker: { id: 1, name: 'Bug' },
      status: { id: 5, name: 'Closed' },
      subject: 'Basket is empty',
      created_on: '2026-03-02T09:00:00Z',
      closed_on: '2026-03-05T09:00:00Z',
    },
  ],
  'bugzilla-bugs': [
    {
      id: 7,
      product: 'Shop',
      component: 'Basket',
      status: 'RESOLVED',
      resolution: 'FIXED',
      summary: 'Basket is empty',
      creation_time: '2026-03-02T09:00:00Z',
      history: [
        {
          when: '2026-03-05T09:00:00Z',
          who: 'ada@example.org',
          changes: [{ field_name: 'status', removed: 'NEW', added: 'RESOLVED' }],
        },
      ],
    },
  ],
  'jira-rest': [
    {
      id: '10007',
      key: 'A-7',
      fields: {
        summary: 'Basket is empty',
        status: { name: 'Done' },
        issuetype: { name: 'Bug' },
        created: '2026-03-02T09:00:00.000+0000',
        resolutiondate: '2026-03-05T09:00:00.000+0000',
      },
    },
  ],
  'github-issues': [
    {
      number: 7,
      title: 'Basket is empty',
      state: 'closed',
      html_url: 'https://github.com/shop/web/issues/7',
      created_at: '2026-03-02T09:00:00Z',
      closed_at: '2026-03-05T09:00:00Z',
      labels: [],
    },
  ],
};

function recordsOf(file: string): readonly object[] {
  return ISSUES[file] ?? JSON.parse(readFileSync(join(FIXTURES, file), 'utf8'));
}

function perceval(backend: string, category: string, data: object): object {
  return {
    backend_name: backend,
    backend_version: '0.12.0',
    category,
    classified_fields_filtered: null,
    data,
    origin: 'https://tracker.example.org',
    perceval_version: '0.21.0',
    search_fields: { item_id: '7' },
    tag: 'https://tracker.example.org',
    timestamp: 1_772_700_000.5,
    updated_on: 1_772_700_000,
    uuid: 'ae231b1236212fab4c52303fec6ac30e105a55ed',
  };
}

const hit = (source: object, position: number) => ({
  _index: 'raw',
  _id: String(position),
  _score: 1,
  _source: source,
});

async function summaryOf(data: string): Promise<unknown> {
  const log = await readText(data);
  return { format: fileOf(log).format, ...(logSummary(log) as object) };
}

describe('records in envelopes', () => {
  it.each(PERCEVAL)('of Perceval, from %s, are read as without', async (backend, category, file) => {
    const records = recordsOf(file);
    const bare = await summaryOf(JSON.stringify(records));
    const wrapped = records.map((record) => perceval(backend, category, record));
    expect(await summaryOf(JSON.stringify(wrapped))).toEqual(bare);
    expect(await summaryOf(wrapped.map((record) => JSON.stringify(record)).join('\n'))).toEqual(bare);
    const answer = { took: 3, timed_out: false, hits: { total: { value: 1 }, max_score: 1, hits: wrapped.map(hit) } };
    expect(await summaryOf(JSON.stringify(answer))).toEqual(bare);
    expect(await summaryOf(wrapped.map((record, at) => JSON.stringify(hit(record, at))).join('\n'))).toEqual(bare);
  });

  it('are read as a table where the tool is none that is known', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => ({
      id: `T-${at}`,
      created: '2026-03-02T09:00:00Z',
      closed: at % 2 === 0 ? '2026-03-05T09:00:00Z' : null,
    }));
    const bare = await readText(JSON.stringify(rows));
    const log = await readText(rows.map((row, at) => JSON.stringify(hit(row, at))).join('\n'));
    expect(fileOf(log)).toMatchObject({ format: 'milestones', used: 300 });
    expect(log.itemIds).toEqual(bare.itemIds);
  });

  it('are records themselves where the envelope holds nothing that could be one', async () => {
    const rows = [
      { backend_name: 'x', data: 'text', id: 'A', created: '2026-03-02', closed: '2026-03-03' },
      { backend_name: 'x', data: null, id: 'B', created: '2026-03-02', closed: '2026-03-03' },
    ];
    expect((await readText(JSON.stringify(rows))).itemIds).toEqual(['A', 'B']);
  });

  it('are taken out of so many envelopes and no more', async () => {
    let record: object = { id: 'A', created: '2026-03-02', closed: '2026-03-03' };
    for (let depth = 0; depth < 10; depth++) record = hit(record, depth);
    await expect(readText(JSON.stringify([record]))).rejects.toThrow();
    expect(RECORD_KEYS.has('_source')).toBe(false);
  });
});

describe('a value of another shape', () => {
  it.each(['A-1', 'x1', 'team.7', '12'])(
    'does not keep an issue of Jira with the key %s from being one',
    async (key) => {
      const issue = { ...(recordsOf('jira-rest')[0] as object), key };
      const log = await readText(JSON.stringify({ issues: [issue], total: 1 }));
      expect(fileOf(log)).toMatchObject({ format: 'jira-rest', used: 1 });
      expect(log.itemIds).toEqual([key]);
    },
  );

  it('does not keep other records from being read', async () => {
    const read = async (record: object) => fileOf(await readText(JSON.stringify([record]))).format;
    const iid = { iid: 1, id: 1, title: 'x', state: 'reopened', created_at: '2026-03-02T09:00:00Z' };
    expect(await read(iid)).toBe('gitlab-issues');
    const task = { id: 'a', date_created: 1_772_442_000, status: { status: 'open', type: 'open' } };
    expect(await read(task)).toBe('clickup-tasks');
    const identifier = { identifier: 'web/7', state: { name: 'Done' }, createdAt: '2026-03-02T09:00:00Z' };
    expect(await read(identifier)).toBe('linear-issues');
    const number = { number: 7, title: 'x', state: 'closed', created_at: '2026-03-02T09:00:00Z', closed_at: null };
    expect(await read(number)).toBe('github-issues');
  });
});
