import { Buffer } from 'node:buffer';
import { WORD } from '../csv/csv-record.ts';

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

/** Up to this length a loop finds the end of a string faster than the runtime does. */
const SHORT_STRING = 48;

const OTHER_BYTE = 0;
const OPEN = 1;
const CLOSE = 2;
const STRING = 3;
const BREAK = 4;
/** What each byte means outside of strings. */
const KIND = new Uint8Array(256);
for (const [bytes, kind] of [
  ['{[', OPEN],
  ['}]', CLOSE],
  ['"', STRING],
  ['\n', BREAK],
] as const) {
  for (const byte of bytes) KIND[byte.charCodeAt(0)] = kind;
}

/** The bytes of JSON that are still needed, and a place in them with its depth and its line. */
export class JsonCursor {
  /** The first `length` bytes count, and there is room for a word after them. Offsets change when bytes are dropped. */
  bytes = Buffer.allocUnsafeSlow(1 << 16);
  /** The same memory. */
  view = new DataView(this.bytes.buffer);
  length = 0;
  /** Where reading goes on. */
  at = 0;
  /** Brackets that are open. */
  depth = 0;
  line = 1;
  /** Where the current string starts; −1 between strings. */
  stringStart = -1;
  /** Where the line starts; below zero if that was dropped. */
  #lineStart = 0;

  append(chunk: Uint8Array): void {
    const needed = this.length + chunk.length;
    if (needed + WORD > this.bytes.length) {
      const bigger = Buffer.allocUnsafeSlow(Math.max(needed + WORD, this.bytes.length * 2));
      this.bytes.copy(bigger, 0, 0, this.length);
      this.bytes = bigger;
      this.view = new DataView(bigger.buffer);
    }
    this.bytes.set(chunk, this.length);
    this.length = needed;
  }

  /** Forgets the first bytes. */
  drop(count: number): void {
    if (count === 0) return;
    this.bytes.copyWithin(0, count, this.length);
    this.length -= count;
    this.at -= count;
    this.#lineStart -= count;
    if (this.stringStart !== -1) this.stringStart -= count;
  }

  /** The current line and the column of an offset, as `line:column`. */
  position(at: number): string {
    return `${this.line}:${at - this.#lineStart + 1}`;
  }

  /** Notes a line break at an offset. */
  breakAt(at: number): void {
    this.line++;
    this.#lineStart = at + 1;
  }

  /** Moves to a place after some line breaks, all of them among the bytes. */
  moveTo(at: number, breaks: number): void {
    this.at = at;
    if (breaks === 0) return;
    this.line += breaks;
    // Usually a few bytes back: calling the runtime for it would take longer.
    let start = at;
    while (start > 0 && this.bytes[start - 1] !== NEWLINE) start--;
    if (start === 0) throw new Error(`bytes of JSON: none of ${breaks} line breaks before ${at}`);
    this.#lineStart = start;
  }

  /** Moves over commas and white space; true if a record starts there. */
  toNext(): boolean {
    const { bytes, length } = this;
    let { at } = this;
    for (; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte === NEWLINE) this.breakAt(at);
      else if (byte !== COMMA && !isSpace(byte)) break;
    }
    this.at = at;
    return at < length && !isBetween(bytes[at] as number);
  }

  /** Moves to the byte after the current string, or the one that starts here; false if its end has not come yet. */
  skipString(): boolean {
    if (this.stringStart === -1) this.stringStart = this.at;
    // The last chunk may have ended in a backslash: whether a quote counts depends on what is before it.
    let from = Math.max(this.at, this.stringStart + 1);
    for (;;) {
      const end = quoteFrom(this.bytes, from, this.length);
      if (end === -1) {
        this.at = this.length;
        return false;
      }
      let slashes = 0;
      while (this.bytes[end - 1 - slashes] === BACKSLASH) slashes++;
      from = end + 1;
      if (slashes % 2 === 1) continue;
      this.stringStart = -1;
      this.at = from;
      return true;
    }
  }

  /** Moves to the bracket that closes what is open at a depth; false if it has not come yet. */
  skipDeeper(floor: number): boolean {
    const { bytes, length } = this;
    let { at, depth } = this;
    while (at < length) {
      const kind = KIND[bytes[at] as number];
      if (kind === OTHER_BYTE) at++;
      else if (kind === STRING) {
        this.at = at;
        if (!this.skipString()) break;
        at = this.at;
      } else if (kind === OPEN) {
        depth++;
        at++;
      } else if (kind === CLOSE) {
        if (depth - 1 === floor) break;
        depth--;
        at++;
      } else this.breakAt(at++);
    }
    this.depth = depth;
    if (this.stringStart !== -1) return false;
    this.at = at;
    return at < length;
  }
}

/** The first quote from an offset on; −1 if there is none. */
function quoteFrom(bytes: Buffer, from: number, to: number): number {
  const near = Math.min(to, from + SHORT_STRING);
  for (let at = from; at < near; at++) if (bytes[at] === QUOTE) return at;
  if (near === to) return -1;
  // The bytes after the last are old ones.
  const found = bytes.indexOf(QUOTE, near);
  return found < to ? found : -1;
}
