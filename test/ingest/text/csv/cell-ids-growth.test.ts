import { describe, expect, it, vi } from 'vitest';
import { hashOf } from '../../../../src/ingest/table/cell-ids.ts';
import { Dictionary } from '../../../../src/model/log/dictionary.ts';
import { Random } from '../../../reference/log/random.ts';
import { ColumnReader, quoted, type RawCell, textOfRaw, WAYS, type Way } from './column-ids.ts';

const [BY_CELL] = WAYS;
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A cell of so many bytes, different for each number; two of the bytes are a quote written twice if `doubled`. */
function cellOf(number: number, length: number, doubled: boolean): string {
  let digits = '';
  let left = number;
  for (let place = doubled ? 2 : 0; place < length; place++) {
    digits += DIGITS[left % DIGITS.length];
    left = Math.floor(left / DIGITS.length);
  }
  return doubled ? `"""${digits}"` : `"${digits}"`;
}

/** Reads chunks of cells and compares each id with that of a plain Map; what `others` add comes before each chunk. */
function compare(way: Way, chunks: readonly (readonly RawCell[])[], others: (chunk: number) => readonly string[]) {
  const dictionary = new Dictionary();
  const reader = new ColumnReader(dictionary, way);
  const plain = new Map<string, number>([['', 0]]);
  const idOf = (text: string) => {
    const id = plain.get(text) ?? plain.size;
    plain.set(text, id);
    return id;
  };
  for (const [chunk, cells] of chunks.entries()) {
    for (const text of others(chunk)) expect(dictionary.id(text)).toBe(idOf(text));
    const found = reader.read(cells);
    const wanted = cells.map(({ raw }) => idOf(textOfRaw(raw)));
    // One comparison of all is slow where they are many.
    const wrong = wanted.findIndex((id, row) => found[row] !== id);
    expect({ chunk, cell: cells[wrong]?.raw, id: found[wrong] }).toEqual({ chunk, cell: undefined, id: undefined });
    expect(found.length).toBe(wanted.length);
  }
  expect(dictionary.values()).toEqual([...plain.keys()]);
}

const nobody = () => [];

/** How many different cells there are when all are asked for again: both sides of each step of the table. */
const STEPS = [1, 31, 32, 33, 63, 64, 65, 127, 128, 129, 511, 512, 513, 1023, 1024, 1025, 2048, 2049, 4096, 4097];

describe('the table of cells against a Map, through every step of its growth', () => {
  describe.each(WAYS)('$name', (way) => {
    it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((length) => [false, true].map((doubled) => ({ length, doubled }))))(
      'cells of $length bytes, doubled quotes: $doubled',
      ({ length, doubled }) => {
        if (doubled && length < 2) return;
        const different = Math.min(way.follows ? 1025 : 4097, DIGITS.length ** (doubled ? length - 2 : length));
        const cells = Array.from({ length: different }, (_, number) => ({
          raw: cellOf(number, length, doubled),
          leader: number,
        }));
        const steps = STEPS.filter((count) => count <= different);
        // The new ones of each step and then some of all that came so far, across it all.
        const chunks = steps.map((count, step) => {
          const fresh = cells.slice(steps[step - 1] ?? 0, count);
          const stride = Math.max(1, Math.floor(count / 100)) | 1;
          return [...fresh, ...cells.slice(0, count).filter((_, number) => number % stride === step % stride)];
        });
        compare(way, [...chunks, cells.toReversed()], nobody);
      },
    );

    it.each([1, 2, 3, 4, 5])('cells of every make, while others fill the dictionary: seed %i', (seed) => {
      const random = new Random(seed);
      const digits = () => 'ab1'.repeat(3).slice(random.whole(0, 8), 9);
      const make = (): string => {
        const number = random.whole(0, 1500);
        switch (random.whole(0, 7)) {
          case 0:
            return cellOf(number, random.whole(3, 9), false);
          case 1:
            return cellOf(number, random.whole(4, 9), true);
          case 2:
            // The same bytes as a cell with doubled quotes, and another text.
            return `a""${random.whole(0, 600)}`;
          case 3:
            return quoted(`a"${random.whole(0, 600)}`);
          case 4:
            return quoted(`${digits()}"${digits()}`);
          case 5:
            return random.pick([
              '',
              ' x',
              "'=x",
              '=x',
              'é',
              '"é""é"',
              'z'.repeat(511),
              'z'.repeat(512),
              'z'.repeat(513),
            ]);
          case 6:
            return `FLOW-${number}`;
          default:
            return `${number}`;
        }
      };
      const chunks = Array.from({ length: 24 }, () =>
        Array.from({ length: random.whole(0, 200) }, () => ({ raw: make(), leader: random.whole(0, 1200) })),
      );
      const foreign = () =>
        Array.from({ length: random.whole(0, 8) }, () =>
          random.pick([textOfRaw(make()), ' x', "'=x", '\ud83d', `other ${random.whole(0, 99)}`]),
        );
      compare(way, chunks, foreign);
    });
  });

  it.each(WAYS)('tells `a""1` in quotes from the same bytes without, however many there are: $name', (way) => {
    for (const count of [0, 510, 511, 512, 513, 600]) {
      const many = Array.from({ length: count }, (_, row) => ({ raw: `A-${row}`, leader: row }));
      const pair = (number: number, leader: number) => [
        { raw: `"a""${number}"`, leader },
        { raw: `a""${number}`, leader },
      ];
      const pairs = [...pair(1, 1), ...pair(1, 1).toReversed(), ...pair(2, count), ...pair(3, 9000)];
      compare(way, [many, pairs, [...pairs, ...many, ...pairs]], nobody);
    }
  });
});

/** Distinct cells of nine letters whose hashes end in the same bits, as many as the table could have places. */
function colliding(count: number, places: number): RawCell[] {
  const cells: RawCell[] = [];
  const bytes = Buffer.alloc(16);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let number = 0; cells.length < count; number++) {
    const text = `c${number.toString(36)}`;
    bytes.fill(0);
    bytes.write(text);
    if ((hashOf(view, 0, text.length) & (places - 1)) === places - 1) cells.push({ raw: text, leader: -1 });
  }
  return cells;
}

describe('the limits of the table of cells', () => {
  /** How often the dictionary is asked for the text of cells that all came before. */
  function asked(cells: readonly RawCell[], dictionary: Dictionary, mostWords?: number): number {
    const reader = new ColumnReader(dictionary, BY_CELL, mostWords);
    const first = reader.read(cells);
    // What the dictionary got meanwhile comes into the table with the next new cell.
    reader.read([{ raw: 'the next', leader: -1 }]);
    const id = vi.spyOn(dictionary, 'id');
    expect(reader.read(cells)).toEqual(first);
    const { length } = id.mock.calls;
    id.mockRestore();
    return length;
  }

  it('keeps cells of up to 512 bytes', () => {
    for (const [length, times] of [
      [511, 0],
      [512, 0],
      [513, 2],
    ] as const) {
      const cells = ['x', 'y'].map((letter) => ({ raw: letter.repeat(length), leader: -1 }));
      expect({ length, times: asked(cells, new Dictionary()) }).toEqual({ length, times });
    }
  });

  it('tries 64 places, round the end of the table, and gives the right ids beyond', () => {
    // 100 entries and one more have 256 places. With 64 alike every cell is found in the table; of 100, 36 are not.
    expect(asked(colliding(64, 256), new Dictionary())).toBe(0);
    expect(asked(colliding(65, 256), new Dictionary())).toBe(1);
    const alike = colliding(100, 256);
    expect(asked(alike, new Dictionary())).toBe(36);
    for (const way of WAYS) compare(way, [alike, alike.toReversed()], nobody);
  });

  it('takes 4096 values of others, and asks the dictionary once there are more', () => {
    for (const [count, adds] of [
      [4095, 3],
      [4096, 3],
      [4097, 0],
    ] as const) {
      const dictionary = new Dictionary();
      const reader = new ColumnReader(dictionary, BY_CELL);
      for (let value = 0; value < count - 1; value++) dictionary.id(`value ${value}`);
      expect(reader.read([{ raw: 'value 8', leader: -1 }])).toEqual([9]);
      dictionary.id('value last');
      const add = vi.spyOn(dictionary, 'add');
      const id = vi.spyOn(dictionary, 'id');
      const cells = ['value 7', 'p', 'q', 'value 4000', 'r', 'p'].map((raw) => ({ raw, leader: -1 }));
      const found = reader.read(cells);
      expect(found).toEqual([8, count + 1, count + 2, 4001, count + 3, count + 1]);
      // A new text needs no look-up, as long as the table has all that the dictionary has.
      expect({
        count,
        adds: add.mock.calls.length - id.mock.calls.filter(([text]) => text.length === 1).length,
      }).toEqual({ count, adds });
    }
  });

  it('has no more words than it may have, and the right ids beyond', () => {
    // Three words of an entry and two of its cell; the empty cell has three.
    const cells = Array.from({ length: 40 }, (_, row) => ({ raw: `cell ${100 + row}`, leader: -1 }));
    for (const [words, kept] of [
      [3 + 10 * 5 - 1, 9],
      [3 + 10 * 5, 10],
      [3 + 10 * 5 + 1, 10],
      [3 + 40 * 5, 40],
    ] as const)
      expect({ words, asked: asked(cells, new Dictionary(), words) }).toEqual({ words, asked: 40 - kept });
  });
});
