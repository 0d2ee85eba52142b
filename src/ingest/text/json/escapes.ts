import { BACKSLASH, LETTER_U } from './bytes.ts';

/** Bytes of a surrogate pair. */
export const LONGEST_ESCAPE = 12;

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
