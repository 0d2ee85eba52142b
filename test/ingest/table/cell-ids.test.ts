import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellIds } from '../../../src/ingest/table/cell-ids.ts';
import { plainCell } from '../../../src/ingest/table/cell-text.ts';
import { ByteRecords } from '../../../src/ingest/text/csv/byte-records.ts';
import { Dictionary, EMPTY } from '../../../src/model/log/dictionary.ts';

/** The ids of cells, one a row, as the table gives them; `before` comes before each row, `leader` is its leading id. */
function idsOf(
  cells: readonly string[],
  dictionary: Dictionary,
  before: (row: number) => void = () => {},
  leader: (row: number) => number = () => -1,
  mostWords?: number,
): number[] {
  const ids = new CellIds(dictionary, mostWords);
  const found: number[] = [];
  const reader = new ByteRecords(44, 1, {
    record: (record) => {
      before(found.length);
      found.push(ids.id(record, 0, leader(found.length)));
      if (ids.id(record, 1, -1) !== EMPTY) throw new Error('a cell that is not there has an id');
    },
    rows: () => {},
  });
  const text = cells.map((cell) => `"${cell.replaceAll('"', '""')}"\n`).join('');
  expect(reader.write(Buffer.from(text)) && reader.end()).toBe(true);
  return found;
}

describe('CellIds', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', "'", '=', 'é', '😀'), maxLength: 10 }),
    fc.constantFrom('x'.repeat(511), 'x'.repeat(512), 'x'.repeat(513), 'y'.repeat(600)),
  );

  it('gives the ids that the dictionary gives to the text', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
        const dictionary = new Dictionary();
        const expected = new Dictionary();
        expect(idsOf(cells, dictionary)).toEqual(cells.map((text) => expected.id(plainCell(text))));
        expect(dictionary.values()).toEqual(expected.values());
        expect(cells.map((text) => dictionary.find(plainCell(text)))).toEqual(
          cells.map((text) => expected.find(plainCell(text))),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('does so while others fill the dictionary too, before and meanwhile', () => {
    const other = fc.oneof(cell, fc.constantFrom('\ud83d', '\ufffd', '\udc00a'));
    const rows = fc.array(fc.tuple(fc.oneof(cell, fc.constant('\ufffd')), fc.option(other, { nil: null })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(rows, fc.array(other, { maxLength: 5 }), (pairs, first) => {
        const dictionary = new Dictionary();
        const expected = new Dictionary();
        for (const text of first) expect(dictionary.id(text)).toBe(expected.id(text));
        const found = idsOf(
          pairs.map(([text]) => text),
          dictionary,
          (row) => {
            const text = pairs[row]?.[1] ?? null;
            if (text !== null) dictionary.id(text);
          },
        );
        const wanted = pairs.map(([text, added]) => {
          if (added !== null) expected.id(added);
          return expected.id(plainCell(text));
        });
        expect(found).toEqual(wanted);
        expect(dictionary.values()).toEqual(expected.values());
      }),
      { numRuns: 300 },
    );
  });

  it('keeps many, and more than it may keep', () => {
    const cells = Array.from({ length: 60_000 }, (_, row) => `${row} ${'long '.repeat(row % 97)}`);
    const dictionary = new Dictionary();
    const expected = new Dictionary();
    const twice = [...cells, ...cells];
    expect(idsOf(twice, dictionary, undefined, undefined, 1 << 20)).toEqual(
      twice.map((text) => expected.id(plainCell(text))),
    );
    expect(dictionary.values()).toEqual(expected.values());
  });

  it('gives the same ids where there are many, and others add to the dictionary', () => {
    const many = Array.from({ length: 600 }, (_, row) => `Title ${row}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.option(cell, { nil: null })), { maxLength: 60 }), (pairs) => {
        const cells = [...many, ...pairs.map(([text]) => text), ...many];
        const dictionary = new Dictionary();
        const expected = new Dictionary();
        const others = new Map(pairs.map(([, other], row) => [row + many.length, other]));
        const found = idsOf(cells, dictionary, (row) => {
          const other = others.get(row) ?? null;
          if (other !== null) dictionary.id(other);
        });
        const wanted = cells.map((text, row) => {
          const other = others.get(row) ?? null;
          if (other !== null) expected.id(other);
          return expected.id(plainCell(text));
        });
        expect(found).toEqual(wanted);
        expect(dictionary.size).toBe(expected.size);
        expect(dictionary.values()).toEqual(expected.values());
        expect(expected.values().map((_, id) => dictionary.value(id))).toEqual(expected.values());
        expect(cells.map((text) => dictionary.find(plainCell(text)))).toEqual(
          cells.map((text) => expected.find(plainCell(text))),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('tells keys with a number apart, once there are many', () => {
    const many = Array.from({ length: 600 }, (_, row) => `FLOW-${row + 1}`);
    const alike = ['FLOW-1', 'FLOW-01', 'FLOW1', 'FLOW-', 'FLOW', '1', '01', 'BUG-1', 'FLOW--1', 'LOW-1', 'aFLOW-1'];
    const large = ['FLOW-99999999', 'FLOW-999999999', 'FLOW-4294967297', '99999999999999999999', 'FLOW-1000000'];
    const prefixes = Array.from({ length: 12 }, (_, project) => [
      `P${'x'.repeat(project)}-7`,
      `P${'x'.repeat(project)}-8`,
    ]);
    const once = [...many, ...alike, ...large, ...prefixes.flat()];
    const cells = [...once, ...once.toReversed(), ...once];
    const dictionary = new Dictionary();
    const expected = new Dictionary();
    expect(idsOf(cells, dictionary)).toEqual(cells.map((text) => expected.id(text)));
    expect(dictionary.values()).toEqual(expected.values());
  });

  it('follows another column where it can, and is not led astray', () => {
    const title = fc.nat({ max: 700 }).map((number) => `Title ${number}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(title, fc.nat({ max: 2000 })), { maxLength: 400 }), (pairs) => {
        const many = Array.from({ length: 600 }, (_, row): [string, number] => [`Title ${row}`, row]);
        const rows = [...many, ...pairs, ...many];
        const cells = rows.map(([text]) => text);
        const dictionary = new Dictionary();
        const expected = new Dictionary();
        const found = idsOf(cells, dictionary, undefined, (row) => rows[row]?.[1] ?? -1);
        expect(found).toEqual(cells.map((text) => expected.id(text)));
      }),
      { numRuns: 40 },
    );
  });

  it('asks the dictionary itself where others put much into it', () => {
    const dictionary = new Dictionary();
    for (let value = 0; value < 5000; value++) dictionary.id(`value ${value}`);
    expect(idsOf(['value 7', 'new', 'value 4999', 'new'], dictionary)).toEqual([8, 5001, 5000, 5001]);
  });
});
