import type { CsvRecord } from '../csv/csv-record.ts';
import { BACKSLASH, type JsonCursor, LETTER_F, LETTER_N, LETTER_T, LETTER_U, QUOTE } from './json-cursor.ts';
import { END, type RecordShapes, type ShapeStep, standsAt } from './record-shapes.ts';

/** No record that came before has the shape of this one. */
export const NEW_SHAPE = -1;
/** The record has a value that must be parsed. */
const NOT_READ = -2;
/** The bytes end before the record does. */
export const CUT = -3;

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const POINT = 46;

/** Digits that a double holds whatever they are. */
const SURE_DIGITS = 15;
/** In place of the end of a value: it cannot be read without parsing. */
const OTHER = -1;
/** The most bytes that must be there together, to say what they are: two escapes, which make one character. */
const LONGEST_PART = 12;

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

/**
 * Where a value that is no string ends: a number, `true`, `false` or `null`.
 * @returns the byte after it, which may be after the last; OTHER if the text of a cell would differ from these bytes
 */
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

/** The byte after `word` if it is at `at`; OTHER if it is not. */
function endOfWord(bytes: Uint8Array, at: number, word: string): number {
  for (let index = 0; index < word.length; index++) {
    if (bytes[at + index] !== word.charCodeAt(index)) return OTHER;
  }
  return at + word.length;
}

/**
 * The byte after a number that JavaScript would write with the same characters: integers of any length (they keep their
 * digits), and decimals of up to 15 digits without zeros at the end. All others are OTHER.
 */
function endOfNumber(bytes: Uint8Array, from: number, to: number): number {
  const start = bytes[from] === MINUS ? from + 1 : from;
  let at = start;
  while (at < to && isDigit(bytes[at] as number)) at++;
  const digits = at - start;
  const zero = bytes[start] === ZERO;
  if (digits === 0 || (zero && digits > 1)) return OTHER;
  if (bytes[at] === POINT) {
    const point = at++;
    while (at < to && isDigit(bytes[at] as number)) at++;
    const decimals = at - point - 1;
    // Below a millionth JavaScript writes an exponent.
    const most = zero ? 6 : SURE_DIGITS - digits;
    if (decimals === 0 || decimals > most || bytes[at - 1] === ZERO) return OTHER;
  } else if (zero && start > from) return OTHER;
  const byte = bytes[at] as number;
  return byte === POINT || byte === 69 || byte === 101 ? OTHER : at;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

/**
 * Where a string ends that has an escape at `from`.
 * @returns the first quote or control character, or the first escape that cannot be read; or a byte after the last
 */
function endOfEscaped(bytes: Uint8Array, view: DataView, from: number, to: number): number {
  let at = from;
  while (bytes[at] === BACKSLASH && at < to) {
    const length = escapeLength(bytes, at, to);
    if (length === 0) break;
    at = specialFrom(view, at + length, to);
  }
  return at;
}

/** The first byte from an offset on that is a quote, a backslash or a control character; or a byte after the last. */
export function specialFrom(view: DataView, from: number, to: number): number {
  for (let at = from; at < to; at += 4) {
    // Four bytes at once: each byte of interest sets its high bit, and the lowest bit that is set is that of the first.
    // With one bit flipped, the quote comes right after the control characters, and the space does not.
    const word = view.getInt32(at, true);
    const flipped = word ^ 0x02020202;
    const backslash = word ^ 0x5c5c5c5c;
    const found = (((flipped - 0x21212121) & ~flipped) | ((backslash - 0x01010101) & ~backslash)) & 0x80808080;
    if (found !== 0) return at + ((31 - Math.clz32(found & -found)) >> 3);
  }
  return to;
}

/** The character that the letter after a backslash means; 0 for `u` and for letters that JSON does not have. */
const LETTERS = new Uint8Array(128);
for (const [letter, meaning] of ['""', '\\\\', '//', 'b\b', 'f\f', 'n\n', 'r\r', 't\t']) {
  LETTERS[(letter as string).charCodeAt(0)] = (meaning as string).charCodeAt(0);
}

/**
 * Length of the escape at a backslash; of a surrogate pair, of both escapes. 0 if it is no escape of JSON, if it is half a
 * character (which UTF-8 cannot hold), or if the bytes end within it.
 */
export function escapeLength(bytes: Uint8Array, at: number, to: number): number {
  if (at + 1 >= to) return 0;
  const letter = bytes[at + 1] as number;
  if (letter !== LETTER_U) return letter < 128 && LETTERS[letter] !== 0 ? 2 : 0;
  const unit = codeUnit(bytes, at, to);
  if (unit < 0xd800 || unit > 0xdfff) return unit === -1 ? 0 : 6;
  const low = codeUnit(bytes, at + 6, to);
  return unit <= 0xdbff && low >= 0xdc00 && low <= 0xdfff ? 12 : 0;
}

/**
 * Writes a string's text over its JSON, which is never shorter.
 * @param start first byte of a string whose escapes `escapeLength` has all measured
 * @returns where the text ends
 */
export function unescapeInPlace(bytes: Uint8Array, start: number, end: number): number {
  let to = start;
  let at = start;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte !== BACKSLASH) {
      bytes[to++] = byte;
      at++;
      continue;
    }
    const letter = bytes[at + 1] as number;
    if (letter !== LETTER_U) {
      bytes[to++] = LETTERS[letter] as number;
      at += 2;
      continue;
    }
    let code = codeUnit(bytes, at, end);
    at += 6;
    if (code >= 0xd800 && code <= 0xdbff) {
      code = 0x10000 + ((code - 0xd800) << 10) + codeUnit(bytes, at, end) - 0xdc00;
      at += 6;
    }
    to = writeUtf8(bytes, to, code);
  }
  return to;
}

/** The number of a `\uXXXX`; −1 if there is none. */
function codeUnit(bytes: Uint8Array, at: number, to: number): number {
  if (at + 6 > to || bytes[at] !== BACKSLASH || bytes[at + 1] !== LETTER_U) return -1;
  let unit = 0;
  for (let index = at + 2; index < at + 6; index++) {
    const byte = bytes[index] as number;
    const lower = byte | 32;
    if (byte >= 48 && byte <= 57) unit = unit * 16 + byte - 48;
    else if (lower >= 97 && lower <= 102) unit = unit * 16 + lower - 87;
    else return -1;
  }
  return unit;
}

function writeUtf8(bytes: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    bytes[at] = code;
    return at + 1;
  }
  if (code < 0x800) {
    bytes[at] = 0xc0 | (code >> 6);
    bytes[at + 1] = 0x80 | (code & 63);
    return at + 2;
  }
  if (code < 0x10000) {
    bytes[at] = 0xe0 | (code >> 12);
    bytes[at + 1] = 0x80 | ((code >> 6) & 63);
    bytes[at + 2] = 0x80 | (code & 63);
    return at + 3;
  }
  bytes[at] = 0xf0 | (code >> 18);
  bytes[at + 1] = 0x80 | ((code >> 12) & 63);
  bytes[at + 2] = 0x80 | ((code >> 6) & 63);
  bytes[at + 3] = 0x80 | (code & 63);
  return at + 4;
}
