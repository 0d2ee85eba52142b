import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteLongIntegers } from '../../../src/ingest/text/json/json-values.ts';
import { findingsOf } from '../findings-of.ts';
import { rowsOf } from '../log-rows.ts';
import { changes, cut, errorOf, fileOf, readText, stream } from '../read-text.ts';

const RECORDS = [
  { id: 'A', to: 'Doing', at: '2026-03-02T10:00:00Z' },
  { id: 'A', to: 'Do]ne "{[', at: '2026-03-03T10:00:00Z' },
  { id: 'é😀', to: 'Doing\\', at: '2026-03-04T10:00:00Z' },
];
const EXPECTED = [
  'A 2026-03-02T10:00:00.000Z Doing',
  'A 2026-03-03T10:00:00.000Z Do]ne "{[',
  'é😀 2026-03-04T10:00:00.000Z Doing\\',
];
const json = JSON.stringify;
const [first, ...others] = RECORDS;

/** The same records in every shape that tools give them. */
const SHAPES: Record<string, string> = {
  array: json(RECORDS, null, 2),
  'JSON Lines': RECORDS.map((record) => json(record)).join('\n'),
  'JSON Lines with blank lines': `\n${RECORDS.map((record) => `${json(record)}\r\n`).join('\r\n')}`,
  'documents back to back': RECORDS.map((record) => json(record)).join(''),
  'documents set apart by commas': RECORDS.map((record) => json(record)).join(',\n'),
  issues: json({ expand: 'x', total: 3, issues: RECORDS, isLast: true }),
  values: json({ self: 'https://x', values: RECORDS }),
  data: json({ data: RECORDS, next_page: null }),
  value: json({ count: 3, value: RECORDS }),
  'an unknown key': json({ took: 3, rows: RECORDS }),
  nodes: json({ data: { project: { issues: { pageInfo: {}, nodes: RECORDS } } } }),
  edges: json({ data: { issues: { edges: RECORDS.map((node) => ({ cursor: 'x', node })) } } }),
  'pages in an array': json([{ issues: [first] }, { issues: others }]),
  'pages back to back': json({ issues: [first], startAt: 0 }) + json({ issues: others, startAt: 1 }),
  'arrays back to back': json([first]) + json(others),
  'arrays in an array': json([[first], others]),
  'header first': json([['id', 'to', 'at'], ...RECORDS.map(({ id, to, at }) => [id, to, at])]),
  'header first, one line each': [['id', 'to', 'at'], ...RECORDS.map(({ id, to, at }) => [id, to, at])]
    .map((row) => json(row))
    .join('\n'),
};

/** What a plain parse gives, long integers as the text that `JSON.stringify` wrote them as. */
function longAsText(_: string, value: unknown): unknown {
  const long = Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value as number) < 1e21;
  return long ? String(value) : value;
}

describe('JSON', () => {
  it.each(Object.keys(SHAPES))('is read as %s', async (shape) => {
    const log = await readText(SHAPES[shape] as string);
    expect(changes(log)).toEqual(EXPECTED);
    expect(rowsOf(log, 'line')).toEqual([1, 2, 3]);
    expect(fileOf(log)).toMatchObject({ delimiter: null, rows: 3, used: 3 });
  });

  it('is the same however the bytes are cut', async () => {
    const shape = fc.constantFrom(...Object.values(SHAPES));
    await fc.assert(
      fc.asyncProperty(shape, fc.array(fc.nat({ max: 500 }), { maxLength: 40 }), async (text, places) => {
        // Long enough that the first cut is not within the head that is looked at whole.
        const bytes = Buffer.from(' '.repeat(70_000) + text);
        const chunks = [bytes.subarray(0, 70_000), ...cut(bytes.subarray(70_000), places)];
        expect(changes(await readText(stream(chunks)))).toEqual(EXPECTED);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the digits of integers beyond 2^53', async () => {
    const log = await readText(
      '[{"id":90071992547409931,"to":"Doing","at":1772445600000},{"id":90071992547409932,"to":"Doing","at":1772445600000}]',
    );
    expect(log.itemIds).toEqual(['90071992547409931', '90071992547409932']);
  });

  it('quotes long integers and nothing else', () => {
    expect(
      quoteLongIntegers(
        '{"a":12345678901234567890,"b":"12345678901234567890 \\" 12345678901234567890","c":-9007199254740993}',
      ),
    ).toBe('{"a":"12345678901234567890","b":"12345678901234567890 \\" 12345678901234567890","c":"-9007199254740993"}');
    const same = '[9007199254740991,0.12345678901234567,12345678901234567.5,1234567890123456789e2,"x\\\\"]';
    expect(quoteLongIntegers(same)).toBe(same);
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(quoteLongIntegers(text))).toEqual(JSON.parse(text, longAsText));
      }),
    );
  });

  it('presents nested objects by path and lists joined', async () => {
    const log = await readText(
      json([
        {
          key: 'A',
          fields: { status: { name: 'Doing' } },
          at: '2026-03-02',
          labels: ['x', 'y'],
          assignees: ['ben', 'ana'],
          more: [{ a: 1 }],
        },
        { key: 'A' },
      ]),
      { fields: { to: 'fields.status.name' } },
    );
    expect(changes(log)).toEqual(['A 2026-03-02T00:00:00.000Z Doing']);
    expect([...log.field('labels').dictionary.values()]).toEqual(['', 'x;y']);
    expect(log.people.members(log.transitions.people(0))).toEqual(['ana', 'ben']);
  });

  it('rejects a null among the records under an unknown key, and reads the others', async () => {
    const log = await readText(json({ took: 3, rows: [first, null, ...others] }));
    expect(changes(log)).toEqual(EXPECTED);
    expect(log.files[0]).toMatchObject({ rows: 4, used: 3, rejected: 1 });
  });

  it('takes keys of every name as mere names', async () => {
    const log = await readText(
      '[{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"id":"A","to":"Doing","at":"2026-03-02"}]',
    );
    expect(changes(log)).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const wrapped = await readText(
      '{"__proto__":{"polluted":"yes"},"total":1,"issues":[{"id":"A","to":"Doing","at":"2026-03-02"}]}',
    );
    expect(changes(wrapped)).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('finds nothing of Object.prototype in a record', async () => {
    const error = await errorOf(readText('[{"id":"A","at":"2026-03-02"}]', { fields: { to: 'constructor.name' } }));
    expect(['unknown-column', 'unknown-format']).toContain(error.code);
  });

  it('that stops in the middle is an error with line and column', async () => {
    const text = json(RECORDS, null, 2);
    const error = await errorOf(readText(text.slice(0, text.indexOf('Do]ne') + 3)));
    expect(error).toMatchObject({ code: 'truncated-json', where: 'log.csv:9:15' });
    expect((await errorOf(readText('{"issues":[{"id":1}'))).code).toBe('truncated-json');
    expect((await errorOf(readText('['))).code).toBe('truncated-json');
  });

  it('that stops anywhere is an error, never less data', async () => {
    for (const text of [SHAPES.array, SHAPES.issues, SHAPES.nodes, SHAPES['pages in an array']] as string[]) {
      const bytes = Buffer.from(text);
      for (let length = 2; length < bytes.length; length += 7) {
        expect((await errorOf(readText(bytes.subarray(0, length)))).code).toBe('truncated-json');
      }
    }
  });

  it('that is none is an error with its line; a record that is none, a finding', async () => {
    expect(await errorOf(readText('{"id": nope, "x": 1}'))).toMatchObject({ code: 'bad-json', where: 'log.csv:1' });
    expect((await errorOf(readText('[{"id":1}]] trailing'))).code).toBe('bad-json');
    expect((await errorOf(readText('{"id":"A","to":"x","at":"2026-03-02"} trailing'))).code).toBe('bad-json');
    const log = await readText(`${json(first)}\n{"id": nope}\n${json(others[0])}\n`);
    expect(changes(log)).toHaveLength(2);
    expect(fileOf(log)).toMatchObject({ rows: 3, used: 2, rejected: 1 });
    expect(log.findings.list()).toMatchObject([
      { code: 'unreadable-json', examples: [{ line: 2, value: '{"id": nope}' }] },
    ]);
  });

  it('records that are no objects are findings', async () => {
    const log = await readText(json([first, 7, null, 'x', others[0]]));
    expect(changes(log)).toHaveLength(2);
    expect(findingsOf(log)).toEqual({ 'unreadable-json': 3 });
  });

  it('is told from a table by its first characters', async () => {
    const log = await readText('[id],{to},at\nA,Doing,2026-03-02\nA,Done,2026-03-03\n');
    expect(fileOf(log)).toMatchObject({ delimiter: ',', used: 2 });
  });
});
