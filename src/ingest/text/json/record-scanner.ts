import type { CsvRecord } from '../csv/csv-record.ts';
import { LETTER_N, QUOTE } from './bytes.ts';
import { endOfEscaped, endOfPlain, LONGEST_PART, OTHER, specialFrom } from './end-of-value.ts';
import { unescapeInPlace } from './escapes.ts';
import { standsAt } from './expected-bytes.ts';
import type { JsonCursor } from './json-cursor.ts';
import { END, type RecordShapes, type ShapeStep } from './record-shapes.ts';

/** No record that came before has the shape of this one. */
export const NEW_SHAPE = -1;
/** The record has a value that must be parsed. */
const NOT_READ = -2;
/** The bytes end before the record does. */
export const CUT = -3;

/** 1 for each byte that a plain value can start with. */
const STARTS_VALUE = new Uint8Array(256);
for (const start of '"-0123456789tfn') STARTS_VALUE[start.charCodeAt(0)] = 1;

/**
 * Finds the cells of a JSON record without parsing it, if a record of the same shape came before. The cells have the texts
 * that parsing would give. What it cannot find must be parsed.
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
   * Finds the cells of the record that starts at the cursor. Only the places of the cells change.
   * @returns the byte after the record; NEW_SHAPE, NOT_READ or CUT
   */
  scan({ bytes, view, at: from, length: to }: JsonCursor): number {
    const { ends, first, starts } = this.#record;
    const escaped = this.#escaped;
    // Setting a length is slow, whatever the length was.
    if (escaped.length > 0) escaped.length = 0;
    const { longest, root } = this.#shapes;
    let at = from;
    let step: ShapeStep | null = root;
    let failure = NEW_SHAPE;
    for (;;) {
      step = stepAt(step.next, bytes, view, at, to);
      if (step === null) break;
      at += step.literal.length;
      const { cell } = step;
      if (cell === END) {
        for (const missing of step.missing) starts[first + missing] = ends[first + missing] = 0;
        this.breaks = step.breaks;
        return at;
      }
      failure = NOT_READ;
      let start = at;
      let end = 0;
      if (bytes[at] === QUOTE) {
        start++;
        at = specialFrom(view, start, to);
        if (bytes[at] !== QUOTE) {
          at = endOfEscaped(bytes, view, at, to);
          if (cell >= 0) escaped.push(cell);
          if (bytes[at] !== QUOTE) break;
        }
        if (at >= to) break;
        end = at++;
      } else {
        end = endOfPlain(bytes, start, to);
        if (end === OTHER) break;
        at = end;
        if (bytes[start] === LETTER_N) end = start;
      }
      failure = NEW_SHAPE;
      if (cell >= 0) {
        starts[first + cell] = start;
        ends[first + cell] = end;
      }
    }
    // So near the end, the bytes may be the beginning of something that could be read.
    return to - at <= Math.max(longest, LONGEST_PART) ? CUT : failure;
  }

  /** Writes the text of cells with escapes over their JSON. After that, the record is no JSON any more. */
  unescape(bytes: Uint8Array): void {
    const { ends, first, starts } = this.#record;
    for (const cell of this.#escaped) {
      const place = first + cell;
      ends[place] = unescapeInPlace(bytes, starts[place] as number, ends[place] as number);
    }
  }
}

/** The step whose bytes are at `at`, among one and its alternatives; null if there is none for certain. */
function stepAt(first: ShapeStep | null, bytes: Uint8Array, view: DataView, at: number, to: number): ShapeStep | null {
  for (let step = first; step !== null; step = step.other) {
    const end = at + step.literal.length;
    if (end >= to || !standsAt(step.literal, view, at)) continue;
    // A longer literal may begin in the same way: `"a": {"b":` and `"a":`.
    const byte = bytes[end] as number;
    if (byte === QUOTE || STARTS_VALUE[byte] === 1 || step.cell === END) return step;
  }
  return null;
}
