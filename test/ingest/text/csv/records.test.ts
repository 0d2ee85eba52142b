import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnyCsv } from '../../../../src/ingest/text/csv/any-csv.ts';
import { ByteRecords, LONGEST_RECORD } from '../../../../src/ingest/text/csv/byte-records.ts';
import { CsvStream } from '../../../../src/ingest/text/csv/csv-stream.ts';
import { cut } from '../../read-text.ts';
import { carefulText, DELIMITERS, hostileText } from './hostile-csv.ts';

interface Outcome {
  records: { cells: string[]; line: number }[];
  /** The first record that cannot be read. */
  unread: { line: number; quoted: boolean } | null;
}

/** What csv-parse alone makes of a text, up to a record that it cannot read. */
function judged(text: string, delimiter: string, longest = LONGEST_RECORD): Outcome {
  const records: Outcome['records'] = [];
  const reader = new AnyCsv(delimiter, (cells, line) => records.push({ cells, line }), 1, longest);
  const unread = reader.write(Buffer.from(text)) ?? reader.end();
  return { records, unread: unread === null ? null : { line: unread.line, quoted: unread.quoted } };
}

/**
 * What the program makes of the same.
 * @param width cells of the records that are handed over as rows, from the second record on; 0: none are
 */
async function streamed(chunks: readonly Uint8Array[], delimiter: string, width = 0): Promise<Outcome> {
  const records: Outcome['records'] = [];
  let unread: Outcome['unread'] = null;
  const add = (cells: string[], line: number) => {
    if (unread === null) records.push({ cells, line });
  };
  const stream = new CsvStream(delimiter, {
    record: (record) => {
      if (records.length === 0 && width > 0) stream.keepRows(width);
      // What tells blank cells from others without making text of them must agree with the text.
      const cells = record.cells();
      for (let first = 0; first <= cells.length; first++) {
        if (record.blankFrom(first) !== cells.slice(first).every((cell) => cell.trim() === ''))
          throw new Error(`blank or not, from cell ${first}: ${JSON.stringify(cells)}`);
      }
      add(cells, record.line);
    },
    rows: (rows) => {
      for (let row = 0; row < rows.count; row++) {
        const record = rows.at(row);
        const cells = record.cells();
        if (cells.length !== width || record.blankFrom(0)) throw new Error(`no row: ${JSON.stringify(cells)}`);
        add(cells, record.line);
      }
    },
    cells: add,
    unread: (line, quoted) => {
      unread ??= { line, quoted };
    },
    swallowed: () => {},
  });
  for (const chunk of chunks) await stream.write(chunk);
  await stream.end();
  return { records, unread };
}

/** Records that are read as bytes alone; null where csv-parse is needed. */
function asBytes(text: string, delimiter: string): Outcome['records'] | null {
  const records: Outcome['records'] = [];
  const reader = new ByteRecords(delimiter.charCodeAt(0), 1, {
    record: (record) => {
      // A word may be read behind every cell.
      record.view.getInt32(record.ends[record.count - 1] as number, true);
      records.push({ cells: record.cells(), line: record.line });
    },
    rows: () => {},
  });
  return reader.write(Buffer.from(text)) && reader.end() ? records : null;
}

describe('records read as bytes are those of csv-parse', () => {
  const places = fc.array(fc.nat({ max: 200 }), { maxLength: 12 });

  const width = fc.nat({ max: 4 });

  it('in hostile text, however it is cut, one by one or as rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileText(),
        fc.constantFrom(...DELIMITERS),
        places,
        width,
        async (text, delimiter, cuts, wide) => {
          expect(await streamed(cut(Buffer.from(text), cuts), delimiter, wide)).toEqual(judged(text, delimiter));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('in hostile text behind rows that are none', async () => {
    const rows = 'a,"b, c",d\r\n"x\ny",,""\n'.repeat(3);
    await fc.assert(
      fc.asyncProperty(hostileText(), places, width, async (text, cuts, wide) => {
        expect(await streamed(cut(Buffer.from(rows + text), cuts), ',', wide)).toEqual(judged(rows + text, ','));
      }),
      { numRuns: 1000 },
    );
  });

  it('in text cut in two at any byte, and into single bytes', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText(10), async (text) => {
        const bytes = Buffer.from(text);
        const whole = judged(text, ',');
        for (let at = 0; at <= bytes.length; at++)
          expect(await streamed([bytes.subarray(0, at), bytes.subarray(at)], ',')).toEqual(whole);
        expect(
          await streamed(
            Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)),
            ',',
          ),
        ).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  it('in more rows than are handed over at a time', async () => {
    const text = Array.from({ length: 5000 }, (_, row) =>
      row % 1500 === 7 ? `${row}\n` : `${row},"b\n${row}",c\n`,
    ).join('');
    expect(await streamed([Buffer.from(text)], ',', 3)).toEqual(judged(text, ','));
  });

  it('in rows of every width, as many as there is room for, and one more or less', async () => {
    // Room for 32 cells at first; for 1024 rows or 16,384 cells at a time, but for one row at least.
    for (const width of [1, 2, 15, 16, 17, 31, 32, 33, 63, 64, 65, 1000, 16_384, 16_385]) {
      const capacity = Math.max(1, Math.min(1024, Math.floor(16_384 / width)));
      for (const count of [capacity - 1, capacity, capacity + 1, 2 * capacity + 1]) {
        const rows = Array.from({ length: count }, (_, row) =>
          Array.from({ length: width }, (_one, cell) => (cell % 7 === 0 ? `r${row}c${cell}` : `${(row + cell) % 10}`)),
        );
        const text = [['head'], ...rows].map((cells) => `${cells.join(',')}\n`).join('');
        const { records } = await streamed([Buffer.from(text)], ',', width);
        const found = records.slice(1).map(({ cells, line }) => `${line} ${cells.join(',')}`);
        expect(found).toEqual(rows.map((cells, row) => `${row + 2} ${cells.join(',')}`));
      }
    }
  });

  it('in text of which any byte may end what is taken in at a time', () => {
    const piece = 64 * 1024;
    const rest = 'a,"b ""c"" d"\r\n"é\n",f\n';
    for (let before = piece - rest.length - 3; before <= piece + 1; before++) {
      for (const taken of [1, 2]) {
        const text = `${'x'.repeat(before + (taken - 1) * piece)}\n${rest}`;
        const found = asBytes(text, ',');
        expect(found?.slice(1)).toEqual([
          { cells: ['a', 'b "c" d'], line: 2 },
          { cells: ['é\n', 'f'], line: 3 },
        ]);
      }
    }
  });

  it('in a chunk of which much is left when csv-parse is needed', async () => {
    for (const before of [0, 1, 70_000]) {
      const text = `${'a,b\n'.repeat(before >> 2)}"odd" one,b\n${Array.from({ length: 30_000 }, (_, row) => `${row},c\n`).join('')}`;
      expect(await streamed([Buffer.from(text)], ',')).toEqual(judged(text, ','));
    }
  });

  it('in files that follow the rules, and csv-parse is not needed', () => {
    const text = fc
      .constantFrom(...DELIMITERS)
      .chain((delimiter) => fc.tuple(carefulText(delimiter), fc.constant(delimiter)));
    fc.assert(
      fc.property(text, ([careful, delimiter]) => {
        expect(asBytes(careful, delimiter)).toEqual(judged(careful, delimiter).records);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the common dialect', () => {
  it.each([
    ['a quote within an unquoted cell', '5" screen,a""b\n', ['5" screen', 'a""b']],
    ['a space before a quote', ' "a", b\n', [' "a"', ' b']],
    ['carriage returns alone', 'a,b\rc', ['a', 'b']],
    ['quotes written twice', '"say ""hi""",""""\n', ['say "hi"', '"']],
  ])('has %s', (_, text, cells) => {
    expect(asBytes(text, ',')?.[0]?.cells).toEqual(cells);
  });

  it.each([
    ['text behind a closing quote', '"a"b,c\n'],
    ['a quote that is never closed', 'a,"b\n'],
    ['an endless record', `a,"${'b\n'.repeat(LONGEST_RECORD / 2)}"\n`],
  ])('does not have %s', (_, text) => {
    expect(asBytes(text, ',')).toBeNull();
  });

  it('has records with more cells than any before', () => {
    const cells = Array.from({ length: 1000 }, (_, cell) => `${cell}`);
    expect(asBytes(`a\n${cells.join(',')}\n`, ',')?.[1]?.cells).toEqual(cells);
  });

  it.each([131_067, 131_068, 131_071, 131_072, 131_073, 262_144, 1_048_575, 1_048_576, 1_500_000])(
    'has records of %i bytes',
    (length) => {
      const text = `"${'x'.repeat(length - 5)}",y\n`;
      expect(asBytes(`${text}c,d`, ',')?.map(({ cells }) => cells.map((cell) => cell.length))).toEqual([
        [length - 5, 1],
        [1, 1],
      ]);
    },
  );

  it('has records longer than what is taken in at a time', () => {
    const cell = 'é'.repeat(200_000);
    expect(asBytes(`a,b\n"${cell}",c\nd,e\n`, ',')).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: [cell, 'c'], line: 2 },
      { cells: ['d', 'e'], line: 3 },
    ]);
  });
});

describe('a record that cannot be read', () => {
  const LONGEST = 100;

  /** What the stream makes of a text: `line: cells`, `line? quote`, `line? long`, `line~ cells that a quote swallowed`. */
  async function told(
    chunks: readonly Uint8Array[],
    last: { longest?: number; width?: number } = {},
  ): Promise<string[]> {
    const out: string[] = [];
    const add = (cells: string[], line: number) => out.push(`${line}: ${cells.join('|')}`);
    const stream: CsvStream = new CsvStream(
      ',',
      {
        record: (record) => add(record.cells(), record.line),
        rows: (rows) => {
          for (let row = 0; row < rows.count; row++) add(rows.at(row).cells(), rows.at(row).line);
        },
        cells: add,
        unread: (line, quoted) => out.push(`${line}? ${quoted ? 'quote' : 'long'}`),
        swallowed: (cells, line) => out.push(`${line}~ ${cells.join('|')}`),
      },
      1,
      last.longest ?? LONGEST,
    );
    if (last.width !== undefined) stream.keepRows(last.width);
    for (const chunk of chunks) await stream.write(chunk);
    await stream.end();
    return out;
  }

  const long = 'x'.repeat(3 * LONGEST);

  it.each([
    ['unquoted and too long', `a,b\n1,${long}\n2,c\n`, ['1: a|b', '2? long', '3: 2|c']],
    ['at the end of the file', `a,b\n1,${long}`, ['1: a|b', '2? long']],
    ['just not too long', `1,${'x'.repeat(LONGEST - 2)}\n2,c\n`, [`1: 1|${'x'.repeat(LONGEST - 2)}`, '2: 2|c']],
    ['of many cells', `${'12,'.repeat(LONGEST)}\r\n2,c\r\n`, ['1? long', '2: 2|c']],
    ['with lines in a cell before', `1,"a\nb",${long}\n2,c\n`, ['1? long', '3: 2|c']],
    ['several', `${long}\n${long}\r${long}\r\nz`, ['1? long', '2? long', '3? long', '4: z']],
    ['behind a record of another dialect', `"a"b,c\n${long}\n2,c\n`, ['1: "a"b|c', '2? long', '3: 2|c']],
    ['a quote that is never closed', 'a,b\n1,"c\n2,d\n3,e"f\n', ['1: a|b', '2: 1|"c\n2,d\n3,e"f']],
    ['a quote in the last line', 'a,b\n1,"c', ['1: a|b', '2? quote']],
    [
      'a quote without an end within what a record may be',
      `1,"c\n2,d\n${'3,e\r\n'.repeat(20)}4,"f, g"\n`,
      ['1? quote', '2~ 2|d', ...Array.from({ length: 20 }, (_, row) => `${3 + row}~ 3|e`), '23: 4|f, g'],
    ],
  ])('is left out: %s', async (_, text, expected) => {
    // What is swallowed and what is read again depends on how the bytes come, if the record is longer than it may be.
    const plain = (lines: string[]) => lines.map((line) => line.replace('~', ':'));
    const bytes = Buffer.from(text);
    expect(plain(await told([bytes]))).toEqual(plain(expected));
    expect(plain(await told([bytes], { width: 2 }))).toEqual(plain(expected));
    const single = Array.from(bytes, (_byte, at) => bytes.subarray(at, at + 1));
    expect(plain(await told(single))).toEqual(plain(expected));
  });

  it('costs no line of the others, wherever it stands and however the bytes are cut', async () => {
    const line = fc.constantFrom('1,2', '"a, b",c', '"d\ne",f', '', long, `"a\nb",${long}`, '"g"h,i');
    const texts = fc.tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r'));
    await fc.assert(
      fc.asyncProperty(texts, fc.array(fc.nat({ max: 500 }), { maxLength: 12 }), async ([lines, end], cuts) => {
        let at = 1;
        const expected = lines.map((one) => {
          const start = at;
          at += 1 + (one.match(/\n/g)?.length ?? 0);
          if (one.endsWith(long)) return `${start}? long`;
          const cells: Record<string, string> = { '"a, b",c': 'a, b|c', '"d\ne",f': 'd\ne|f', '"g"h,i': '"g"h|i' };
          return `${start}: ${cells[one] ?? one.replace(',', '|')}`;
        });
        const text = lines.map((one) => one + end).join('');
        expect(await told(cut(Buffer.from(text), cuts))).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
