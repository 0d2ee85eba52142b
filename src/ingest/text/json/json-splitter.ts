import { constants } from 'node:buffer';
import { PitwallError } from '../../../model/errors.ts';
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  firstByte,
  isBetween,
  isSpace,
  JsonCursor,
  NEWLINE,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './json-cursor.ts';
import { OuterKeys, type RecordWrapping } from './outer-keys.ts';
import { PARSE, type QuickRecords, WAIT } from './quick-records.ts';

/** Gets the texts that a JSON file is made of, in the order of the file. */
export interface JsonTexts {
  /** A document that is not cut up: one object, or an array of plain values. */
  document(text: string, line: number): void;
  /** An element of an array of records. */
  element(text: string, line: number): void;
  /** What is around the elements, with an empty array in their place. */
  around(text: string): void;
  /** Finds records without cutting out their texts; null while nothing can. */
  readonly quick: QuickRecords | null;
  /** A document or an element that `quick` has found. */
  found(cursor: JsonCursor): void;
}

/**
 * Bytes to take in at a time: the processor's cache still has what was read when its values are looked up. The first pieces
 * are smaller, so that the runtime has seen the end of a piece before it compiles the loop: it would compile it twice.
 */
const FIRST_PIECE = 8 * 1024;
const LARGEST_PIECE = 64 * 1024;

/**
 * Cuts UTF-8 bytes of JSON into the texts of its records, holding one of them at a time: the elements of an array, those
 * of an array that an object wraps under a known key, and documents that follow each other (JSON Lines, pages).
 *
 * It only counts brackets and skips strings. Parsing a text shows whether it is JSON.
 */
export class JsonSplitter {
  readonly #texts: JsonTexts;
  readonly #file: string;
  readonly #cursor = new JsonCursor();
  #piece = FIRST_PIECE;
  /** Where the current text starts; −1 between texts. */
  #start = -1;
  #startLine = 1;
  /** Depth of the elements; 0 if the current document is not cut up. */
  #elementDepth = 0;
  /** The part of an object before its array of records; null outside of such an object. */
  #before: string | null = null;
  readonly #keys: OuterKeys;
  /** True once no more bytes come. */
  #ended = false;

  constructor(texts: JsonTexts, file: string, wrapping: RecordWrapping) {
    this.#texts = texts;
    this.#file = file;
    this.#keys = new OuterKeys(wrapping);
  }

  /** @throws PitwallError `bad-json` */
  write(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      const end = at + this.#piece;
      this.#write(chunk.subarray(at, end));
      this.#piece = Math.min(2 * this.#piece, LARGEST_PIECE);
      at = end;
    }
  }

  #write(chunk: Uint8Array): void {
    const cursor = this.#cursor;
    cursor.append(chunk);
    if (cursor.stringStart === -1 || this.#skipString()) this.#scan();
    this.#texts.quick?.flush();
    const done = this.#start === -1 ? cursor.at : this.#start;
    cursor.drop(done);
    if (this.#start !== -1) this.#start = 0;
  }

  /** @throws PitwallError `truncated-json` */
  end(): void {
    const cursor = this.#cursor;
    this.#ended = true;
    if (cursor.stringStart === -1) this.#scan();
    this.#texts.quick?.flush();
    if (cursor.depth === 0 && this.#start === -1) return;
    const where = this.#position(cursor.length);
    throw new PitwallError(
      'truncated-json',
      'the JSON stops in the middle',
      where,
      'Download or export it again, whole.',
    );
  }

  #scan(): void {
    const cursor = this.#cursor;
    const { bytes, length } = cursor;
    while (cursor.at < length) {
      // Of an element only its end matters; of a document that may still be cut up, also the keys at depth 1.
      const floor = this.#elementDepth === 0 ? 1 : this.#elementDepth;
      if (cursor.depth > floor && !cursor.skipDeeper(floor)) return;
      let byte = bytes[cursor.at] as number;
      if (byte === NEWLINE) cursor.breakAt(cursor.at);
      else if (!isSpace(byte)) {
        if (this.#start === -1 && cursor.depth === this.#elementDepth && !isBetween(byte)) {
          const next = this.#takeQuick();
          if (next === WAIT) return;
          if (next !== PARSE) continue;
          byte = bytes[cursor.at] as number;
          this.#begin(byte);
        }
        if (byte === QUOTE) {
          if (!this.#skipString()) return;
          continue;
        }
        if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
          if (!this.#open(byte)) return;
        } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.#close(byte);
        else if (byte === COMMA && this.#elementDepth > 0 && cursor.depth === this.#elementDepth) this.#element();
        else if (byte === COLON && cursor.depth === 1 && this.#elementDepth === 0) this.#keys.colon(bytes, this.#start);
      }
      cursor.at++;
    }
  }

  /**
   * Takes the record that starts here and those after it, as long as they need no parsing.
   * @returns PARSE if the record at the cursor needs it, WAIT if that is open until more bytes come; 0 if there is no record
   */
  #takeQuick(): number {
    const { quick } = this.#texts;
    if (quick === null) return PARSE;
    const cursor = this.#cursor;
    const { bytes, length } = cursor;
    const ended = this.#ended;
    do {
      const end = quick.find(cursor);
      if (end < 0) return ended ? PARSE : end;
      if (this.#elementDepth > 0) {
        // An element with anything else after it is no JSON.
        const next = firstByte(bytes, end, length);
        if (next === -1 && !ended) return WAIT;
        if (next !== COMMA && next !== CLOSE_ARRAY) return PARSE;
      }
      cursor.moveTo(end, quick.breaks);
      this.#texts.found(cursor);
    } while (cursor.toNext());
    return 0;
  }

  #begin(byte: number): void {
    const cursor = this.#cursor;
    if (cursor.depth === 0 && byte !== OPEN_OBJECT && byte !== OPEN_ARRAY) {
      throw badJson('there is something that is no JSON', this.#position(cursor.at));
    }
    this.#start = cursor.at;
    this.#startLine = cursor.line;
  }

  /** False if the bytes after the bracket must come first. */
  #open(byte: number): boolean {
    const { bytes, at, length, depth } = this.#cursor;
    if (byte === OPEN_ARRAY && this.#elementDepth === 0) {
      const inObject = depth === 1 && bytes[this.#start] === OPEN_OBJECT;
      const wrapped = inObject && this.#keys.wrapRecords();
      if (depth === 0 || wrapped) {
        const first = firstByte(bytes, at + 1, length);
        if (first === -1) return false;
        const records = first === OPEN_OBJECT || first === CLOSE_ARRAY || first === OPEN_ARRAY;
        if (records) this.#cutUp(wrapped);
      }
    }
    this.#cursor.depth++;
    return true;
  }

  #cutUp(wrapped: boolean): void {
    const { at, depth } = this.#cursor;
    this.#elementDepth = depth + 1;
    if (wrapped) {
      this.#before = this.#text(this.#start, at + 1);
      this.#texts.around(`${this.#before}]}`);
    }
    this.#start = -1;
  }

  #close(byte: number): void {
    const cursor = this.#cursor;
    if (byte === CLOSE_ARRAY && this.#elementDepth > 0 && cursor.depth === this.#elementDepth) {
      this.#element();
      this.#elementDepth = 0;
      // The rest of the object belongs to what is around the elements.
      if (this.#before !== null) this.#start = cursor.at;
    } else if (cursor.depth === this.#elementDepth) {
      throw badJson('a bracket closes that was not opened', this.#position(cursor.at));
    }
    if (--cursor.depth > 0) return;
    if (this.#start !== -1) {
      const text = this.#text(this.#start, cursor.at + 1);
      if (this.#before === null) this.#texts.document(text, this.#startLine);
      else this.#texts.around(this.#before + text);
    }
    this.#start = -1;
    this.#before = null;
    this.#keys.clear();
  }

  #element(): void {
    if (this.#start === -1) return;
    this.#texts.element(this.#text(this.#start, this.#cursor.at), this.#startLine);
    this.#start = -1;
  }

  /** Moves to the byte after the current string, or the one that starts here; false if its end has not come yet. */
  #skipString(): boolean {
    const cursor = this.#cursor;
    const start = cursor.stringStart === -1 ? cursor.at : cursor.stringStart;
    if (!cursor.skipString()) return false;
    if (cursor.depth === 1 && this.#elementDepth === 0) {
      this.#keys.string(start - this.#start, cursor.at - this.#start);
    }
    return true;
  }

  #text(start: number, end: number): string {
    if (end - start > constants.MAX_STRING_LENGTH) {
      const what = 'a single record of it is larger than 512 MB';
      const cure = 'Export it as an array of records, or one record a line: those are read one at a time.';
      throw new PitwallError('bad-json', what, `${this.#file}:${this.#startLine}`, cure);
    }
    return this.#cursor.bytes.toString('utf8', start, end);
  }

  #position(at: number): string {
    return `${this.#file}:${this.#cursor.position(at)}`;
  }
}

export function badJson(what: string, where: string, cause?: unknown): PitwallError {
  const cure = 'Check what wrote the file, or export it again.';
  return new PitwallError('bad-json', what, where, cure, cause === undefined ? undefined : { cause });
}
