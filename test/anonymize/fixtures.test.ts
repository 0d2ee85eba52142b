// Every fixture, anonymised, is read as before: the same format, figures and findings, and nothing of its people and
// titles is left in it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AnalyzeOptions, anonymizer, type NamedInput, open, type Report } from '../../src/index.ts';
import type { ReadOptions } from '../../src/ingest/format.ts';
import { readLog } from '../../src/ingest/read-log.ts';
import { allFormats } from '../../src/ingest/registry.ts';
import type { EventLog } from '../../src/model/log/event-log.ts';
import { errorOf, OPTIONS } from '../ingest/read-text.ts';

const FORMATS = await allFormats();

const ROOT = join(import.meta.dirname, '../../fixtures');

interface Case {
  name: string;
  files: string[];
  options: Partial<ReadOptions>;
}

const CASES: Case[] = FORMATS.flatMap(({ id }) =>
  (existsSync(join(ROOT, id)) ? readdirSync(join(ROOT, id)) : []).map((name) => join(id, name)),
).map((name) => {
  const folder = join(ROOT, name);
  const files = readdirSync(folder).filter((file) => file !== 'expected.json');
  const { options = {} } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Partial<Case>;
  return { name, files: files.sort().map((file) => join(folder, file)), options };
});

/**
 * Which of two projects of a task counts is decided by their names, and so is the order of stages that the data leaves
 * open: where such names look like people's, they have to be kept.
 */
const KEEP: Readonly<Record<string, readonly string[]>> = {
  'asana-tasks/two-projects': ['project'],
  'trello-board.json': ['list', 'lists', 'listBefore', 'listAfter'],
};

async function copies(files: readonly string[], name: string): Promise<NamedInput[]> {
  const copier = await anonymizer({ keep: KEEP[name] ?? [] });
  const made: NamedInput[] = [];
  for (const file of files) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of copier.copy(file)) chunks.push(chunk);
    made.push({ name: basename(file), data: Buffer.concat(chunks) });
  }
  return made;
}

/** What of the log must be the same in the copy. */
function summary(log: EventLog): unknown {
  const files = log.files.map(
    ({ format, rows, used, merged, rejected, items, assignees, encoding, delimiter, dateOrder, zone }) => ({
      format,
      rows,
      used,
      merged,
      rejected,
      items,
      assignees,
      encoding,
      delimiter,
      order: dateOrder.order,
      zone: zone.certainty,
    }),
  );
  const findings = log.findings
    .list()
    .map(({ code, weight, count, examples }) => [code, weight, count, examples.map(({ line }) => line)]);
  return { files, items: log.itemCount, findings };
}

/** People, titles and addresses that the log or its files name. */
function secrets(log: EventLog, texts: readonly string[]): string[] {
  const people = Array.from({ length: log.people.size }, (_, set) => log.people.members(set)).flat();
  const titles = log.hasField('title') ? log.field('title').dictionary.values() : [];
  const addresses = texts.flatMap((text) => text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []);
  const types = log.hasField('type') ? log.field('type').dictionary.values() : [];
  // What is a status, a type, or the name of a column or a group, as well as a title is vocabulary.
  const known = new Set([
    ...types,
    ...log.statuses.values(),
    ...Object.values(log.files[0]?.mapping ?? {}),
    'Subitems',
    'Finished',
  ]);
  return [...new Set([...people, ...titles, ...addresses])].filter(
    (text) => !known.has(text) && (text.match(/\p{L}/gu) ?? []).length > 3,
  );
}

/** Public exports that stand beside the checkout, not in it; without them these tests are skipped. */
const DATA = process.env.PITWALL_DATA ?? join(import.meta.dirname, '../../../shared/data');
const REAL = [
  'azure-devops-query.csv',
  'azure-devops-semicolon.csv',
  'dates-only.csv',
  'jira-cloud-issues.json',
  'trello-board.json',
  'github-issue-events.json',
  'gitlab-issues.json',
];

describe.each(REAL)('%s', (file) => {
  const path = join(DATA, file);

  // Skipped where the file is not beside the checkout: its terms do not let it be part of the project.
  it.skipIf(!existsSync(path))('gives the same figures', async () => {
    const copy = (await open(await copies([path], file))).report();
    expectSame(figuresOf(copy), figuresOf((await open([path])).report()));
  });
});

/** What cannot be cut into cells or values by text alone. */
const isOther = ({ files }: Case) => files.some((file) => /\.(?:xes|xml|xlsx|zip)(?:\.gz)?$/.test(file));

it.each(CASES.filter(isOther))('$name is refused', async ({ name, files }) => {
  const error = await errorOf(copies(files, name));
  expect(error.message).toMatch(/(?:Export CSV or JSON|Save the sheet)/);
});

describe.each(CASES.filter((one) => !isOther(one)))('$name', ({ name, files, options }) => {
  it('is read as before, without its people and titles', async () => {
    const read = { ...OPTIONS, ...options };
    const inputs = files.map((file) => ({ name: basename(file), data: readFileSync(file) }));
    const log = await readLog(inputs, read);
    const masked = await copies(files, name);
    const again = await readLog(masked, read);
    expect(summary(again)).toEqual(summary(log));
    const texts = masked.map(({ data }) => Buffer.from(data as Uint8Array).toString('utf8'));
    const originals = inputs.map(({ data }) => data.toString('utf8'));
    const left = secrets(log, originals).filter((secret) => texts.some((text) => text.includes(secret)));
    expect(left).toEqual([]);
    expect(texts.map(breaks)).toEqual(originals.map(breaks));
  });

  it('gives the same figures', async () => {
    const asked = analyzeOptions(options);
    const before = (await open(files, asked)).report();
    const after = (await open(await copies(files, name), asked)).report();
    expectSame(figuresOf(after), figuresOf(before));
  });
});

function breaks(text: string): number {
  return text.split(/\r\n|\r|\n/).length;
}

/** All that a report says, but for titles, names of people and files, and the wording of findings. */
function figuresOf({ sources, findings, ...figures }: Report): unknown {
  const text = JSON.stringify(figures, (key, value: unknown) => {
    if (key === 'title') return undefined;
    return key === 'pairs' ? (value as { count: number }[] | null)?.map(({ count }) => count) : value;
  });
  return { figures: JSON.parse(text), findings: findings.map(({ code, weight, count }) => [code, weight, count]) };
}

/** What `anonymize` writes in place of names. */
const PSEUDONYM = /(?:person|text|id|key|host)-\d{3}|\bKEY[A-Z]+-?\d*|\bkey[a-z]+-?\d*/i;

/** The same figures, with names in them replaced one for one. */
function expectSame(after: unknown, before: unknown): void {
  const names = new Map<string, string>();
  const back = new Map<string, string>();
  const renamed = (old: unknown, now: unknown): unknown => {
    if (typeof old === 'string' && typeof now === 'string' && (old === now || PSEUDONYM.test(now))) {
      if (!names.has(old) && !back.has(now)) {
        names.set(old, now);
        back.set(now, old);
      }
      return names.get(old);
    }
    if (Array.isArray(old) && Array.isArray(now)) return old.map((each, index) => renamed(each, now[index]));
    if (typeof old === 'object' && old !== null && typeof now === 'object' && now !== null) {
      const keys = Object.keys(now);
      const values = Object.values(now);
      return Object.fromEntries(
        Object.entries(old).map(([key, value], index) => [renamed(key, keys[index]), renamed(value, values[index])]),
      );
    }
    return old;
  };
  expect(after).toEqual(renamed(before, after));
}

function analyzeOptions({ fields, dateOrder, input, sourceName, timeZone }: Partial<ReadOptions>): AnalyzeOptions {
  return {
    ...(fields !== undefined && { map: { ...fields } }),
    ...(dateOrder != null && { dateOrder }),
    ...(input != null && { input }),
    ...(sourceName != null && { sourceName }),
    ...(timeZone !== undefined && { timeZone }),
  };
}
