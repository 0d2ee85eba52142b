import type { CsvRecord } from '../csv-bytes/csv-record.ts';
import { escapeLength, LONGEST_ESCAPE, unescapeInPlace } from './escapes.ts';
import type { JsonCursor } from './json-cursor.ts';
import { standsAt } from './literal.ts';
import { END, type RecordShapes, type ShapeStep } from './record-shapes.ts';
import { endOfNumber, endOfWord, LONGEST_WORD, OTHER } from './scan-value.ts';
import { specialFrom } from './special-byte.ts';

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
    let at = from;
    let step: ShapeStep | null = this.#shapes.root;
    for (;;) {
      step = stepAt(step.next, bytes, view, at, to);
      if (step === null) return to - at <= this.#shapes.longest ? CUT : NEW_SHAPE;
      at += step.literal.length;
      const { cell } = step;
      if (cell === END) {
        for (const missing of step.missing) starts[first + missing] = ends[first + missing] = 0;
        this.breaks = step.breaks;
        return at;
      }
      let start = at;
      let end = 0;
      if (bytes[at] === QUOTE) {
        start++;
        end = specialFrom(view, start, to);
        if (bytes[end] === BACKSLASH && end < to) {
          end = endOfEscaped(bytes, view, end, to);
          if (end < 0) return end;
          if (cell >= 0) escaped.push(cell);
        }
        if (end >= to) return CUT;
        if (bytes[end] !== QUOTE) return NOT_READ;
        at = end + 1;
      } else {
        at = endOfPlain(bytes, start, to);
        if (at === OTHER || at >= to) return at >= to || to - start < LONGEST_WORD ? CUT : NOT_READ;
        end = bytes[start] === LETTER_N ? start : at;
      }
      if (cell >= 0) {
        starts[first + cell] = start;
        ends[first + cell] = end;
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

/** The first byte from an escape on that is a quote, a control character or behind the last; CUT or NOT_READ. */
function endOfEscaped(bytes: Uint8Array, view: DataView, escape: number, to: number): number {
  let at = escape;
  while (at < to && bytes[at] === BACKSLASH) {
    const length = escapeLength(bytes, at, to);
    if (length === 0) return to - at < LONGEST_ESCAPE ? CUT : NOT_READ;
    at = specialFrom(view, at + length, to);
  }
  return at;
}

/** The step whose bytes stand at `at`, among one and its alternatives; null if none's do, or not for certain. */
function stepAt(first: ShapeStep | null, bytes: Uint8Array, view: DataView, at: number, to: number): ShapeStep | null {
  for (let step = first; step !== null; step = step.other) {
    const end = at + step.literal.length;
    if (end >= to || !standsAt(step.literal, view, at)) continue;
    // A longer one may begin alike: `"a": {"b":` and `"a":`.
    if (step.cell === END || STARTS_VALUE[bytes[end] as number] === 1) return step;
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
