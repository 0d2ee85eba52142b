import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changes, cut, errorOf, fileOf, readText, stream } from '../read-text.ts';
import { textRows, workbookOf } from '../workbook-of.ts';
import { zipOf } from '../zip-of.ts';

const CSV = 'id,from,to,at\nA,,Doing,2026-03-02T10:00Z\nA,Doing,Done,2026-03-03T10:00Z\n';
const CHANGES = ['A 2026-03-02T10:00:00.000Z Doing', 'A 2026-03-03T10:00:00.000Z Done'];
const part = (name: string, data: string | Uint8Array = CSV) => ({ name, data });

describe('a zip archive', () => {
  it('with one file that can be meant is read; what else is in it is said', async () => {
    const log = await readText(
      zipOf([
        part('readme.txt', 'hello'),
        part('export/'),
        part('export/log.csv'),
        part('__MACOSX/export/._log.csv', 'x'),
      ]),
    );
    expect(changes(log)).toEqual(CHANGES);
    expect(fileOf(log).notes).toEqual(['Read from the zip archive: export/log.csv; left aside: readme.txt.']);
    expect(fileOf(log).file).toBe('log.csv');
  });

  it('is the same however a stream cuts it', async () => {
    const bytes = zipOf([part('log.csv')]);
    const places = fc.array(fc.nat({ max: bytes.length }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        expect(changes(await readText(stream(cut(bytes, cuts))))).toEqual(CHANGES);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['packed once more', part('log.csv.gz', gzipSync(CSV))],
    [
      'a workbook',
      part(
        'log.xlsx',
        workbookOf([
          {
            name: 'Log',
            rows: textRows(
              CSV.trim()
                .split('\n')
                .map((line) => line.split(',')),
            ),
          },
        ]),
      ),
    ],
    ['of a name without an end', part('log')],
    ['of a name that climbs out', part('../../../etc/passwd.csv')],
    ['of a name for another system', part('C:\\export\\log.csv')],
  ])('may hold a file %s', async (_, file) => {
    expect(changes(await readText(zipOf([file])))).toEqual(CHANGES);
  });

  it('of a Notion database is read with all rows, not those of one view', async () => {
    const name = 'Tasks 0123456789abcdef0123456789abcdef';
    const log = await readText(
      zipOf([part(`${name}.csv`, 'id\n1\n'), part(`${name}_all.csv`), part(`${name}/Page.md`, '# x')]),
    );
    expect(changes(log)).toEqual(CHANGES);
    expect(fileOf(log).notes[0]).toContain(`${name}_all.csv`);
  });

  it('with several files says which they are', async () => {
    const error = await errorOf(readText(zipOf([part('a.csv', 'id\n1\n'), part('b/b.json'), part('notes.md')])));
    expect(error.message).toBe(
      'log.csv: it is a zip archive with several files that may be meant (a.csv, b/b.json). Unpack it and give the one that holds the items; the largest is b/b.json.',
    );
  });

  it('is never unpacked twice, nor further than it says, nor out of proportion', async () => {
    const inner = zipOf([part('log.csv')]);
    expect((await errorOf(readText(zipOf([part('log.zip', inner)])))).message).toContain(
      'a zip archive in a zip archive',
    );
    const bomb = { ...part('log.csv'), statedSize: 3_000_000_000 };
    expect((await errorOf(readText(zipOf([bomb])))).message).toContain('would grow to 2861 megabytes');
    const sheet = { ...part('xl/workbook.xml', '<workbook/>'), statedSize: 3_000_000_000 };
    expect((await errorOf(readText(zipOf([sheet])))).message).toContain('would grow to 2861 megabytes');
    const liar = { ...part('log.csv', CSV.repeat(100)), statedSize: 200 };
    expect((await errorOf(readText(zipOf([liar])))).message).toContain('damaged');
  });

  it('that is empty, locked or damaged is one line', async () => {
    expect((await errorOf(readText(zipOf([])))).message).toContain('empty zip archive');
    expect((await errorOf(readText(zipOf([part('folder/')])))).message).toContain('without files');
    const locked = await errorOf(readText(zipOf([{ ...part('log.csv'), encrypted: true }])));
    expect(locked.message).toContain('log.csv in the zip archive is protected by a password');
    const bytes = zipOf([part('log.csv', CSV.repeat(50))]);
    for (let at = 4; at < bytes.length; at += 7) {
      const { code } = await errorOf(readText(bytes.slice(0, at)));
      expect([at, code]).toEqual([at, 'zip']);
    }
    const flipped = Buffer.from(bytes);
    flipped[60] = (flipped[60] as number) ^ 0xff;
    expect((await errorOf(readText(flipped))).code).toBe('zip');
  });
});
