import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../../src/ingest/format.ts';
import { UnknownFormatError } from '../../../src/model/column-proposal.ts';
import { errorOf, fileOf, readText } from '../read-text.ts';

const NOTION = `Name,Status,Assign,Created time,Last edited time,Completed on,Tags
Draft the brief,Done,Ana,"October 1, 2026 9:04 AM","October 9, 2026 3:04 PM","October 8, 2026",web
Review copy,Doing,Ben,"October 2, 2026 9:04 AM","October 9, 2026 3:04 PM",,web
Print flyer,Backlog,Ana,"October 3, 2026 9:04 AM","October 9, 2026 3:04 PM",,print
Book hall,Done,Eva,"October 3, 2026 10:04 AM","October 9, 2026 3:04 PM","October 7, 2026",event
`;
const CHANGES = `Ticket no,Moved on,Old column,New column,By
T-1,2026-01-02 09:00,,Todo,Ana
T-1,2026-01-03 09:00,Todo,Doing,Ana
T-1,2026-01-05 09:00,Doing,Done,Ana
T-2,2026-01-02 09:00,,Todo,Ben
T-2,2026-01-04 09:00,Todo,Doing,Ben
`;
const PLAN = `Key,Parent Task,Title,Status,Assigned To,Start Date,Duration,End Date,Predecessors
1,,A,Active,Ana,2026-10-01,2d,2026-10-13,
2,,B,Completed,Ben,2026-10-02,2d,2026-10-14,1
`;
const SNAPSHOT = `Ref,Stage,Received,Modified
A1,Open,2026-01-02,2026-02-01
A2,Open,2026-01-03,2026-02-01
A3,Closed,2026-01-05,2026-02-02
`;

/** The error of a table that no format fits. */
async function proposalFor(text: string, options: Partial<ReadOptions> = {}) {
  const error = await errorOf(readText(text, options));
  if (!(error instanceof UnknownFormatError)) throw error;
  const fields = Object.fromEntries(error.proposal.fields.map(({ field, column }) => [field, column]));
  return { error, fields, proposal: error.proposal };
}

/** `--map` of a command as options, in the way the shell and the program take it apart. */
function mapOf(command: string): Record<string, string> {
  const pairs = Array.from(command.matchAll(/--map (?:"((?:[^"\\]|\\.)*)"|(\S+))/g), ([, quoted, plain]) =>
    (quoted?.replace(/\\(.)/g, '$1') ?? (plain as string)).split(/=(.*)/s),
  );
  const map = Object.fromEntries(pairs.map(([field, column]) => [field, column as string]));
  return map.status === undefined ? map : { ...map, to: map.status };
}

describe('what is proposed for a table that no format fits', () => {
  it.each([
    [
      'a Notion database',
      NOTION,
      'milestones',
      { id: 'Name', status: 'Status', assignee: 'Assign', created: 'Created time', finished: 'Completed on' },
    ],
    [
      'a log of changes',
      CHANGES,
      'transition-log',
      { id: 'Ticket no', to: 'New column', at: 'Moved on', from: 'Old column' },
    ],
    ['a list of today', SNAPSHOT, 'milestones', { id: 'Ref', status: 'Stage', created: 'Received' }],
    ['a project plan', PLAN, 'milestones', { id: 'Key', title: 'Title', status: 'Status', assignee: 'Assigned To' }],
  ])('%s, and its command works', async (_, text, format, expected) => {
    const { error, fields, proposal } = await proposalFor(text);
    expect(fields).toEqual(expected);
    expect(proposal.format).toBe(format);
    expect(error.cure).toContain('run pitwall report log.csv --map ');
    const log = await readText(text, { fields: mapOf(error.cure) });
    expect(fileOf(log).format).toBe(format);
    expect(fileOf(log).rejected).toBe(0);
    expect(fileOf(log).mapping).toMatchObject(
      Object.fromEntries(Object.entries(expected).map(([field, column]) => [field, column])),
    );
  });

  it('says of each column what it seems to be, and by what', async () => {
    const { proposal } = await proposalFor(NOTION);
    expect(proposal.columns.map(({ name, kind, evidence }) => `${name}: ${kind}, ${evidence}`)).toEqual([
      'Name: text, texts in 4 of 4 rows, 4 different, such as Draft the brief',
      'Status: categories, 3 values in 4 of 4 rows: Done, Doing, Backlog',
      'Assign: people, names in 4 of 4 rows, 3 different, such as Ana',
      'Created time: dates, dates in 4 of 4 rows, such as October 1, 2026 9:04 AM',
      'Last edited time: dates, dates in 4 of 4 rows, such as October 9, 2026 3:04 PM; the last change of a row by its name',
      'Completed on: dates, dates in 2 of 4 rows, such as October 8, 2026',
      'Tags: text, texts in 4 of 4 rows, 3 different, such as web',
    ]);
  });

  it('never takes the time of a change for a stage or a milestone', async () => {
    for (const name of [
      'Updated',
      'Last Modified',
      'Date modified',
      'Edited',
      'Due date',
      'Planned end',
      'lastUpdated',
    ]) {
      const { fields, error } = await proposalFor(SNAPSHOT.replace('Modified', name));
      expect([name, Object.values(fields).includes(name)]).toEqual([name, false]);
      expect(
        fileOf(await readText(SNAPSHOT.replace('Modified', name), { fields: mapOf(error.cure) })).stageOrder,
      ).toBeUndefined();
    }
  });

  it('doubts the starts and ends of a plan, which are no milestones unless somebody says so', async () => {
    const { error, proposal } = await proposalFor(PLAN);
    expect(proposal.doubt).toContain('End Date and Start Date are plans as a rule');
    expect(error.message).toContain('are plans as a rule');
  });

  it('keeps what the user has named', async () => {
    const { error, fields } = await proposalFor(NOTION, { fields: { title: 'Tags' } });
    expect(fields.title).toBe('Tags');
    expect(error.cure).toContain('--map title=Tags --map id=Name');
  });

  it('is nothing where there are no dates or no ids, and the error says which', async () => {
    const noDates = await proposalFor('What,Who,Cost\nx,Ana,1\ny,Ben,2\n');
    expect(noDates.proposal).toMatchObject({
      fields: [],
      format: null,
      doubt: expect.stringContaining('no column holds dates'),
    });
    expect(noDates.error.cure).toContain('--map id=…');
    const noIds = await proposalFor('Colour,Opened on day\nred,2026-01-02\nred,2026-01-03\nred,2026-01-03\n');
    expect(noIds.proposal.fields).toEqual([]);
  });

  it('can be pasted whatever the columns are called', async () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'B', ' ', '"', '$', '`', '\\', "'", '=', 'é', '&', ';'),
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(name, name, async (first, second) => {
        const header = [`${first} ref no`, `received ${second} x`, 'Colour'];
        const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = `${header.map(cell).join(',')}\nQ1,2026-01-02,red\nQ2,2026-01-03,red\nQ3,2026-01-04,red\n`;
        const { error, fields } = await proposalFor(text);
        expect(mapOf(error.cure)).toEqual(fields);
        expect(fileOf(await readText(text, { fields: mapOf(error.cure) })).rows).toBe(3);
      }),
      { numRuns: 60 },
    );
  });

  it('is nothing where a column cannot be named on a command line', async () => {
    const { proposal } = await proposalFor(SNAPSHOT.replace('Ref', '"Ref\nno"'));
    expect(proposal.fields).toEqual([]);
    expect((await proposalFor(SNAPSHOT.replace('Stage', 'Ref'))).proposal.fields.map(({ field }) => field)).toEqual([
      'id',
      'created',
    ]);
  });

  it('finds the header below a title', async () => {
    const { proposal } = await proposalFor(`My board\n\n${SNAPSHOT}`);
    expect(proposal.columns.map(({ name }) => name)).toEqual(['Ref', 'Stage', 'Received', 'Modified']);
  });
});
