import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLog } from '../../../src/ingest/read-log.ts';
import { changes, cut, errorOf, fileOf, OPTIONS, readText, stream } from '../read-text.ts';

const TEXT = 'id,to,at\nA,Doing,2026-03-02T10:00Z\nA,Préparé 😀,2026-03-03T10:00Z\n';
const EXPECTED = ['A 2026-03-02T10:00:00.000Z Doing', 'A 2026-03-03T10:00:00.000Z Préparé 😀'];
const NOISE = Array.from({ length: 500 }, (_, row) => `N${row * 7919},Doing,2026-03-02T10:00Z`).join('\n');

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pitwall-sources-'));
  writeFileSync(at('team-a.csv'), TEXT);
  writeFileSync(at('team-b.csv.gz'), gzipSync(TEXT));
  writeFileSync(at('odd[1].csv'), TEXT);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('inputs', () => {
  it('are text, bytes and streams of either', async () => {
    expect(changes(await readText(TEXT))).toEqual(EXPECTED);
    expect(changes(await readText(Buffer.from(TEXT)))).toEqual(EXPECTED);
    expect(changes(await readText(stream([Buffer.from(TEXT)])))).toEqual(EXPECTED);
    expect(changes(await readText(stream([TEXT.slice(0, 10), TEXT.slice(10)])))).toEqual(EXPECTED);
  });

  it('are the same however a stream cuts them, gzip included', async () => {
    const places = fc.array(fc.nat({ max: 300 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(places, fc.constantFrom(Buffer.from(TEXT), gzipSync(TEXT)), async (cuts, bytes) => {
        expect(changes(await readText(stream(cut(bytes, cuts))))).toEqual(EXPECTED);
      }),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        const ends = [...cuts.map((place) => place % (TEXT.length + 1)), TEXT.length].sort((a, b) => a - b);
        const texts = ends.map((end, index) => TEXT.slice(ends[index - 1] ?? 0, end));
        expect(changes(await readText(stream(texts)))).toEqual(EXPECTED);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['<html></html>', 'PK\u0003\u0004', '%PDF-1.7', TEXT.replace('at\n', 'when else\n')])(
    'are closed where reading stops before their end: %j',
    async (start) => {
      let closed = false;
      async function* endless() {
        try {
          yield await Promise.resolve(start);
          // More than is looked at before a format is chosen.
          for (let more = 0; more < 3; more++) yield 'A,Doing,2026-03-02\n'.repeat(10_000);
        } finally {
          closed = true;
        }
      }
      await errorOf(readText(endless()));
      expect(closed).toBe(true);
    },
  );

  it('are paths, packed or not, and patterns that the shell left', async () => {
    const log = await readLog([at('team-a.csv'), at('team-b.csv.gz')], OPTIONS);
    expect(log.files.map(({ file, rows }) => [file, rows])).toEqual([
      [at('team-a.csv'), 2],
      [at('team-b.csv.gz'), 2],
    ]);
    // One source: the item is one.
    expect([log.itemCount, log.transitionCount]).toEqual([1, 4]);
    expect((await readLog([at('team-*')], OPTIONS)).files).toHaveLength(2);
    expect((await readLog([at('odd[1].csv')], OPTIONS)).files).toHaveLength(1);
  });

  it('take the name of the source that the user gives', async () => {
    expect(fileOf(await readText(TEXT, { sourceName: 'team x' })).source).toBe('team x');
    expect(fileOf(await readText(TEXT)).source).toBe('table');
  });

  it('report how far reading has come', async () => {
    const seen: { bytes: number; total: number | null; rows: number }[] = [];
    await readLog([at('team-a.csv'), { name: 'x', data: TEXT }], OPTIONS, (progress) => seen.push(progress));
    const size = Buffer.byteLength(TEXT) * 2;
    expect(seen.at(-1)).toEqual({ bytes: size, total: size, rows: 2 });
    await readLog([{ name: '-', data: stream([TEXT]) }], OPTIONS, (progress) => seen.push(progress));
    expect(seen.at(-1)?.total).toBeNull();
  });
});

describe('what cannot be read is one line that says what, where and what to do', () => {
  it('a file that is not there, with the nearest that is', async () => {
    const error = await errorOf(readLog([at('taem-a.csv')], OPTIONS));
    expect(error).toMatchObject({ code: 'missing-file', where: at('taem-a.csv') });
    expect(error.cure).toBe(`Did you mean ${at('team-a.csv')}?`);
    expect((await errorOf(readLog([at('no/where.csv')], OPTIONS))).code).toBe('missing-file');
  });

  it('an empty folder, a pattern without a match, nothing at all', async () => {
    mkdirSync(at('empty'));
    expect((await errorOf(readLog([at('empty')], OPTIONS))).code).toBe('empty-folder');
    expect((await errorOf(readLog([at('*.tsv')], OPTIONS))).code).toBe('no-match');
    expect((await errorOf(readLog([], OPTIONS))).code).toBe('no-input');
  });

  it('gzip that stops in the middle or is damaged', async () => {
    const packed = gzipSync(`${TEXT}${NOISE}\n`);
    const cutOff = await errorOf(readText(packed.subarray(0, packed.length >> 1)));
    expect(cutOff).toMatchObject({ code: 'gzip', what: 'the gzip file stops in the middle', where: 'log.csv' });
    expect((await errorOf(readText(stream([packed.subarray(0, 12)])))).code).toBe('gzip');
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 30, 60);
    expect(await errorOf(readText(damaged))).toMatchObject({ code: 'gzip', what: 'the gzip file is damaged' });
  });

  it.each([
    ['old Office', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'Office document of an old kind'],
    ['PDF', Buffer.from('%PDF-1.7'), 'PDF'],
    ['SQLite', Buffer.from('SQLite format 3\0'), 'SQLite'],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0]), 'zstd'],
    ['any bytes', Buffer.from('id,to\0\0\0\u0001,at\n', 'latin1'), 'binary file'],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le'), 'UTF-16 without a byte order mark'],
    ['a PDF within gzip', gzipSync(Buffer.from('%PDF-1.7')), 'PDF'],
  ])('binary: %s', async (_, bytes, what) => {
    const error = await errorOf(readText(bytes));
    expect(error.code).toBe('binary-file');
    expect(error.what).toContain(what);
  });

  it.each([
    ['nothing', '', 'empty-file'],
    ['a mark alone', '\uFEFF', 'empty-file'],
    ['white space', ' \n\n', 'empty-file'],
    ['a web page', '<!DOCTYPE html>\n<html><body>Log in</body></html>', 'web-page'],
    ['XML', '<?xml version="1.0"?><rss></rss>', 'xml'],
    ['XES without events', '<?xml version="1.0"?><log xes.version="1.0"></log>', 'no-rows'],
    ['a web page after a comment', '<!-- saved from a browser -->\n<html></html>', 'web-page'],
    ['a header alone', 'id,to,at\n', 'no-rows'],
    ['an empty array', '[]', 'no-rows'],
    ['an empty page', '{"issues":[],"total":0}', 'no-rows'],
  ])('text: %s', async (_, text, code) => {
    expect((await errorOf(readText(text))).code).toBe(code);
  });
});
