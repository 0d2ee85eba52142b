import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableFormat } from '../../../src/ingest/format.ts';
import { readLog } from '../../../src/ingest/read-log.ts';
import { allFormats } from '../../../src/ingest/registry.ts';
import type { EventLog } from '../../../src/model/log/event-log.ts';
import { logSummary } from '../log-summary.ts';
import { OPTIONS } from '../read-text.ts';

const FORMATS = await allFormats();

/** The order of rows, columns, records and entries of a history must say nothing, in whichever fixture of these tools. */
const TOOLS = new Set([
  'asana',
  'linear',
  'clickup',
  'monday',
  'shortcut',
  'redmine',
  'youtrack',
  'bugzilla',
  'businessmap',
  'pivotal',
]);
/** An item of a board export belongs to the group whose name stands above it: there the order of rows is information. */
const ORDER_MATTERS = new Set(['monday-board']);

const ROOT = join(import.meta.dirname, '../../../fixtures');

interface Case {
  id: string;
  name: string;
  file: string;
  text: Buffer;
  options: object;
  delimiter: string;
}

const CASES: Case[] = FORMATS.filter(({ id, tool }) => TOOLS.has(tool) && !ORDER_MATTERS.has(id)).flatMap(({ id }) =>
  readdirSync(join(ROOT, id)).map((name) => {
    const folder = join(ROOT, id, name);
    const file = readdirSync(folder).find((input) => input !== 'expected.json') as string;
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    const { options = {}, delimiter } = expected;
    return { id, name, file, text: readFileSync(join(folder, file)), options, delimiter: delimiter ?? ',' };
  }),
);

type Shuffle = <T>(values: readonly T[]) => T[];

/** A shuffle that a seed decides. */
function shuffleOf(seed: number): Shuffle {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return (values) => {
    const shuffled = [...values];
    for (let at = shuffled.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [shuffled[at], shuffled[other]] = [shuffled[other] as never, shuffled[at] as never];
    }
    return shuffled;
  };
}

function shuffledTable({ id, text, delimiter }: Case, shuffle: Shuffle): string {
  const records: string[][] = parse(text.toString('latin1'), { delimiter, relax_column_count: true });
  const { probe } = FORMATS.find((format) => format.id === id) as TableFormat;
  const decoded = records.map((record) => record.map((cell) => Buffer.from(cell, 'latin1').toString('utf8')));
  const isHeader = (cells: readonly string[]) => probe({ header: cells, rows: [] }, {}).score !== 'no';
  const at = decoded.some(isHeader) ? decoded.findIndex(isHeader) : records.findIndex(isHeader);
  const width = (records[at] as string[]).length;
  const order = shuffle(Array.from({ length: width }, (_, column) => column));
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
  const arrange = (cells: readonly string[]) => line(order.map((column) => cells[column] ?? ''));
  const [header, ...rows] = records.slice(at) as [string[], ...string[][]];
  return [...records.slice(0, at).map(line), arrange(header), ...shuffle(rows).map(arrange)].join('\n');
}

function shuffledJson({ text, file }: Case, shuffle: Shuffle): string {
  const deep = (value: unknown): unknown => {
    if (Array.isArray(value)) return shuffle(value.map(deep));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(shuffle(Object.entries(value)).map(([key, held]) => [key, deep(held)]));
  };
  const written = text.toString('utf8');
  if (!file.endsWith('.jsonl')) return JSON.stringify(deep(JSON.parse(written)));
  const lines = written.split('\n').filter((line) => line.trim() !== '');
  return shuffle(lines.map((line) => JSON.stringify(deep(JSON.parse(line))))).join('\n');
}

/** What a log says, whatever the order it was said in. */
function contentOf(log: EventLog) {
  const summary = logSummary(log);
  const sorted = (lines: readonly string[]) => lines.map((line) => line.replace(/ line \d+$/, '')).sort();
  const fields = Object.fromEntries(
    log.fieldNames().map((field) => {
      const store = log.field(field);
      const values = log.itemIds.map((id, item) => [
        id,
        store.dictionary.value(store.snapshot(item)).split('; ').sort(),
      ]);
      return [field, Object.fromEntries(values)];
    }),
  );
  const { transitions, assignments, flags, created, milestones, currentStatus, rows, findings, grade } = summary;
  return {
    items: [...log.itemIds].sort(),
    transitions: sorted(transitions),
    assignments: sorted(assignments),
    flags: sorted(flags),
    grades: Object.fromEntries(log.itemIds.map((id, item) => [id, log.grade.at(item)])),
    ...{ created, milestones, currentStatus, rows, findings, grade, fields },
  };
}

describe.each(CASES.map((each) => [`${each.id}/${each.name}`, each] as const))('%s', (_, each) => {
  it('says the same in any order', async () => {
    const options = { ...OPTIONS, ...each.options };
    const read = async (data: string | Buffer) => contentOf(await readLog([{ name: each.file, data }], options));
    const expected = await read(each.text);
    const isTable = each.file.endsWith('.csv');
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const shuffle = shuffleOf(seed);
        const text = isTable ? Buffer.from(shuffledTable(each, shuffle), 'latin1') : shuffledJson(each, shuffle);
        expect(await read(text)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});

/** A JSON export cut in two, the parts sharing what lies between the places: as pages that overlap. */
function pagesOf({ text, file }: Case, first: number, second: number): string[] {
  const written = text.toString('utf8');
  const lines = file.endsWith('.jsonl') ? written.split('\n').filter((line) => line.trim() !== '') : [];
  const parts = <T>(records: readonly T[]) => {
    const [a, b] = [first % (records.length + 1), second % (records.length + 1)];
    return [records.slice(0, Math.max(a, b)), records.slice(Math.min(a, b))].filter((part) => part.length > 0);
  };
  if (lines.length > 0) return parts(lines).map((part) => part.join('\n'));
  const document: unknown = JSON.parse(written);
  if (Array.isArray(document)) return parts(document).map((part) => JSON.stringify(part));
  const [key, records] = Object.entries(document as object).find(([, value]) => Array.isArray(value)) ?? ['', []];
  if (key === '') return [written];
  return parts(records as unknown[]).map((part) => JSON.stringify({ ...(document as object), [key]: part }));
}

describe.each(
  CASES.filter(({ file }) => !file.endsWith('.csv')).map((each) => [`${each.id}/${each.name}`, each] as const),
)('%s', (_, each) => {
  it('says the same in overlapping pages', async () => {
    const options = { ...OPTIONS, ...each.options };
    const read = async (texts: readonly (string | Buffer)[]) => {
      const log = await readLog(
        texts.map((data, page) => ({ name: `page-${page}.json`, data })),
        { ...options, input: each.id },
      );
      // How many rows there are, and of which pages there could be more, differs.
      const { rows: _rows, findings: _findings, grade: _grade, ...content } = contentOf(log);
      return content;
    };
    const expected = await read([each.text]);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (first, second) => {
        expect(await read(pagesOf(each, first, second))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});

it('covers every tool', () => {
  expect(new Set(CASES.map(({ id }) => FORMATS.find((format) => format.id === id)?.tool))).toEqual(TOOLS);
});
