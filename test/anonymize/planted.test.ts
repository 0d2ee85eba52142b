// Names, texts, hosts and accounts, planted in every place of every fixture where an export has such, and in files of no
// format: not a byte of them is in any output, however it is written.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anonymizedText, differenceText } from '../../src/cli/anonymized-text.ts';
import { anonymizer } from '../../src/index.ts';
import { allFormats } from '../../src/ingest/registry.ts';

const ROOT = join(import.meta.dirname, '../../fixtures');

/** Words that no tracker has. */
const NAME = 'Zyxwan Qvortrup';
const PLANTS = [
  NAME,
  'Qvortrup, Zyxwan',
  'zyxwan.qvortrup@qvortrup.example',
  'zyxwan_qvortrup',
  'https://zyxwan.qvortrup.example/qvortrup/zyxwan7?zyxwan=qvortrup#zyxwan',
  'Call Zyxwan Qvortrup at +49 5551 237 8901, she said.',
  'zyxwan-7',
  Buffer.from(NAME).toString('base64'),
  'Qvortrup GmbH',
  '+4955512378901',
];
/** What none of them may leave, whatever the order, the case or the encoding. */
const TRACES = [
  'zyxwan',
  'qvortrup',
  '2378901',
  '237 8901',
  ...['Zyxwan', 'zyxwan', 'Qvortrup', 'qvortrup'].flatMap((word) =>
    [0, 1, 2].map((shift) =>
      Buffer.from('.'.repeat(shift) + word)
        .toString('base64')
        .slice(shift === 0 ? 0 : 4, 8),
    ),
  ),
];

function tracesIn(output: string): string[] {
  const forms = [output, unescaped(output)];
  return TRACES.filter((trace) => forms.some((form) => form.toLowerCase().includes(trace.toLowerCase())));
}

/** With percent signs and JSON's escapes read. */
function unescaped(output: string): string {
  return output
    .replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The copy and the account of it, or the error. */
async function outputsOf(text: string): Promise<string> {
  const copier = await anonymizer();
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of copier.copy({ name: 'log', data: text })) chunks.push(chunk);
    return `${Buffer.concat(chunks).toString()}\n${anonymizedText(copier.columns())}${differenceText(copier.columns())}`;
  } catch (error) {
    return String(error);
  }
}

/** Statuses that a format reads stay: what stands in their place is a status, whoever it names. */
const STATUS =
  /^(?:status|state|stage|column|list|section|lane|type|priority|severity|resolution|category|from|to|old|new|event|action|field|property|entity|label)/i;

/** The JSON with each text of a key that is no status's replaced; one kind of plant for each place. */
function planted(value: unknown, next: () => string, key = '', isStatus = false): unknown {
  if (Array.isArray(value)) return value.map((each) => planted(each, next, key, isStatus));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, inner]) => {
      const within = isStatus || STATUS.test(name);
      return [
        name,
        planted(inner, next, name, within && !/person|user|author|assignee|owner|member|title|summary/i.test(name)),
      ];
    });
    return Object.fromEntries([...entries, ['zyxwanKey', next()], [NAME, 3]]);
  }
  return typeof value === 'string' && !isStatus && !Number.isFinite(Date.parse(value)) ? next() : value;
}

function plants(): () => string {
  let count = 0;
  return () => PLANTS[count++ % PLANTS.length] as string;
}

interface Fixture {
  name: string;
  text: string;
}

const FORMATS = await allFormats();
const FIXTURES: Fixture[] = FORMATS.filter(({ id }) => existsSync(join(ROOT, id))).flatMap(({ id }) =>
  readdirSync(join(ROOT, id)).flatMap((folder) =>
    readdirSync(join(ROOT, id, folder))
      .filter((file) => file !== 'expected.json' && /\.(?:csv|tsv|jsonl?|txt)$/.test(file))
      .map((file) => ({ name: join(id, folder, file), text: readFileSync(join(ROOT, id, folder, file), 'utf8') })),
  ),
);

/** The documents of a file of JSON, one or one a line; null for other files. */
function documentsOf(text: string): unknown[] | null {
  for (const parts of [[text], text.split('\n').filter((line) => line.trim() !== '')]) {
    try {
      return parts.map((part) => JSON.parse(part) as unknown);
    } catch {}
  }
  return null;
}

/** A table with further columns of every kind at its right, filled with plants. */
const COLUMNS =
  'Owner,Reporter,Summary,Comment,Team,Group,Client,Host,Blocked reason,Next action,Outcome,Role,Unit,Caller id,Node id,Branch,Custom field (Zyxwan),Time zone,Event,Labels,Link,zyxwan'.split(
    ',',
  );

function widened(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const delimiter = [';', '\t', ','].reduce((best, each) =>
    (lines[0] as string).split(each).length > (lines[0] as string).split(best).length ? each : best,
  );
  // A file with a title above its header, or lines within cells, is not widened so simply.
  if (text.includes('sep=') || lines.some((line) => (line.match(/"/g) ?? []).length % 2 === 1)) return [];
  return PLANTS.map((_, turn) =>
    lines
      .map((line, at) => {
        const cells = COLUMNS.map((name, column) => (at === 0 ? name : PLANTS[(turn + column) % PLANTS.length]));
        return line === '' ? line : line + cells.map((cell) => `${delimiter}"${cell}"`).join('');
      })
      .join('\n'),
  );
}

describe.each(FORMATS.map(({ id }) => id))('%s', (id) => {
  it('lets nothing out that is planted', async () => {
    for (const { name, text } of FIXTURES.filter((fixture) => fixture.name.startsWith(`${id}/`)).slice(0, 3)) {
      const documents = documentsOf(text);
      const next = plants();
      const files =
        documents === null
          ? widened(text).slice(0, 4)
          : [documents.map((document) => JSON.stringify(planted(document, next))).join('\n')];
      for (const file of files) {
        expect(tracesIn(file), name).not.toEqual([]);
        expect(tracesIn(await outputsOf(file)), name).toEqual([]);
      }
    }
  });
});

describe('a file of no format', () => {
  const rows = PLANTS.map((plant, at) => [String(at), plant, PLANTS[(at + 3) % PLANTS.length] as string]);
  it.each([',', ';', '\t', '|', '^', '~', ':', '    ', ' '])('delimited by %j', async (delimiter) => {
    for (const header of [[], [['id', 'status', 'zyxwan']], [['Name', 'Group', 'Role']], [rows[0] as string[]]]) {
      const text = [...header, ...rows].map((row) => row.join(delimiter)).join('\n');
      expect(tracesIn(await outputsOf(text))).toEqual([]);
    }
  });

  it.each([
    ['a list', PLANTS],
    ['a list after null', [null, ...PLANTS]],
    ['rows', rows],
    ['rows under names', [['id', 'status', 'reason'], ...rows]],
    ['an object of lists', { status: PLANTS, 'Zyxwan Qvortrup': PLANTS, labels: PLANTS }],
    ['keys', Object.fromEntries(PLANTS.map((plant) => [plant, { id: plant, status: plant, [plant]: 4 }]))],
    ['pairs', PLANTS.map((plant) => ({ property: plant, name: plant, field: plant, attribute: plant, value: plant }))],
    ['a document within a text', PLANTS.map((plant) => JSON.stringify({ status: plant, [plant]: plant }))],
  ])('of JSON: %s', async (_, value) => {
    expect(tracesIn(await outputsOf(JSON.stringify(value)))).toEqual([]);
    expect(tracesIn(await outputsOf(`${JSON.stringify(value).slice(0, -2)}`))).toEqual([]);
  });
});
