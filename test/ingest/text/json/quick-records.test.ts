import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JSON_WRAPPING } from '../../../../src/ingest/detect/json-wrapping.ts';
import { type JsonTable, jsonTable } from '../../../../src/ingest/readers/json-table.ts';
import type { CsvRecord } from '../../../../src/ingest/text/csv/csv-record.ts';
import { JsonFile } from '../../../../src/ingest/text/json/json-file.ts';
import { quoteLongIntegers } from '../../../../src/ingest/text/json/json-values.ts';
import { QuickRecords } from '../../../../src/ingest/text/json/quick-records.ts';
import type { EventLog } from '../../../../src/model/log/event-log.ts';
import { rowsOf } from '../../log-rows.ts';
import { cut, errorOf, readText, stream } from '../../read-text.ts';

type Token = fc.Arbitrary<string>;

const quoted = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => JSON.stringify(text));
const escaped: Token = fc
  .array(
    fc
      .constantFrom(...['\\u0000', '\\u00e9', '\\ud83d\\ude00', '\\uD83D\\uDE00', '\\ud800', '\\udc00', '\\u20ac'])
      .chain((unit) => fc.constantFrom(unit, `x${unit}`, '\\n', '\\"', '\\\\', '\\/', '\\t', 'é', '😀', 'a', ' ')),
    { maxLength: 6 },
  )
  .map((parts) => `"${parts.join('')}"`);
const number: Token = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.tuple(fc.integer({ min: -99, max: 99 }), fc.nat(9_999_999)).map(([whole, part]) => `${whole}.${part}`),
  fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }).map(String),
  fc.constantFrom('-0', '0', '0.0', '1.0', '1e3', '1E-7', '0.0000001', '0.000001', '-0.5', '9007199254740993', '1.50'),
);
const word: Token = fc.constantFrom('null', 'true', 'false');
const inner: Token = fc.constantFrom(
  '[]',
  '{}',
  '["x","y"]',
  '[1,null,"z"]',
  '{"deep":{"er":1}}',
  '{"deep":2,"deep":"3"}',
);
const broken: Token = fc.constantFrom(
  ...['01', 'nope', 'nul', 'truex', '1.', '.5', '-', '+1', '"\\x"', '"\\u12"', '"\t"', '1 2', ''],
);
const value = fc.oneof(
  { weight: 8, arbitrary: quoted },
  { weight: 4, arbitrary: escaped },
  { weight: 4, arbitrary: number },
  { weight: 2, arbitrary: word },
  { weight: 1, arbitrary: inner },
);
const anyValue = fc.oneof({ weight: 40, arbitrary: value }, { weight: 1, arbitrary: broken });

/** Keys as they are written; some are the same key. */
const KEYS = ['"id"', '"\\u0069d"', '"to"', '"at"', '"a.b"', '"__proto__"', '"constructor"', '"é\\""', '"n"'];
const key = fc.constantFrom(...KEYS);
const space = fc.constantFrom('', '', ' ', '\n  ', '\r\n\t');

/** What records of one make have in common: keys in their order, and the space between. A key may hold an object. */
const make = fc.record({
  keys: fc.array(fc.record({ key, nested: fc.option(key, { freq: 5 }) }), { minLength: 1, maxLength: 6 }),
  before: space,
  after: space,
});
const objects = fc.array(make, { minLength: 1, maxLength: 3 }).chain((makes) =>
  fc
    .array(fc.tuple(fc.nat(makes.length - 1), fc.array(anyValue, { minLength: 6, maxLength: 6 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((records) =>
      records.map(([which, values]) => {
        const { keys, before, after } = makes[which] as (typeof makes)[number];
        const members = keys.map(({ key, nested }, index) => {
          const text = nested === null ? values[index] : `{${before}${nested}:${values[index]}${after}}`;
          return `${before}${key}:${after}${text}`;
        });
        return `{${members.join(`${after},`)}${before}}`;
      }),
    ),
);
/** The first value is a string: an array of nothing but objects holds records. */
const arrays = fc.array(
  fc
    .tuple(space, quoted, fc.array(anyValue, { minLength: 1, maxLength: 4 }))
    .map(([gap, first, values]) => `[${[first, ...values].join(`,${gap}`)}]`),
  { minLength: 1, maxLength: 12 },
);

/** How the records stand in the file; the first is one that has every key. */
const LAYOUTS: Record<string, (records: string[]) => string> = {
  array: (records) => `[${records.join(',')}]`,
  'pretty array': (records) => `[\n  ${records.join(',\n  ')}\n]\n`,
  wrapped: (records) => `{"total":1,"issues":[${records.join(' , ')}],"last":true}`,
  lines: (records) => records.join('\n'),
};

/** Every record's number and cells, `bad` for one that is no JSON, null for one that is no row. */
type Outcome = [number, string[] | 'bad' | null];

/** Whether a cell is missing or empty makes no difference. */
function cellsOf(record: unknown, table: JsonTable): string[] | null {
  const cells = table.cells(record);
  return cells?.concat(Array(Math.max(0, table.header.length - cells.length)).fill('')) ?? null;
}

function parsed(text: string, table: JsonTable): string[] | 'bad' | null {
  try {
    return cellsOf(JSON.parse(quoteLongIntegers(text)), table);
  } catch {
    return 'bad';
  }
}

let foundQuickly = 0;

function readQuickly(chunks: Uint8Array[], table: JsonTable): Outcome[] {
  const outcomes: Outcome[] = [];
  const file = new JsonFile(
    {
      record: (record, number) => outcomes.push([number, cellsOf(record, table)]),
      bad: (_, number) => outcomes.push([number, 'bad']),
    },
    'log.json',
    JSON_WRAPPING,
  );
  const take = (record: CsvRecord) => {
    foundQuickly++;
    outcomes.push([record.line, record.cells()]);
  };
  file.quick = new QuickRecords(table.paths, {
    record: take,
    rows: (rows) => {
      for (let row = 0; row < rows.count; row++) take(rows.at(row));
    },
  });
  for (const chunk of chunks) file.write(chunk);
  file.end();
  return outcomes;
}

const places = fc.array(fc.nat({ max: 5000 }), { maxLength: 30 });

function isGood(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

/** What does not change the meaning of a whole file: a comma or a quote out of place would. */
const whole = (text: string) => !/:\s*[,}]|[[,]\s*[\],]/.test(text) || isGood(text);

describe('JSON records that are not parsed', () => {
  it('give the cells that parsing gives, however the bytes are cut', () => {
    const samples = fc.oneof(
      fc.tuple(objects, fc.constantFrom(...Object.keys(LAYOUTS))),
      fc.tuple(arrays, fc.constantFrom('array', 'pretty array')),
    );
    fc.assert(
      fc.property(samples, places, ([made, layout], cuts) => {
        const good = made.filter(isGood);
        if (good.length === 0) return;
        // All again: at the latest then they are made like one that came before.
        const records = [...good, ...made.filter(whole), ...made.filter(whole)];
        const table = jsonTable(good.map((text) => JSON.parse(quoteLongIntegers(text))));
        const bytes = Buffer.from((LAYOUTS[layout] as (records: string[]) => string)(records));
        const expected = records.map((text, index): Outcome => [index + 1, parsed(text, table)]);
        expect(readQuickly(cut(bytes, cuts), table)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
    expect(foundQuickly).toBeGreaterThan(800);
  });

  it('give the same log as records that all are', async () => {
    const record = fc
      .record({
        id: fc.constantFrom(
          '"A"',
          '"B"',
          '7',
          '90071992547409931',
          '" A "',
          '"\\u0041"',
          '"=A"',
          '"\'=A"',
          'null',
          '""',
        ),
        to: fc.constantFrom('"Doing"', '"Done"', '"D\\u00f6ing"', '"Döing"', 'true', '1e3', 'null', '"\\ud800"'),
        at: fc.constantFrom(
          '"2026-03-02T10:00:00Z"',
          '"2026-03-02"',
          '1772445600000',
          '" 2026-03-04 "',
          '"3/4/2026"',
          '"13/4/2026"',
          '"soon"',
        ),
        points: fc.option(fc.constantFrom('3', '3.0', '0.5', '"3"', '[3,4]')),
        swapped: fc.boolean(),
      })
      .map(({ id, to, at, points, swapped }) => {
        const members = [`"id":${id}`, `"to":${to}`, `"at":${at}`, ...(points === null ? [] : [`"points":${points}`])];
        return `{${(swapped ? members.reverse() : members).join(',')}}`;
      });
    const first = Array.from({ length: 101 }, () => '{"id":"A","to":"Doing","at":"2026-03-02T10:00:00Z","points":1}');
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 30 }), places, async (records, cuts) => {
        const all = [...first, ...records].join(',');
        // An array of arrays of records is parsed whole.
        const plain = await readText(`[[${all}]]`, { dateOrder: 'dmy' });
        const bytes = Buffer.concat([
          Buffer.from([0xef, 0xbb, 0xbf]),
          Buffer.alloc(66_000, ' '),
          Buffer.from(`[${all}]`),
        ]);
        const chunks = cut(
          bytes,
          cuts.map((place) => place + 66_000),
        );
        const quick = await readText(stream(chunks), { dateOrder: 'dmy' });
        expect(everythingOf(quick)).toEqual(everythingOf(plain));
      }),
      { numRuns: 40 },
    );
  });

  it('count as lines, and leave the place of an error as it is', async () => {
    const record = '  {\n    "id": "A",\n    "to": "Doing",\n    "at": "2026-03-02"\n  }';
    const all = Array.from({ length: 300 }, () => record).join(',\n');
    expect(await errorOf(readText(`[\n${all},\n  {"id`))).toMatchObject({
      code: 'truncated-json',
      where: 'log.csv:1502:7',
    });
    expect(await errorOf(readText(`[\n${all}\n]]`))).toMatchObject({ code: 'bad-json', where: 'log.csv:1502:2' });
  });

  it('are bad with anything but a comma behind them', async () => {
    const record = '{"id":"A","to":"Doing","at":"2026-03-02"}';
    const all = Array.from({ length: 300 }, () => record).join(',');
    const log = await readText(`[${all},${record} ${record},${record}x,${record}]`);
    expect(log.files[0]).toMatchObject({ rows: 303, used: 301, rejected: 2 });
  });
});

/** Everything that reading finds. */
function everythingOf(log: EventLog): unknown {
  const points = log.field('points');
  return {
    items: log.itemIds,
    // The order in which values were first met says nothing, and records read together are met key by key.
    statuses: [...log.statuses.values()].sort(),
    to: rowsOf(log, 'to').map((id) => log.statuses.value(id)),
    rows: (['item', 'at', 'line'] as const).map((part) => rowsOf(log, part)),
    points: [
      [...points.dictionary.values()].sort(),
      ...log.itemIds.map((_, item) => points.dictionary.value(points.base(item))),
    ],
    exceptions: [...points.exceptionRows.values()],
    exceptionValues: Array.from(points.exceptionValues.values(), (id) => points.dictionary.value(id)),
    findings: log.findings.list(),
    files: log.files.map(({ encoding: _, ...file }) => file),
  };
}
