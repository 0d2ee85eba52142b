import type { CsvRecord } from '../csv-bytes/csv-record.ts';
import { escapeLength, LONGEST_ESCAPE, unescapeInPlace } from './escapes.ts';
import type { JsonCursor } from './json-cursor.ts';
import { END, type RecordShapes, type ShapeStep } from './record-shapes.ts';
import { endOfNumber, endOfWord, LONGEST_WORD, OTHER } from './scan-value.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const LETTER_F = 102;
const LETTER_N = 110;
const LETTER_T = 116;

/** No record that came before is made like this one. */
export const NEW_SHAPE = -1;
/** It holds a value that is not read here. */
const NOT_READ = -2;
/** The bytes end before it does. */
export const CUT = -3;

/** 1 for the bytes that a plain value starts with. */
const STARTS_VALUE = new Uint8Array(256);
for (const start of '"-0123456789tfn') STARTS_VALUE[start.charCodeAt(0)] = 1;

/**
 * Finds the cells of JSON records where they lie, if records of the same make came before. What it finds is what parsing
 * the record and writing its plain values as text would give; everything else it leaves to that.
 */
export class RecordScanner {
  readonly #shapes: RecordShapes;
  readonly #record: CsvRecord;
  /** Cells of the record with escapes in them. */
  readonly #escaped: number[] = [];
  /** Line breaks in the last record. */
  breaks = 0;

  /** @param record gets the cells, from its `first` place on; it has as many as the shapes */
  constructor(shapes: RecordShapes, record: CsvRecord) {
    this.#shapes = shapes;
    this.#record = record;
  }

  /**
   * Finds the cells of the record that starts where the cursor stands; nothing is changed but the record's places.
   * @returns the byte after the record; NEW_SHAPE, NOT_READ or CUT
   */
  scan({ bytes, view, at: from, length: to }: JsonCursor): number {
    const { ends, first, starts } = this.#record;
    const escaped = this.#escaped;
    // Setting a length is a slow call, whatever the length was.
    if (escaped.length > 0) escaped.length = 0;
    let breaks = 0;
    let at = from;
    let step: ShapeStep | null = this.#shapes.root;
    for (;;) {
      step = stepAt(step.next, view, at, to);
      if (step === null) return to - at <= this.#shapes.longest ? CUT : NEW_SHAPE;
      at += step.literal.length;
      breaks += step.breaks;
      const { cell } = step;
      if (cell === END) {
        for (const missing of step.missing) starts[first + missing] = ends[first + missing] = 0;
        this.breaks = breaks;
        return at;
      }
      if (bytes[at] === QUOTE) {
        const start = ++at;
        let escapes = false;
        for (;;) {
          at = specialFrom(view, at, to);
          if (at >= to || bytes[at] !== BACKSLASH) break;
          const length = escapeLength(bytes, at, to);
          if (length === 0) return to - at < LONGEST_ESCAPE ? CUT : NOT_READ;
          escapes = true;
          at += length;
        }
        if (at >= to) return CUT;
        if (bytes[at] !== QUOTE) return NOT_READ;
        if (cell >= 0) {
          starts[first + cell] = start;
          ends[first + cell] = at;
          if (escapes) escaped.push(cell);
        }
        at++;
      } else {
        const end = endOfPlain(bytes, at, to);
        if (end === OTHER || end >= to) return end >= to || to - at < LONGEST_WORD ? CUT : NOT_READ;
        if (cell >= 0) {
          starts[first + cell] = at;
          ends[first + cell] = bytes[at] === LETTER_N ? at : end;
        }
        at = end;
      }
    }
  }

  /** Writes the text of cells with escapes where their JSON was: the record cannot be read as JSON after. */
  unescape(bytes: Uint8Array): void {
    const { ends, first, starts } = this.#record;
    for (const cell of this.#escaped) {
      const place = first + cell;
      ends[place] = unescapeInPlace(bytes, starts[place] as number, ends[place] as number);
    }
  }
}

/** The first byte from an offset on that is a quote, a backslash or a control character; or a byte behind the last. */
function specialFrom(view: DataView, from: number, to: number): number {
  for (let at = from; at < to; at += 4) {
    // Four bytes at once: the lowest of the high bits that are left is that of the first such byte.
    const word = view.getInt32(at, true);
    const quote = word ^ 0x22222222;
    const backslash = word ^ 0x5c5c5c5c;
    const found =
      (((quote - 0x01010101) & ~quote) | ((backslash - 0x01010101) & ~backslash) | ((word - 0x20202020) & ~word)) &
      0x80808080;
    if (found !== 0) return at + ((31 - Math.clz32(found & -found)) >> 3);
  }
  return to;
}

/** The step whose bytes stand at `at`, among one and its alternatives; null if none's do, or not for certain. */
function stepAt(first: ShapeStep | null, view: DataView, at: number, to: number): ShapeStep | null {
  for (let step = first; step !== null; step = step.other) {
    const { words, literal } = step;
    const end = at + literal.length;
    if (end >= to) continue;
    const last = words.length - 1;
    let place = at;
    let index = 0;
    while (index < last && view.getInt32(place, true) === words[index]) {
      index++;
      place += 4;
    }
    if (index < last || ((view.getInt32(place, true) ^ (words[last] as number)) & step.lastMask) !== 0) continue;
    // A longer one may begin alike: `"a": {"b":` and `"a":`.
    if (step.cell === END || STARTS_VALUE[view.getUint8(end)] === 1) return step;
  }
  return null;
}

/** The byte after a value that is no string, or a byte behind the last; OTHER if its bytes are no text of a cell. */
function endOfPlain(bytes: Uint8Array, at: number, to: number): number {
  const first = bytes[at];
  return first === LETTER_N
    ? endOfWord(bytes, at, 'null')
    : first === LETTER_T
      ? endOfWord(bytes, at, 'true')
      : first === LETTER_F
        ? endOfWord(bytes, at, 'false')
        : endOfNumber(bytes, at, to);
}
