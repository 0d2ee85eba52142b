import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PitwallError } from '../../../src/model/errors.ts';
import { logSummary } from '../log-summary.ts';
import { errorOf, fileOf, readText } from '../read-text.ts';
import { zipOf } from '../zip-of.ts';

const ITEMS = `
  select 'T-' || i as id,
    case when i % 3 = 0 then 'Done' else 'Doing' end as status,
    timestamptz '2026-03-02 09:00:00.250+01' + to_hours(i::int) as created,
    case when i % 3 = 0 then timestamp '2026-03-20 09:00:00' + to_hours(i::int) end as closed,
    (i * 1.25)::decimal(10, 2) as points,
    9007199254740993 + i as long,
    case when i % 2 = 0 then true end as flag,
    date '2026-03-01' + i::int as due
  from range(250) numbers(i)`;

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
let query: (sql: string) => Promise<unknown>;

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  query = (sql) => connection.run(sql);
  await query("set timezone = 'UTC'");
});

afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
async function written(sql: string, options: string): Promise<Buffer> {
  const path = join(folder, `${files++}.out`);
  await query(`copy (${sql}) to '${path}' (${options})`);
  return readFileSync(path);
}

const parquet = (sql: string, codec = 'snappy') =>
  written(sql, `format parquet, compression ${codec}, row_group_size 100`);

async function summaryOf(data: Uint8Array | string): Promise<unknown> {
  const { encoding, delimiter, ...rest } = logSummary(await readText(data, { extraFields: ['points', 'due', 'long'] }));
  return rest;
}

describe('Parquet', () => {
  it.each(['snappy', 'gzip', 'brotli', 'uncompressed'])(
    'gives the rows that CSV gives, packed with %s',
    async (codec) => {
      const csv = await written(
        `select * replace (strftime(created, '%Y-%m-%dT%H:%M:%S.%gZ') as created) from (${ITEMS})`,
        "format csv, timestampformat '%Y-%m-%dT%H:%M:%S.%g'",
      );
      const bytes = await parquet(ITEMS, codec);
      const lines = (summary: unknown) => JSON.parse(JSON.stringify(summary).replaceAll(/ line \d+/g, ''));
      expect(lines(await summaryOf(bytes))).toEqual(lines(await summaryOf(csv)));
      expect(fileOf(await readText(bytes))).toMatchObject({ format: 'milestones', rows: 250, used: 250 });
    },
  );

  it('keeps what kind of time a column holds, and numbers exactly', async () => {
    const log = await readText(await parquet(ITEMS), {
      timeZone: 'Europe/Berlin',
      extraFields: ['points', 'due', 'long'],
    });
    // 09:00:00.250+01 is an instant; 09:00 on 20 March is a wall time, and Berlin is an hour ahead of UTC.
    expect(new Date(log.created.at(0)).toISOString()).toBe('2026-03-02T08:00:00.250Z');
    expect(new Date(log.finished.at(0)).toISOString()).toBe('2026-03-20T08:00:00.000Z');
    const today = (field: string, item: number) => log.field(field).dictionary.value(log.field(field).snapshot(item));
    expect([today('points', 3), today('due', 3), today('long', 3)]).toEqual(['3.75', '2026-03-04', '9007199254740996']);
  });

  it('is read out of gzip and zip, too', async () => {
    const bytes = await parquet(ITEMS);
    for (const packed of [gzipSync(bytes), zipOf([{ name: 'items.parquet', data: bytes }])])
      expect(fileOf(await readText(packed))).toMatchObject({ format: 'milestones', used: 250 });
  });

  it('leaves out columns of lists and structures, and names them', async () => {
    const bytes = await parquet(`select *, ['a', 'b'] as tags, {'x': 1} as place from (${ITEMS})`);
    const log = await readText(bytes);
    expect(fileOf(log).used).toBe(250);
    const nested = log.findings.list().find(({ code }) => code === 'nested-column');
    expect(nested?.examples.map(({ value }) => value)).toEqual(['tags', 'place']);
  });

  it.each(['zstd', 'lz4_raw'])('refuses a column packed with %s by name', async (codec) => {
    const error = await errorOf(readText(await parquet(ITEMS, codec)));
    expect(error.code).toBe('parquet-codec');
    expect(error.message).toContain(`column "id" is packed with ${codec.toUpperCase()}`);
  });

  it('says that a file has no rows', async () => {
    const error = await errorOf(readText(await parquet(`select * from (${ITEMS}) where id = ''`)));
    expect(error.code).toBe('no-rows');
  });

  it('ends with one line wherever a file is cut', async () => {
    const bytes = await parquet(ITEMS);
    for (let length = 4; length < bytes.length; length += Math.ceil(bytes.length / 60)) {
      expect((await errorOf(readText(bytes.subarray(0, length)))).code).toBe('parquet');
    }
  });

  it('reads a damaged file or says that it cannot, and nothing else', async () => {
    const bytes = await parquet(`select * from (${ITEMS}) limit 40`);
    const place = fc.integer({ min: 4, max: bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
        async (damage) => {
          const damaged = Buffer.from(bytes);
          for (const [at, byte] of damage) damaged[at] = byte;
          const outcome = await readText(damaged).catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome).toBeInstanceOf(PitwallError);
        },
      ),
      { numRuns: 300 },
    );
  });
});
