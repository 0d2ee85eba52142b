import { CsvRecord } from '../csv-bytes/csv-record.ts';
import type { JsonCursor } from './json-cursor.ts';
import type { Path } from './record-parts.ts';
import { CUT, NEW_SHAPE, RecordScanner } from './record-scanner.ts';
import { RecordShapes } from './record-shapes.ts';

/** The record must be parsed; or that shows only when more bytes have come. */
export const PARSE = -1;
export const WAIT = -2;

/** A record that is cut is looked at again from its start, unless it is longer than this. */
const LONGEST_WAIT = 16 * 1024;
/** Longer texts are not worth taking apart. */
const LONGEST_LEARNED = 64 * 1024;

/**
 * Reads JSON records as rows of a table without parsing them, as far as they are made like records that came before and
 * were parsed. Names of keys, numbers as they are written, and escapes all come out as parsing would give them.
 */
export class QuickRecords {
  readonly #shapes: RecordShapes;
  readonly #scanner: RecordScanner;
  readonly #record = new CsvRecord();
  readonly #onRecord: (record: CsvRecord) => void;
  #learns = false;

  /**
   * @param paths where the values of each column stand in a record
   * @param onRecord gets each record, which is valid until it returns; its line is the number of the record
   */
  constructor(paths: readonly Path[], onRecord: (record: CsvRecord) => void) {
    this.#shapes = new RecordShapes(paths);
    this.#scanner = new RecordScanner(this.#shapes, this.#record);
    this.#onRecord = onRecord;
    while (this.#record.starts.length < paths.length) this.#record.grow();
    this.#record.count = paths.length;
  }

  /** Line breaks in the record that was found. */
  get breaks(): number {
    return this.#scanner.breaks;
  }

  /** Looks for a record where the cursor stands. @returns the byte after it; PARSE or WAIT */
  find(cursor: JsonCursor): number {
    const end = this.#scanner.scan(cursor);
    if (end >= 0) return end;
    this.#learns = end === NEW_SHAPE;
    return end === CUT && cursor.length - cursor.at < LONGEST_WAIT ? WAIT : PARSE;
  }

  /** Hands over the record that was found, the bytes of which may change by it. */
  take(cursor: JsonCursor, number: number): void {
    this.#scanner.unescape(cursor.bytes);
    this.#record.bytes = cursor.bytes;
    this.#record.view = cursor.view;
    this.#record.line = number;
    this.#onRecord(this.#record);
  }

  /** Learns from the text of a record that had to be parsed. */
  learn(text: string): void {
    if (!this.#learns) return;
    this.#learns = false;
    if (text.length <= LONGEST_LEARNED) this.#shapes.learn(text);
  }
}
