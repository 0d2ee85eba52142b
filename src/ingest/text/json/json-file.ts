import type { PitwallError } from '../../../model/errors.ts';
import type { JsonCursor } from './json-cursor.ts';
import { badJson, JsonSplitter, type JsonTexts } from './json-splitter.ts';
import { isObject, quoteLongIntegers } from './json-values.ts';
import type { RecordWrapping } from './outer-keys.ts';
import type { QuickRecords } from './quick-records.ts';

/** Gets the records of a JSON file one after another. */
export interface JsonRecordHandler {
  /** @param number the record's number from 1 */
  record(value: unknown, number: number): void;
  /** A record whose text is no JSON. */
  bad(text: string, number: number): void;
}

/**
 * Turns the bytes of a JSON file into records: array, wrapped array, JSON Lines, pages one after another or in an array.
 * Integers beyond 2^53 come as text with all their digits.
 */
export class JsonFile implements JsonTexts {
  /** What was around the records, without them; null if nothing was. Of several pages, the keys of the last count. */
  wrapper: Record<string, unknown> | null = null;
  /** Set once the records are known to be rows of a table: takes those that it can read in place of the handler. */
  quick: QuickRecords | null = null;
  readonly #handler: JsonRecordHandler;
  readonly #splitter: JsonSplitter;
  readonly #file: string;
  readonly #wrapping: RecordWrapping;
  #number = 0;
  #good = 0;
  #firstBad: PitwallError | null = null;

  constructor(handler: JsonRecordHandler, file: string, wrapping: RecordWrapping) {
    this.#handler = handler;
    this.#file = file;
    this.#wrapping = wrapping;
    this.#splitter = new JsonSplitter(this, file, wrapping);
  }

  write(chunk: Uint8Array): void {
    this.#splitter.write(chunk);
  }

  /** @throws PitwallError `truncated-json`; `bad-json` if nothing in the file is JSON */
  end(): void {
    this.#splitter.end();
    if (this.#good === 0 && this.#firstBad !== null) throw this.#firstBad;
  }

  document(text: string, line: number): void {
    const value = this.#parse(text, line);
    if (value !== undefined && !this.#unwrapped(value)) this.#record(value, text);
  }

  element(text: string, line: number): void {
    const value = this.#parse(text, line);
    if (value === undefined) return;
    if (Array.isArray(value) && value.length > 0 && value.every(isObject))
      for (const record of value) this.#give(record);
    else if (!this.#unwrapped(value)) this.#record(value, text);
  }

  found(cursor: JsonCursor): void {
    this.#good++;
    this.quick?.take(cursor, ++this.#number);
  }

  around(text: string): void {
    const value = this.#parse(text, 1);
    if (isObject(value)) this.#around(value);
  }

  /** Gives the records that a value wraps; false if it is a record itself. */
  #unwrapped(value: unknown): boolean {
    const records = isObject(value) ? this.#wrapping.unwrap(value) : null;
    if (records === null) return false;
    this.#around(value as Record<string, unknown>);
    for (const record of records) this.#give(record);
    return true;
  }

  #record(value: unknown, text: string): void {
    this.#give(value);
    // The columns of the table are those of what is in an envelope.
    if (this.#wrapping.inner(value) === value) this.quick?.learn(text);
  }

  #around(value: Record<string, unknown>): void {
    // The last page lacks the keys that announce another.
    this.wrapper = Object.create(null) as Record<string, unknown>;
    for (const key of Object.keys(value)) {
      if (!(this.#wrapping.recordKeys.has(key) && Array.isArray(value[key]))) this.wrapper[key] = value[key];
    }
  }

  #give(value: unknown): void {
    this.quick?.flush();
    this.#good++;
    this.#handler.record(this.#wrapping.inner(value), ++this.#number);
  }

  /** The value of a text; undefined if it is no JSON. */
  #parse(text: string, line: number): unknown {
    try {
      return JSON.parse(quoteLongIntegers(text));
    } catch (error) {
      this.quick?.flush();
      this.#firstBad ??= badJson('it is no valid JSON', `${this.#file}:${line}`, error);
      this.#handler.bad(text.slice(0, 80), ++this.#number);
      return undefined;
    }
  }
}
