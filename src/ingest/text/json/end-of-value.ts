import { BACKSLASH, LETTER_F, LETTER_N, LETTER_T } from './bytes.ts';
import { escapeLength, LONGEST_ESCAPE } from './escapes.ts';

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const POINT = 46;

/** Digits that a double holds whatever they are. */
const SURE_DIGITS = 15;
/** Bytes of `false`. */
const LONGEST_WORD = 5;

/** The bytes are no value that can be read without parsing. */
export const OTHER = -1;
/** The most bytes that must be there together, to say what they are. */
export const LONGEST_PART = Math.max(LONGEST_ESCAPE, LONGEST_WORD);

/**
 * Where a value that is no string ends: a number, `true`, `false` or `null`.
 * @returns the byte after it, which may be after the last; OTHER if the text of a cell would differ from these bytes
 */
export function endOfPlain(bytes: Uint8Array, at: number, to: number): number {
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
export function endOfEscaped(bytes: Uint8Array, view: DataView, from: number, to: number): number {
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
