// Every fixture with people planted in its titles and in the names of its files: no name, in no spelling, in no output.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import {
  inspectionDocument,
  itemDocument,
  itemsDocument,
  METRICS,
  metricDocument,
  open,
  REPORTERS,
  reportDocument,
} from '../../src/index.ts';
import { allFormats } from '../../src/ingest/registry.ts';
import { pitwall } from './terminal.ts';

const ROOT = join(import.meta.dirname, '../../fixtures');

const FORMATS = await allFormats();
const CASES = FORMATS.flatMap(({ id }) =>
  (existsSync(join(ROOT, id)) ? readdirSync(join(ROOT, id)) : []).map((name) => join(id, name)),
);

/** Written apart from what the program knows of people: the columns and keys that these fixtures have. */
const COLUMNS =
  /^(?:assignees?|assigned[ _]to|owners?|owned by|reporters?|creators?|authors?|created by|requested by|requesters?|resource|org:resource|members?|changed by|assignee.?name|collaborators|bearbeiter|autor|persona asignada)$/i;
const KEYS =
  /^(?:assignees?|assigned_?to|owners?|reporter|creator|author|user|actor|created_?by|updated_?by|membercreator|member|members|requester|completed_by|system\.(?:assignedto|createdby|changedby))$/i;
const NAMES = /^(?:name|displayname|display_name|fullname|full_name|login|username|email|emailaddress|uniquename)$/i;
const TITLES = /^(?:title|summary|subject|titel|system\.title|zusammenfassung)$/i;

/** No names: teams, machines and accounts that are but a short number. */
const NO_NAMES =
  /^(?:\d{1,5}|.{0,2}|unassigned|nobody|start|end|null|user|me|support|(?:team|bot|ops|qa|dev|design|the|writers?|editors?|review|ci|admin|system|automation|marketing)(?:[ -]?(?:team|bot|ops|qa|dev|design|\d+))*)$/i;

/** The rows of a delimited file whose first line with two delimiters is its header; null for what is none. */
function rowsOf(data: Buffer): { header: string[]; rows: string[][]; delimiter: string } | null {
  const text = data.toString().replace('\ufeff', '');
  if (/[\0\ufffd]|^</.test(text)) return null;
  const first = text.split(/\r?\n/).find((line) => /[,;\t].*[,;\t]/.test(line)) ?? '';
  const delimiter = ['\t', ';', ','].find((sign) => first.split(sign).length > 2);
  if (delimiter === undefined) return null;
  const lines = parse(text.slice(text.indexOf(first)), { delimiter, relax_column_count: true, relax_quotes: true });
  const [header = [], ...rows] = lines as string[][];
  return { header, rows, delimiter };
}

/** The people of a JSON value. */
function peopleIn(value: unknown, person: boolean, found: Set<string>): void {
  if (typeof value === 'string' && person) found.add(value.trim());
  if (Array.isArray(value)) for (const one of value) peopleIn(one, person, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (person && NAMES.test(key)) peopleIn(inner, true, found);
      else peopleIn(inner, KEYS.test(key), found);
    }
  }
}

function planted(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return value.map((one) => planted(one, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      TITLES.test(key) && typeof inner === 'string' ? `${inner} ${text}` : planted(inner, text),
    ]),
  );
}

interface Planted {
  inputs: { name: string; data: string | Buffer }[];
  names: string[];
}

const isName = (name: string): boolean => !NO_NAMES.test(name) && name.length < 60 && !/^\d{4}-|:\/\//.test(name);

function spellingsOf(name: string): string[] {
  const words = name
    .replace(/@.*/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.every((word) => NO_NAMES.test(word))) return [name];
  const turned = words.length < 2 ? [] : [`${words.at(-1)}, ${words.slice(0, -1).join(' ')}`];
  return [name, name.toUpperCase(), words.join('-'), words.join('.').toLowerCase(), ...turned];
}

/** The case's files: each title says all names in all spellings, and each file has the first for a name. */
function plant(name: string): Planted {
  const folder = join(ROOT, name);
  const files = readdirSync(folder).filter((file) => file !== 'expected.json');
  const found = new Set<string>();
  const parts = files.sort().map((file) => {
    const data = readFileSync(join(folder, file));
    const json = jsonOf(data);
    const table = json === undefined ? rowsOf(data) : null;
    peopleIn(json, false, found);
    for (const [column, head] of (table?.header ?? []).entries()) {
      if (!COLUMNS.test(head.trim())) continue;
      for (const row of table?.rows ?? [])
        for (const one of (row[column] ?? '').split(/[;|]/)) found.add(one.replace(/\s*<.*>$/, '').trim());
    }
    return { file, data, json, table };
  });
  const names = [...found].filter(isName);
  const text = names
    .flatMap(spellingsOf)
    .map((one) => one.replace(/["\\;|\t]/g, ' '))
    .join(' / ');
  const inputs = parts.map(({ file, data, json, table }, index) => {
    const stem = (names[0] ?? 'plain')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-/, '');
    const shown = `${stem}-${index}${file.slice(file.indexOf('.'))}`;
    if (json !== undefined)
      return { name: shown, data: json.map((one) => JSON.stringify(planted(one, text))).join('\n') };
    return { name: shown, data: table === null ? data : plantedRows(table, text) };
  });
  return { inputs, names };
}

/** The documents of a JSON file, one a line in some. */
function jsonOf(data: Buffer): unknown[] | undefined {
  const text = data.toString().trim();
  for (const texts of [[text], text.split('\n')]) {
    try {
      return texts.map((one) => JSON.parse(one) as unknown);
    } catch {}
  }
  return undefined;
}

function plantedRows({ delimiter, header, rows }: NonNullable<ReturnType<typeof rowsOf>>, text: string): string {
  const title = header.findIndex((name) => TITLES.test(name));
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
  const told = rows.map((row) => row.map((cell, column) => (column === title ? `${cell} ${text}` : cell)));
  return [header, ...told].map(line).join('\n');
}

/** Names as they could come out: letter case, accents and what stands between words do not count. */
function leaks(output: string, names: readonly string[]): string[] {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/\\u[0-9a-f]{4}|[^\p{L}\p{N}]+/gu, ' ');
  const text = ` ${plain(output)} `;
  return names.flatMap(spellingsOf).filter((name) => text.includes(` ${plain(name).trim()} `));
}

const folder = mkdtempSync(join(tmpdir(), 'pitwall-names-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COMMANDS = ['report', 'items', 'inspect', 'init', 'item', ...METRICS.map(({ command }) => command)];

/** As the command line has the options of a fixture. */
function words({ dateOrder, fields, input, timeZone }: Given): string[] {
  const options = { '--date-order': dateOrder, '--input': input, '--time-zone': timeZone };
  const given = Object.entries(options).flatMap(([option, value]) => (value == null ? [] : [option, value]));
  return [...given, ...Object.entries(fields ?? {}).flatMap(([field, column]) => ['--map', `${field}=${column}`])];
}

interface Given {
  input?: string | null;
  dateOrder?: 'dmy' | 'mdy' | null;
  fields?: Record<string, string>;
  timeZone?: string;
}

describe('no output of', () => {
  let met = 0;

  it.each(CASES.map((name, index) => [name, index] as const))('%s names anybody', async (name, turn) => {
    const { inputs, names } = plant(name);
    met += names.length;
    const { options = {} } = JSON.parse(readFileSync(join(ROOT, name, 'expected.json'), 'utf8')) as { options?: Given };
    const { dateOrder, fields, input, timeZone } = options;
    const told = { dateOrder, input, map: fields, timeZone, by: 'assignee' };
    const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value != null));
    const analysis = await open(inputs, { ...given, anonymizePeople: true });
    const list = analysis.items();
    const [first] = list.itemList;
    const documents = [
      reportDocument(analysis.report()),
      itemsDocument(list),
      inspectionDocument(analysis.inspect()),
      ...(first === undefined ? [] : [itemDocument(analysis.item(first.id))]),
      ...METRICS.map(({ id }) => metricDocument(id, analysis.metric(id))),
    ];
    // Every output of what shows most, and of each metric another one with each fixture.
    const outputs = documents.flatMap((document, index) =>
      REPORTERS.filter((_, place) => index < 3 || (place + index + turn) % REPORTERS.length === 0).map((reporter) =>
        reporter.render(document, { width: 100, color: false }),
      ),
    );
    outputs.push(analysis.configuration(), JSON.stringify(analysis.questions()));
    expect(outputs.flatMap((output) => leaks(output, names))).toEqual([]);
    outputs.length = 0;

    // What the command line adds: notes, errors and files.
    for (const { name, data } of inputs) writeFileSync(join(folder, name), data);
    const files = inputs.map(({ name }) => name);
    const command = COMMANDS[turn % COMMANDS.length] as string;
    const ask = [command, ...(command === 'item' ? [first?.id ?? ''] : []), ...files, ...words(options)];
    const form = REPORTERS[turn % REPORTERS.length]?.id as string;
    const target = join(folder, 'out.txt');
    const forms = command === 'init' ? ['--force'] : ['-f', form];
    const written = await pitwall([...ask, '--anonymize-people', '-o', target, ...forms], { cwd: folder });
    expect(written.stderr).not.toMatch(/bug in pitwall/);
    expect(written).toEqual({ ...written, status: 0 });
    const wrong = await pitwall(['item', `${names[0] ?? 'x'}?`, ...files, '--anonymize-people'], { cwd: folder });
    expect(wrong.status).toBe(2);
    outputs.push(written.stdout, written.stderr, readFileSync(target, 'utf8'), wrong.stdout, wrong.stderr);
    expect(outputs.flatMap((output) => leaks(output, names))).toEqual([]);
  });

  it('is empty of people by chance', () => {
    expect(met).toBeGreaterThan(120);
  });
});
