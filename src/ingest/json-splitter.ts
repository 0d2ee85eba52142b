import { PitwallError } from '../model/errors.ts';
import { IDENTITY_KEYS, RECORD_KEYS } from './json-unwrap.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const COMMA = 44;
const COLON = 58;

/** The texts that a JSON file is made of, in the order of the file. */
export interface JsonTexts {
  /** A document that is not cut up: one object, or an array of plain values. */
  document(text: string, line: number): void;
  /** An element of an array of records. */
  element(text: string, line: number): void;
  /** What stands around the elements that follow or went before, with an empty array in their place. */
  around(text: string): void;
}

/**
 * Cuts UTF-8 bytes of JSON into the texts of its records, holding one of them at a time: the elements of an array, those
 * of an array that an object wraps under a known key, and documents that follow each other (JSON Lines, pages).
 *
 * It only counts brackets and skips strings: whether a text is JSON shows when it is parsed.
 */
export class JsonSplitter {
  readonly #texts: JsonTexts;
  readonly #file: string;
  /** Bytes not done with; the first `#length` count. */
  #buffer = Buffer.alloc(1 << 16);
  #length = 0;
  /** Where scanning goes on. */
  #at = 0;
  /** Where the text in hand starts; −1 between texts. */
  #start = -1;
  #startLine = 1;
  #stringStart = -1;
  #depth = 0;
  /** Depth at which elements stand; 0: the document in hand is not cut up. */
  #elementDepth = 0;
  /** The part of an object before its array of records; null while there is none. */
  #before: string | null = null;
  /** Span of the last string at depth 1: a key if a colon follows. */
  #keyStart = 0;
  #keyEnd = 0;
  #key = '';
  #identified = false;
  #line = 1;
  /** Bytes that were dropped from the buffer, and where in the file the line starts. */
  #dropped = 0;
  #lineStart = 0;

  constructor(texts: JsonTexts, file: string) {
    this.#texts = texts;
    this.#file = file;
  }

  /** @throws PitwallError `bad-json` */
  write(chunk: Uint8Array): void {
    this.#append(chunk);
    this.#scan();
    this.#drop(this.#start === -1 ? this.#at : this.#start);
  }

  /** @throws PitwallError `truncated-json` */
  end(): void {
    if (this.#depth === 0 && this.#start === -1) return;
    const where = this.#position(this.#length);
    throw new PitwallError(
      'truncated-json',
      'the JSON stops in the middle',
      where,
      'Download or export it again, whole.',
    );
  }

  #scan(): void {
    const buffer = this.#buffer.subarray(0, this.#length);
    if (this.#stringStart !== -1 && !this.#skipString(buffer)) return;
    while (this.#at < this.#length) {
      const byte = buffer[this.#at] as number;
      if (byte === NEWLINE) {
        this.#line++;
        this.#lineStart = this.#dropped + this.#at + 1;
      } else if (byte !== 32 && byte !== 13 && byte !== 9) {
        if (this.#start === -1 && this.#depth === this.#elementDepth && !isBetween(byte)) this.#begin(byte);
        if (byte === QUOTE) {
          this.#stringStart = this.#at;
          if (!this.#skipString(buffer)) return;
          continue;
        }
        if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
          if (!this.#open(buffer, byte)) return;
        } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.#close(buffer, byte);
        else if (byte === COMMA && this.#elementDepth > 0 && this.#depth === this.#elementDepth)
          this.#element(buffer, this.#at);
        else if (byte === COLON && this.#depth === 1 && this.#elementDepth === 0) this.#noteKey(buffer);
      }
      this.#at++;
    }
  }

  #begin(byte: number): void {
    if (this.#depth === 0 && byte !== OPEN_OBJECT && byte !== OPEN_ARRAY) {
      throw this.#bad('there is something that is no JSON');
    }
    this.#start = this.#at;
    this.#startLine = this.#line;
  }

  /** False if the next bytes are needed to know what the bracket is. */
  #open(buffer: Uint8Array, byte: number): boolean {
    if (byte === OPEN_ARRAY && this.#elementDepth === 0) {
      const inObject = this.#depth === 1 && buffer[this.#start] === OPEN_OBJECT;
      const wrapped = inObject && !this.#identified && RECORD_KEYS.has(this.#key);
      if (this.#depth === 0 || wrapped) {
        const first = firstByte(buffer, this.#at + 1);
        if (first === -1) return false;
        const records = first === OPEN_OBJECT || first === CLOSE_ARRAY || first === OPEN_ARRAY;
        if (records) this.#cutUp(buffer, wrapped);
      }
    }
    this.#depth++;
    return true;
  }

  #cutUp(buffer: Uint8Array, wrapped: boolean): void {
    this.#elementDepth = this.#depth + 1;
    if (wrapped) {
      this.#before = decode(buffer, this.#start, this.#at + 1);
      this.#texts.around(`${this.#before}]}`);
    }
    this.#start = -1;
  }

  #close(buffer: Uint8Array, byte: number): void {
    if (byte === CLOSE_ARRAY && this.#elementDepth > 0 && this.#depth === this.#elementDepth) {
      this.#element(buffer, this.#at);
      this.#elementDepth = 0;
      // The rest of the object belongs to what stands around the elements.
      if (this.#before !== null) this.#start = this.#at;
    } else if (this.#depth === this.#elementDepth) {
      throw this.#bad('a bracket closes that was not opened');
    }
    if (--this.#depth > 0) return;
    if (this.#start !== -1) {
      const text = decode(buffer, this.#start, this.#at + 1);
      if (this.#before === null) this.#texts.document(text, this.#startLine);
      else this.#texts.around(this.#before + text);
    }
    this.#start = -1;
    this.#before = null;
    this.#identified = false;
    this.#key = '';
  }

  #element(buffer: Uint8Array, end: number): void {
    if (this.#start === -1) return;
    this.#texts.element(decode(buffer, this.#start, end), this.#startLine);
    this.#start = -1;
  }

  #noteKey(buffer: Uint8Array): void {
    this.#key = decode(buffer, this.#start + this.#keyStart + 1, this.#start + this.#keyEnd - 1);
    if (IDENTITY_KEYS.has(this.#key)) this.#identified = true;
  }

  /** Moves to the byte after the string in hand; false if it does not end in the buffer. */
  #skipString(buffer: Uint8Array): boolean {
    let from = Math.max(this.#at, this.#stringStart + 1);
    for (;;) {
      const end = buffer.indexOf(QUOTE, from);
      if (end === -1) {
        this.#at = this.#length;
        return false;
      }
      let slashes = 0;
      while (buffer[end - 1 - slashes] === BACKSLASH) slashes++;
      from = end + 1;
      if (slashes % 2 === 1) continue;
      if (this.#depth === 1 && this.#elementDepth === 0) {
        // Kept from the start of the text, which stays while the buffer moves.
        this.#keyStart = this.#stringStart - this.#start;
        this.#keyEnd = from - this.#start;
      }
      this.#stringStart = -1;
      this.#at = from;
      return true;
    }
  }

  #append(chunk: Uint8Array): void {
    const needed = this.#length + chunk.length;
    if (needed > this.#buffer.length) {
      const bigger = Buffer.alloc(Math.max(needed, this.#buffer.length * 2));
      this.#buffer.copy(bigger, 0, 0, this.#length);
      this.#buffer = bigger;
    }
    this.#buffer.set(chunk, this.#length);
    this.#length = needed;
  }

  #drop(count: number): void {
    if (count === 0) return;
    this.#buffer.copyWithin(0, count, this.#length);
    this.#length -= count;
    this.#at -= count;
    this.#dropped += count;
    if (this.#start !== -1) this.#start -= count;
    if (this.#stringStart !== -1) this.#stringStart -= count;
  }

  #bad(what: string): PitwallError {
    return new PitwallError(
      'bad-json',
      what,
      this.#position(this.#at),
      'Check what wrote the file, or export it again.',
    );
  }

  #position(at: number): string {
    return `${this.#file}:${this.#line}:${this.#dropped + at - this.#lineStart + 1}`;
  }
}

/** True for what stands between texts: commas, and the bracket that ends an array. */
function isBetween(byte: number): boolean {
  return byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT;
}

function decode(buffer: Uint8Array, start: number, end: number): string {
  return (buffer as Buffer).toString('utf8', start, end);
}

/** The first byte that is no white space; −1 if the buffer ends before. */
function firstByte(buffer: Uint8Array, from: number): number {
  for (let at = from; at < buffer.length; at++) {
    const byte = buffer[at] as number;
    if (byte !== 32 && byte !== NEWLINE && byte !== 13 && byte !== 9) return byte;
  }
  return -1;
}
