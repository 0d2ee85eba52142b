// Bytes of JSON, by name.
export const NEWLINE = 10;
export const QUOTE = 34;
export const COMMA = 44;
export const COLON = 58;
export const OPEN_ARRAY = 91;
export const BACKSLASH = 92;
export const CLOSE_ARRAY = 93;
export const LETTER_F = 102;
export const LETTER_N = 110;
export const LETTER_T = 116;
export const LETTER_U = 117;
export const OPEN_OBJECT = 123;
export const CLOSE_OBJECT = 125;

/** True for the white space of JSON. */
export function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

/** The first byte from an offset on that is no white space; −1 if the bytes end before. */
export function firstByte(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (!isSpace(byte)) return byte;
  }
  return -1;
}

/** True for a comma and for a bracket that closes: what comes after a record. */
export function isBetween(byte: number): boolean {
  return byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT;
}
