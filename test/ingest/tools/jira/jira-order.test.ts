import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../../src/ingest/read-log.ts';
import type { EventLog } from '../../../../src/model/log/event-log.ts';
import { findingsOf } from '../../findings-of.ts';
import { OPTIONS } from '../../read-text.ts';
import { issuesOf } from './jira-summary.ts';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures');
const csvOf = (name: string) => readFileSync(join(FIXTURES, name), 'utf8');

function read(...files: string[]): Promise<EventLog> {
  return readLog(
    files.map((data, index) => ({ name: `file-${index}`, data })),
    OPTIONS,
  );
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const written = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map(cell).join(',')).join('\n');

/** Columns in another order, those of one name among themselves in the order they had: it tells the current sprint. */
function columnsIn(order: readonly number[], header: readonly string[]): number[] {
  const next = new Map<string, number[]>();
  for (const [column, name] of header.entries()) next.set(name, [...(next.get(name) ?? []), column]);
  return order.map((column) => next.get(header[column] as string)?.shift() as number);
}

describe('rows and columns of a Jira CSV export', () => {
  const table = parse(csvOf('jira-csv/cloud-all-fields/jira.csv'), { bom: true }) as string[][];
  const [header, ...rows] = table as [string[], ...string[][]];
  const columns = header.map((_, column) => column);
  const shuffled = <T>(values: readonly T[]) =>
    fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });

  it('say the same in any order', async () => {
    const expected = issuesOf(await read(written(table)));
    expect(Object.keys(expected)).toHaveLength(rows.length);
    await fc.assert(
      fc.asyncProperty(shuffled(rows), shuffled(columns), async (inRows, inColumns) => {
        const order = columnsIn(inColumns, header);
        const text = written([header, ...inRows].map((row) => order.map((column) => row[column] as string)));
        expect(issuesOf(await read(text))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('say the same spread over several files, in any order', async () => {
    const expected = issuesOf(await read(written(table)));
    await fc.assert(
      fc.asyncProperty(shuffled(rows), fc.integer({ min: 1, max: rows.length - 1 }), async (inRows, cut) => {
        const parts = [inRows.slice(0, cut), inRows.slice(cut)].map((part) => written([header, ...part]));
        expect(issuesOf(await read(...parts))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

const SELF = 'https://demo.example.test/rest/api/3/issue/DEMO-1';
const STATUSES = ['To Do', 'Doing', 'Review', 'Done'];

/** A history of one issue: a walk through statuses and assignees, one entry a step, several within one minute. */
const histories = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 90 }),
      status: fc.integer({ min: 0, max: STATUSES.length - 1 }),
      person: fc.constantFrom('Ana', 'Ben', null),
      flag: fc.constantFrom('Impediment', ''),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((steps) => {
    let at = Date.parse('2026-03-03T09:00:00Z');
    const before = { status: 0, person: null as string | null, flag: '' };
    return steps.map(({ minutes, status, person, flag }, index) => {
      // No two at one instant: what is first of several then would be told by their ids alone.
      at += minutes * 60_000 + 60_000;
      const items = [
        change('status', STATUSES[before.status] as string, STATUSES[status] as string),
        change('assignee', before.person, person),
        change('Flagged', before.flag, flag),
      ];
      Object.assign(before, { status, person, flag });
      return { id: String(100 + index), created: new Date(at).toISOString().replace('Z', '+0000'), items };
    });
  });

function change(field: string, from: string | null, to: string | null) {
  return { field, fieldtype: 'jira', from: from && `id-${from}`, fromString: from, to: to && `id-${to}`, toString: to };
}

type Entries = { id: string; created: string; items: object[] }[];

const page = (entries: Entries, start: number, end: number) =>
  JSON.stringify({
    self: `${SELF}/changelog?startAt=${start}`,
    maxResults: end - start,
    startAt: start,
    total: entries.length,
    isLast: end === entries.length,
    values: entries.slice(start, end),
  });

const LIST =
  'Summary,Issue key,Issue id,Issue Type,Status,Assignee,Created\nFirst,DEMO-1,1001,Story,Done,Ana,2026-03-02 09:00\n';

const searched = (entries: Entries, held = entries) =>
  JSON.stringify({
    issues: [
      {
        id: '1001',
        key: 'DEMO-1',
        fields: {
          summary: 'First',
          issuetype: { name: 'Story' },
          status: { name: 'Done' },
          assignee: { accountId: 'id-Ana', displayName: 'Ana' },
          created: '2026-03-02T09:00:00.000+0000',
        },
        changelog: { startAt: 0, maxResults: held.length, total: entries.length, histories: held },
      },
    ],
  });

const history = (issues: Record<string, unknown>) => {
  const { transitions, assignments, flags, created, cutBefore, grade } = issues['DEMO-1'] as Record<string, unknown>;
  return { transitions, assignments, flags, created, cutBefore, grade };
};

describe('the changelog of an issue', () => {
  it('says the same oldest first and newest first', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (entries) => {
        const forward = issuesOf(await read(searched(entries)));
        expect(issuesOf(await read(searched(entries.toReversed())))).toEqual(forward);
      }),
      { numRuns: 50 },
    );
  });

  it('says the same whole within the issue, and in pages that overlap, in files of any order beside a list', async () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        histories,
        cuts,
        fc.integer({ min: 0, max: 2 }),
        fc.infiniteStream(fc.nat()),
        async (entries, at, overlap, random) => {
          const whole = history(issuesOf(await read(searched(entries))));
          const ends = [...new Set([...at.filter((end) => end > 0 && end < entries.length), entries.length])].sort(
            (a, b) => a - b,
          );
          const pages = ends.map((end, index) => page(entries, Math.max(0, (ends[index - 1] ?? 0) - overlap), end));
          const files = [...pages, LIST].map((text) => ({ text, rank: random.next().value as number }));
          const log = await read(...files.sort((a, b) => a.rank - b.rank).map(({ text }) => text));
          expect(history(issuesOf(log))).toEqual(whole);
          expect(findingsOf(log)).toEqual({});
        },
      ),
      { numRuns: 80 },
    );
  });

  it('says the same where pages complete what a search cut short, in either order', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(12), fc.boolean(), async (entries, kept, pagesFirst) => {
        const whole = history(issuesOf(await read(searched(entries))));
        const recent = searched(entries, entries.slice(Math.min(kept, entries.length)));
        const all = page(entries, 0, entries.length);
        const log = await (pagesFirst ? read(all, recent) : read(recent, all));
        expect(history(issuesOf(log))).toEqual(whole);
        expect(findingsOf(log)).toEqual({});
      }),
      { numRuns: 50 },
    );
  });

  it('is cut, and says so, where a page before the last is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories.filter((entries) => entries.length >= 3),
        async (entries) => {
          const log = await read(page(entries, 0, 1), page(entries, 2, entries.length), LIST);
          const issues = issuesOf(log)['DEMO-1'] as { cutBefore: string };
          expect(issues.cutBefore).toBe(entries[2]?.created.slice(0, 16));
          expect(findingsOf(log)).toEqual({ 'cut-history': 1 });
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the files of a data pipeline', () => {
  const folder = 'jira-pipeline/issues-and-history';
  const files = ['issues_job1.csv', 'issue_history_job1.csv', 'issue_fields_job1.csv'].map((name) =>
    csvOf(join(folder, name)),
  );

  it('say the same in any order of files and rows', async () => {
    const expected = issuesOf(await read(...files));
    const shuffled = <T>(values: readonly T[]) =>
      fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });
    const inOrder = fc.tuple(
      ...files.map((text) => {
        const [header, ...rows] = text.trim().split('\n') as [string, ...string[]];
        return shuffled(rows).map((lines) => [header, ...lines].join('\n'));
      }),
    );
    await fc.assert(
      fc.asyncProperty(inOrder.chain(shuffled), async (texts) => {
        expect(issuesOf(await read(...texts))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
