import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Utf8Transcoder } from '../../../src/ingest/source/utf8-transcoder.ts';
import { cut, fileOf, readText } from '../read-text.ts';

function transcode(chunks: readonly Uint8Array[]): { text: string; encoding: string; line: number | null } {
  const transcoder = new Utf8Transcoder();
  const parts = chunks.map((chunk) => Buffer.from(transcoder.push(chunk)));
  const text = Buffer.concat([...parts, transcoder.end()]).toString('utf8');
  return { text, encoding: transcoder.encoding, line: transcoder.invalidLine };
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const BOM = '\uFEFF';

describe('Utf8Transcoder', () => {
  it.each([
    ['utf-8', Buffer.from('añ€😀\nb'), 'utf-8'],
    ['utf-8 with a mark', Buffer.from(`${BOM}añ€😀\nb`), 'utf-8'],
    ['utf-16le', Buffer.from(`${BOM}añ€😀\nb`, 'utf16le'), 'utf-16le'],
    ['utf-16be', utf16be(`${BOM}añ€😀\nb`), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(transcode([bytes])).toEqual({ text: 'añ€😀\nb', encoding, line: null });
  });

  it('reads what is no UTF-8 as windows-1252, and says from which line on', () => {
    const bytes = Buffer.from([...Buffer.from('id\nb\n'), 0xe9, 0x41, 0x80, 0x96]);
    expect(transcode([bytes])).toEqual({ text: 'id\nb\néA€–', encoding: 'windows-1252', line: 3 });
  });

  it('keeps the UTF-8 of a file with a foreign byte in it', () => {
    const bytes = Buffer.concat([Buffer.from('ñ\nñ'), Buffer.from([0xe9]), Buffer.from('\nñ')]);
    expect(transcode([bytes])).toEqual({ text: 'ñ\nñé\nñ', encoding: 'utf-8 with windows-1252 bytes', line: 2 });
  });

  it('takes a character that the end cuts for windows-1252', () => {
    expect(transcode([Buffer.from([0x41, 0xc3])])).toEqual({ text: 'AÃ', encoding: 'windows-1252', line: 1 });
  });

  it('reads files shorter than a mark', () => {
    expect(transcode([]).text).toBe('');
    expect(transcode([Buffer.from('a')]).text).toBe('a');
    expect(transcode([Buffer.from([0xe9])])).toMatchObject({ text: 'é', encoding: 'windows-1252' });
  });

  it('gives the same text however the bytes are cut', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((value) => value.replaceAll(BOM, ''));
    const bytes = fc.oneof(
      text.map((value) => Buffer.from(value)),
      text.map((value) => Buffer.from(BOM + value)),
      text.map((value) => Buffer.from(BOM + value, 'utf16le')),
      text.map((value) => utf16be(BOM + value)),
      fc.uint8Array({ maxLength: 60 }).map((value) => Buffer.from(value)),
      fc
        .tuple(text, fc.uint8Array({ maxLength: 4 }), text)
        .map(([a, b, c]) => Buffer.concat([Buffer.from(a), b, Buffer.from(c)])),
    );
    fc.assert(
      fc.property(bytes, fc.array(fc.nat({ max: 200 }), { maxLength: 12 }), (whole, places) => {
        expect(transcode(cut(whole, places))).toEqual(transcode([whole]));
      }),
      { numRuns: 500 },
    );
  });

  it('reads back all text in every encoding it knows', () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll(BOM, ''));
    fc.assert(
      fc.property(text, (value) => {
        for (const bytes of [
          Buffer.from(value),
          Buffer.from(BOM + value),
          Buffer.from(BOM + value, 'utf16le'),
          utf16be(BOM + value),
        ]) {
          expect(transcode([bytes]).text).toBe(value);
        }
      }),
    );
  });
});

describe('the encoding of a file', () => {
  const text = 'id,to,at\nA,Prüfung,2026-03-02\nA,Fertig,2026-03-03\n';

  it.each([
    ['utf-8', Buffer.from(BOM + text)],
    ['utf-16le', Buffer.from(BOM + text, 'utf16le')],
    ['utf-16be', utf16be(BOM + text)],
  ])('%s is read without a finding', async (encoding, bytes) => {
    const log = await readText(bytes);
    expect(log.statuses.values()).toContain('Prüfung');
    expect(fileOf(log)).toMatchObject({ encoding, mapping: { id: 'id' } });
    expect(log.findings.list()).toEqual([]);
  });

  it('windows-1252 is a finding with its line', async () => {
    const log = await readText(Buffer.from(text, 'latin1'));
    expect(log.statuses.values()).toContain('Prüfung');
    expect(fileOf(log).encoding).toBe('windows-1252');
    expect(log.findings.list()).toMatchObject([
      { code: 'windows-1252', weight: 'warning', examples: [{ file: 'log.csv', line: 2 }] },
    ]);
  });
});
