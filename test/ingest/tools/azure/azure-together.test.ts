import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open } from '../../../../src/index.ts';
import { readLog } from '../../../../src/ingest/read-log.ts';
import { PitwallError } from '../../../../src/model/errors.ts';
import type { EventLog } from '../../../../src/model/log/event-log.ts';
import { HISTORY_GRADES } from '../../../../src/model/log/history-grade.ts';
import { OPTIONS } from '../../read-text.ts';
import { damageOf } from '../damage.ts';
import { findingCounts, transitionsOf } from '../read-with.ts';
import { ASSIGNED, COLUMN, march, revision, STATE, TAGS, update } from './azure-records.ts';

type Files = Record<string, string>;

const inputs = (files: Files) => Object.entries(files).map(([name, data]) => ({ name, data }));
const readFiles = (files: Files) => readLog(inputs(files), OPTIONS);
const page = (records: readonly unknown[], more: object = {}) =>
  JSON.stringify({ count: records.length, value: records, ...more });

/** All that is known of the items, whatever the order of the files and rows that it came from. */
function knowledgeOf(log: EventLog) {
  const sorted = (rows: string[]) => rows.sort();
  const id = (item: number) => log.itemIds[item] as string;
  return {
    transitions: sorted(
      Array.from({ length: log.transitionCount }, (_, row) =>
        [
          id(log.transitions.item(row)),
          log.transitions.at(row),
          log.statuses.value(log.transitions.from(row)),
          log.statuses.value(log.transitions.to(row)),
        ].join('|'),
      ),
    ),
    assignments: sorted(
      Array.from({ length: log.assignmentItem.length }, (_, row) =>
        [
          id(log.assignmentItem.at(row)),
          log.assignmentAt.at(row),
          log.people.members(log.assignmentPeople.at(row)),
        ].join('|'),
      ),
    ),
    flags: sorted(
      Array.from({ length: log.flagItem.length }, (_, row) =>
        [id(log.flagItem.at(row)), log.flagAt.at(row), log.flagSet.at(row)].join('|'),
      ),
    ),
    items: sorted(
      log.itemIds.map((name, item) =>
        JSON.stringify([
          name,
          log.created.at(item),
          log.started.at(item),
          log.finished.at(item),
          log.cutBefore.at(item),
          log.grade.at(item),
          log.statuses.value(log.currentStatus.at(item)),
          ...['title', 'labels', 'parent'].map((field) =>
            log.field(field).dictionary.value(log.field(field).snapshot(item)),
          ),
        ]),
      ),
    ),
    findings: findingCounts(log),
  };
}

/** Histories of a few items: what each revision sets. */
const STATES = ['New', 'Active', 'Resolved', 'Closed', 'Removed'];
const histories = fc.array(
  fc.array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 3000 }),
      state: fc.constantFrom(...STATES),
      column: fc.constantFrom('Ideas', 'Develop', 'Test', ''),
      owner: fc.constantFrom('Ana', 'Ben', ''),
      tags: fc.constantFrom('', 'Web', 'Blocked; Web'),
      title: fc.constantFrom('One', 'Two'),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  { minLength: 1, maxLength: 4 },
);

type History = readonly {
  minutes: number;
  state: string;
  column: string;
  owner: string;
  tags: string;
  title: string;
}[];

const fieldsOf = ({ state, column, owner, tags, title }: History[number]): Record<string, string> => ({
  [STATE]: state,
  [COLUMN]: column,
  [ASSIGNED]: owner,
  [TAGS]: tags,
  'System.Title': title,
});

/** Instants that rise from the first of March on, as `01T00:00`. */
function instantsOf(history: History): string[] {
  let at = Date.UTC(2026, 2, 1);
  return history.map(({ minutes }) => {
    at += minutes * 60_000;
    return new Date(at).toISOString().slice(8, 16);
  });
}

function revisionsOf(history: History, item: number) {
  const at = instantsOf(history);
  return history.map((entry, index) => {
    const filled = Object.entries(fieldsOf(entry)).filter(([, value]) => value !== '');
    // The fields that a report was asked for are in it even where this item has nothing in them.
    return revision(item, index + 1, at[index] as string, Object.fromEntries(filled));
  });
}

function updatesOf(history: History, item: number) {
  const at = instantsOf(history);
  return history.map((entry, index) => {
    const now = fieldsOf(entry);
    const was = index === 0 ? {} : fieldsOf(history[index - 1] as History[number]);
    const changed = Object.entries(now).filter(
      ([field, value]) => value !== ((was as Record<string, string>)[field] ?? ''),
    );
    const changes = changed.map(([field, value]) => [
      field,
      [(was as Record<string, string>)[field] || undefined, value || undefined] as const,
    ]);
    const next = at[index + 1];
    return update(item, index + 1, at[index] as string, Object.fromEntries(changes), {
      revisedDate: next === undefined ? '9999-01-01T00:00:00Z' : march(next),
    });
  });
}

const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });

describe('the same items and events come', () => {
  it('of updates reversed, shuffled, split into overlapping pages, in any order of the files', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories.chain((all) => {
          const updates = all.flatMap((history, item) => updatesOf(history, item + 1));
          return fc.tuple(fc.constant(updates), shuffled(updates), fc.nat(updates.length), fc.nat(2));
        }),
        async ([updates, mixed, cut, overlap]) => {
          const expected = knowledgeOf(await readFiles({ 'a.json': page(updates) }));
          const reversed = await readFiles({ 'a.json': page(updates.toReversed()) });
          expect(knowledgeOf(reversed)).toEqual(expected);
          const first = mixed.slice(0, Math.max(1, cut));
          const second = mixed.slice(Math.max(0, Math.min(cut - overlap, mixed.length - 1)));
          const split = await readFiles({ 'a.json': page(second), 'b.json': page(first) });
          expect(knowledgeOf(split)).toEqual(expected);
          const rows = split.files.map(({ used, merged, rejected }) => [used, merged, rejected]);
          expect(rows.reduce((sum, [used]) => sum + (used as number), 0)).toBe(updates.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of updates and of revisions', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (all) => {
        const updates = all.flatMap((history, item) => updatesOf(history, item + 1));
        const revisions = all.flatMap((history, item) => revisionsOf(history, item + 1));
        const fromUpdates = knowledgeOf(await readFiles({ 'a.json': page(updates) }));
        const fromRevisions = knowledgeOf(await readFiles({ 'a.json': page(revisions.toReversed()) }));
        expect(fromRevisions).toEqual(fromUpdates);
        const both = knowledgeOf(await readFiles({ 'a.json': page(revisions), 'b.json': page(updates) }));
        expect(both).toEqual(fromUpdates);
      }),
      { numRuns: 60 },
    );
  });

  it('of Analytics as JSON and as CSV, with rows and columns shuffled', async () => {
    const columns = [
      'WorkItemId',
      'Revision',
      'State',
      'StateCategory',
      'ChangedDate',
      'Title',
      'TagNames',
      'AssignedTo.UserName',
    ];
    await fc.assert(
      fc.asyncProperty(
        histories.chain((all) => {
          const rows = all.flatMap((history, item) => {
            const at = instantsOf(history);
            return history.map(
              (entry, index): Record<string, string> => ({
                WorkItemId: String(item + 1),
                Revision: String(index + 1),
                State: entry.state,
                StateCategory: 'InProgress',
                ChangedDate: march(at[index] as string),
                Title: entry.title,
                TagNames: entry.tags,
                'AssignedTo.UserName': entry.owner,
              }),
            );
          });
          return fc.tuple(fc.constant(rows), shuffled(rows), shuffled(columns));
        }),
        async ([rows, mixed, order]) => {
          const json = rows.map(({ 'AssignedTo.UserName': owner, ...row }) => ({
            ...row,
            Revision: Number(row.Revision),
            AssignedTo: owner === '' ? null : { UserName: owner },
          }));
          // A first row with an owner, so that the column is there.
          fc.pre(rows.some((row) => row['AssignedTo.UserName'] !== ''));
          const context = { '@odata.context': 'https://example.test/$metadata#WorkItemRevisions' };
          const expected = knowledgeOf(await readFiles({ 'a.json': JSON.stringify({ ...context, value: json }) }));
          const csv = [order, ...mixed.map((row) => order.map((name) => row[name] as string))]
            .map((cells) => cells.join(','))
            .join('\n');
          expect(knowledgeOf(await readFiles({ 'a.csv': csv }))).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of a query with rows and columns shuffled', async () => {
    const columns = [
      'ID',
      'Work Item Type',
      'Title',
      'State',
      'Created Date',
      'Activated Date',
      'Closed Date',
      'Assigned To',
    ];
    const rows = [
      [
        '1',
        'Bug',
        'One',
        'Closed',
        '7.6.2025 9:00:00',
        '8.6.2025 9:00:00',
        '25.6.2025 9:00:00',
        'Ana <ana@example.test>',
      ],
      ['2', 'Bug', 'Two', 'Active', '9.6.2025 9:00:00', '10.6.2025 9:00:00', '', ''],
      ['3', 'Story', 'Three', 'Removed', '9.6.2025 9:00:00', '', '', 'Ben'],
    ];
    const csvOf = (order: readonly number[], all: readonly string[][]) =>
      [columns, ...all].map((cells) => order.map((column) => cells[column]).join(';')).join('\n');
    const expected = knowledgeOf(
      await readFiles({
        'a.csv': csvOf(
          columns.map((_, index) => index),
          rows,
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(shuffled(columns.map((_, index) => index)), shuffled(rows), async (order, mixed) => {
        expect(knowledgeOf(await readFiles({ 'a.csv': csvOf(order, mixed) }))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a query and the updates of its items', () => {
  const query =
    'ID,Work Item Type,Title,State,Activated Date,Closed Date,Story Points\n' +
    '1,Bug,One,Closed,2026-03-03 09:00,2026-03-05 09:00,3\n2,Bug,Two,Active,2026-03-04 09:00,,\n';
  const updates = page([
    update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'] }),
    update(1, 2, '03T09:00', { [STATE]: ['New', 'Active'] }),
    update(1, 3, '05T09:00', { [STATE]: ['Active', 'Closed'] }),
  ]);

  it.each([[{ 'query.csv': query, 'updates.json': updates }], [{ 'updates.json': updates, 'query.csv': query }]])(
    'are one set of items: the history of one, the fields of both',
    async (files) => {
      const log = await readFiles(files);
      expect(log.itemCount).toBe(2);
      expect(transitionsOf(log, '1')).toHaveLength(3);
      const grades = ['1', '2'].map((id) => HISTORY_GRADES[log.grade.at(log.itemIds.indexOf(id))]);
      expect(grades).toEqual(['full-log', 'milestones']);
      expect(log.assigneesKnown.at(log.itemIds.indexOf('1'))).toBe(1);
      const points = log.field('points');
      expect(points.dictionary.value(points.snapshot(log.itemIds.indexOf('1')))).toBe('3');
    },
  );

  it('give the cycle time that the history tells', async () => {
    const analysis = await open(inputs({ 'query.csv': query, 'updates.json': updates }));
    const { cycleTime, items } = analysis.report();
    // 3 March 09:00 to 5 March 09:00.
    expect([cycleTime.count, cycleTime.meanDays, items.inProgress]).toEqual([1, 2, 1]);
  });
});

describe('pages in several files', () => {
  const first = [update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'] })];
  const second = [update(1, 2, '03T09:00', { [STATE]: ['New', 'Closed'] })];
  const link = { '@odata.nextLink': 'https://example.test/next' };

  it('are whole where one of them is the last', async () => {
    const files = { 'a.json': page(first, link), 'b.json': page(second) };
    expect(findingCounts(await readFiles(files))).toEqual({});
    expect(findingCounts(await readFiles({ 'a.json': page(first, link) }))).toEqual({ 'page-incomplete': 1 });
  });

  it('may stand one behind the other in one file, where the last says nothing of a next one', async () => {
    const log = await readFiles({ 'a.json': `${page(first, link)}\n${page(second)}\n` });
    expect(findingCounts(log)).toEqual({});
    expect(transitionsOf(log, '1')).toHaveLength(2);
  });
});

describe('what states mean', () => {
  const stages = async (records: readonly unknown[], fields: Record<string, string> = {}) =>
    (await open(inputs({ 'a.json': page(records) }), { map: fields }))
      .report()
      .workflow.stages.map(({ name, kind }) => `${name} ${kind}`);

  it('is what the processes of Azure DevOps say: Resolved is not finished, Removed is dropped', async () => {
    const records = [
      update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'] }),
      update(1, 2, '03T09:00', { [STATE]: ['New', 'Active'] }),
      update(1, 3, '04T09:00', { [STATE]: ['Active', 'Resolved'] }),
      update(1, 4, '05T09:00', { [STATE]: ['Resolved', 'Closed'] }),
      update(2, 1, '02T09:00', { [STATE]: [undefined, 'New'] }),
      update(2, 2, '03T09:00', { [STATE]: ['New', 'Removed'] }),
    ];
    expect(await stages(records)).toEqual([
      'New todo',
      'Active active',
      'Resolved waiting',
      'Closed done',
      'Removed dropped',
    ]);
    const { items, cycleTime } = (await open(inputs({ 'a.json': page(records) }))).report();
    // Active on 3 March, Closed on 5 March; the time in Resolved belongs to it.
    expect([items.finished, items.dropped, cycleTime.meanDays]).toEqual([1, 1, 2]);
  });

  it('is Approved before work begins where work is Committed to, as in Scrum', async () => {
    const scrum = (last: string) => [
      update(1, 1, '02T09:00', { [STATE]: [undefined, 'New'] }),
      update(1, 2, '03T09:00', { [STATE]: ['New', 'Approved'] }),
      update(1, 3, '04T09:00', { [STATE]: ['Approved', last] }),
      update(1, 4, '05T09:00', { [STATE]: [last, 'Done'] }),
    ];
    expect(await stages(scrum('Committed'))).toEqual(['New todo', 'Approved todo', 'Committed active', 'Done done']);
    expect(await stages(scrum('Active'))).toContain('Approved active');
  });

  it('is work or waiting by the name where the category says no more than under way', async () => {
    const states = [
      ['Ideas', 'Proposed'],
      ['Cooking', 'InProgress'],
      ['Waiting for supplier', 'InProgress'],
      ['Served', 'Completed'],
    ];
    const value = states.map(([State, StateCategory], index) => ({
      WorkItemId: 1,
      Revision: index + 1,
      State,
      StateCategory,
      ChangedDate: march(`0${index + 2}T09:00`),
    }));
    const { workflow } = (await open(inputs({ 'a.json': JSON.stringify({ value }) }))).report();
    expect(workflow.stages.map(({ kind }) => kind)).toEqual(['todo', 'active', 'waiting', 'done']);
  });
});

describe('damaged records', () => {
  const parent = { rel: 'System.LinkTypes.Hierarchy-Reverse', url: 'https://example.test/_apis/wit/workItems/9' };
  const updates = [
    update(1, 1, '02T09:00', {
      [STATE]: [undefined, 'New'],
      [TAGS]: [undefined, 'Blocked'],
      [COLUMN]: [undefined, 'Ideas'],
    }),
    update(1, 2, '03T09:00', { [STATE]: ['New', 'Active'], [ASSIGNED]: [undefined, { displayName: 'Ana' }] }),
    update(1, 3, '04T09:00', { [STATE]: ['Active', 'Closed'] }, { relations: { added: [parent] } }),
  ];
  const revisions = [
    revision(1, 1, '02T09:00', { [STATE]: 'New' }, { relations: [parent] }),
    revision(1, 2, '03T09:00', { [STATE]: 'Active', [ASSIGNED]: { displayName: 'Ana' } }),
  ];
  const rows = [1, 2, 3].map((Revision) => ({
    WorkItemId: 1,
    Revision,
    State: 'New',
    StateCategory: 'Proposed',
    ChangedDate: march('02T09:00'),
    AssignedTo: { UserName: 'Ana' },
  }));

  it.each([
    ['azure-updates', updates],
    ['azure-revisions', revisions],
    ['azure-analytics', rows],
  ])(
    'of %s never end in anything but an answer or an error of one line, and no row is lost',
    async (input, records) => {
      await fc.assert(
        fc.asyncProperty(damageOf(records), async (damaged) => {
          const outcome = await open(inputs({ 'a.json': JSON.stringify({ value: damaged }) }), { input }).then(
            (analysis) => [analysis.report(), analysis.inspect()] as const,
            (error: unknown) => error,
          );
          if (!Array.isArray(outcome)) {
            expect(outcome).toBeInstanceOf(PitwallError);
            expect((outcome as PitwallError).message).not.toContain('\n');
            return;
          }
          const [file] = (outcome[1] as ReturnType<Awaited<ReturnType<typeof open>>['inspect']>).files;
          expect(file?.rows).toBe((file?.used ?? 0) + (file?.merged ?? 0) + (file?.rejected ?? 0));
        }),
        { numRuns: 150 },
      );
    },
  );
});
