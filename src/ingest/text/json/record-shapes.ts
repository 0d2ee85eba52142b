import { Buffer } from 'node:buffer';
import { NEWLINE } from './json-cursor.ts';

/** In place of a cell: the value is in no column. */
const NO_CELL = -1;
/** In place of a cell: the record ends here. */
export const END = -2;

/** Enough for the shapes of records that an export has. If all records differ, more would only fill the memory. */
const MOST_STEPS = 2000;

/** The bytes before a value, and what may come after that value. */
export interface ShapeStep {
  readonly literal: ExpectedBytes;
  /** Line breaks in the record so far. */
  readonly breaks: number;
  /** The cell that the value is; NO_CELL for a value that is in no column, END where the record ends. */
  readonly cell: number;
  /** At the end of the record: the cells without a value. */
  readonly missing: readonly number[];
  /** The first of the steps that may follow. */
  next: ShapeStep | null;
  /** Another step that may come in place of this one. */
  other: ShapeStep | null;
}

/**
 * The shapes of the records so far: the bytes before, between and after their values. Exports write all records alike, so
 * that comparing bytes finds the values of a record without parsing it.
 *
 * The shapes form a tree, in which those with the same beginning share it. So a key that some records lack costs no copy
 * of all the other steps.
 */
export class RecordShapes {
  /** Comes before every record. */
  readonly root: ShapeStep = {
    literal: expectedBytes(new Uint8Array(0)),
    breaks: 0,
    cell: NO_CELL,
    missing: [],
    next: null,
    other: null,
  };
  readonly cells: number;
  readonly #cellOf = new Map<string, number>();
  readonly #bracket: '{' | '[';
  /** Bytes of the longest literal. */
  longest = 0;
  #steps = 0;

  /** @param paths where the values of each column are in a record; all positions if records are arrays */
  constructor(paths: readonly Path[]) {
    this.cells = paths.length;
    for (const [cell, path] of paths.entries()) this.#cellOf.set(JSON.stringify(path), cell);
    this.#bracket = typeof paths[0]?.[0] === 'number' ? '[' : '{';
  }

  /** Learns the shape of a record, if it can be learned. */
  learn(text: string): void {
    if (this.#steps >= MOST_STEPS || !text.startsWith(this.#bracket)) return;
    const parts = recordParts(text);
    // An array with more values than there are columns is an error of its own.
    if (parts === null || (this.#bracket === '[' && parts.length - 1 > this.cells)) return;
    const missing = new Set(Array(this.cells).keys());
    let at = this.root;
    for (const { literal, path } of parts) {
      const cell = path === null ? END : this.#cell(path);
      missing.delete(cell);
      at = this.#after(at, literal, cell, cell === END ? [...missing] : []);
    }
  }

  #cell(path: Path): number {
    return this.#cellOf.get(JSON.stringify(path)) ?? NO_CELL;
  }

  /** The step after another; it is made if there is none yet. */
  #after(before: ShapeStep, text: string, cell: number, missing: number[]): ShapeStep {
    const bytes = Buffer.from(text);
    for (let known = before.next; known !== null; known = known.other) {
      if (bytes.equals(known.literal.bytes)) return known;
    }
    this.#steps++;
    this.longest = Math.max(this.longest, bytes.length);
    const breaks = bytes.reduce((count, byte) => count + (byte === NEWLINE ? 1 : 0), before.breaks);
    const made = { literal: expectedBytes(bytes), breaks, cell, missing, next: null, other: before.next };
    before.next = made;
    return made;
  }
}

/** Where a value is in its record: keys of objects, or one position in an array. */
export type Path = readonly (string | number)[];

/** The text between two values, and the path of the second; no path after the last value. */
interface RecordPart {
  literal: string;
  path: Path | null;
}

/** A string, a number, `true`, `false` or `null`. */
const SCALAR = /"[^"\\]*(?:\\.[^"\\]*)*"|[-\d][-+.\deE]*|true|false|null/y;
const SPACE = /\s*/y;

/** Objects nested deeper than this are not taken apart: columns come from the first few levels. */
const DEEPEST = 16;

/**
 * Takes a record apart into its plain values and the text between them. Records of one shape have that text in common, to
 * the byte.
 *
 * @param text valid JSON that starts with the record's bracket
 * @returns null if it is open which cell a value belongs to: a list within an object, or a key that comes twice
 */
function recordParts(text: string): RecordPart[] | null {
  return new RecordText(text).parts();
}

/** The text of a record, read from its start to its end. */
class RecordText {
  readonly #text: string;
  readonly #parts: RecordPart[] = [];
  #at = 0;
  /** Where the text before the next value starts. */
  #literalStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parts(): RecordPart[] | null {
    const known = this.#text.startsWith('[') ? this.#array() : this.#object([]);
    if (!known) return null;
    this.#parts.push({ literal: this.#text.slice(this.#literalStart, this.#at).trimEnd(), path: null });
    return this.#parts;
  }

  #object(path: Path): boolean {
    if (path.length === DEEPEST) return false;
    const keys = new Set<string>();
    this.#step();
    if (this.#next() === '}') return this.#ends();
    do {
      const key = JSON.parse(this.#match(SCALAR)) as string;
      if (keys.has(key)) return false;
      keys.add(key);
      this.#step();
      const inner = [...path, key];
      if (!(this.#next() === '{' ? this.#object(inner) : this.#scalar(inner))) return false;
    } while (!this.#ends());
    return true;
  }

  #array(): boolean {
    this.#step();
    if (this.#next() === ']') return this.#ends();
    let position = 0;
    do if (!this.#scalar([position++])) return false;
    while (!this.#ends());
    return true;
  }

  #scalar(path: Path): boolean {
    this.#parts.push({ literal: this.#text.slice(this.#literalStart, this.#at), path });
    const found = this.#match(SCALAR) !== '';
    this.#literalStart = this.#at;
    return found;
  }

  /** Passes over the next byte; true if it closes an object or an array. */
  #ends(): boolean {
    const byte = this.#step();
    return byte === '}' || byte === ']';
  }

  /** Passes over the next byte and the space around it. */
  #step(): string {
    this.#match(SPACE);
    const byte = this.#text.charAt(this.#at++);
    this.#match(SPACE);
    return byte;
  }

  #next(): string {
    return this.#text.charAt(this.#at);
  }

  /** Passes over what a pattern matches here; empty if it does not. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}

const LONG = 8;
const WORD = 4;

/** Bytes to find again, as numbers, so that several are compared at once. None of them may be zero. */
interface ExpectedBytes {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** Of more than eight bytes: the last eight, and those before them, eight at a time. */
  readonly lastLong: number;
  readonly longs: Float64Array;
  /** Of eight bytes or less: the first four, the bits of them that count, and the last four. */
  readonly firstWord: number;
  readonly mask: number;
  readonly lastWord: number;
}

export function expectedBytes(bytes: Uint8Array): ExpectedBytes {
  const { length } = bytes;
  const view = new DataView(new ArrayBuffer(Math.max(LONG, length)));
  for (const [at, byte] of bytes.entries()) view.setUint8(at, byte);
  const longs = Math.max(0, Math.ceil(length / LONG) - 1);
  return {
    bytes,
    length,
    lastLong: view.getFloat64(Math.max(0, length - LONG), true),
    longs: Float64Array.from({ length: longs }, (_, index) => view.getFloat64(index * LONG, true)),
    firstWord: view.getInt32(0, true),
    mask: length < WORD ? (1 << (8 * length)) - 1 : -1,
    lastWord: view.getInt32(Math.max(0, length - WORD), true),
  };
}

/**
 * True if a literal is at `at`. A word must be readable from there on, however short the literal is.
 *
 * Two doubles are equal exactly if their bytes are. The exceptions are zero and NaN: there are no bytes of zero here, and
 * the bytes of a NaN are no UTF-8.
 */
export function standsAt(literal: ExpectedBytes, view: DataView, at: number): boolean {
  const { length } = literal;
  if (length > LONG) {
    const { longs } = literal;
    const last = at + length - LONG;
    let index = 0;
    for (let place = at; place < last; place += LONG) {
      if (view.getFloat64(place, true) !== longs[index++]) return false;
    }
    return view.getFloat64(last, true) === literal.lastLong;
  }
  if (((view.getInt32(at, true) ^ literal.firstWord) & literal.mask) !== 0) return false;
  return length <= WORD || view.getInt32(at + length - WORD, true) === literal.lastWord;
}
