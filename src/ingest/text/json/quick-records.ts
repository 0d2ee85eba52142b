import type { RecordSink } from '../csv/byte-records.ts';
import { CsvRecord } from '../csv/csv-record.ts';
import { CsvRows } from '../csv/csv-rows.ts';
import type { JsonCursor } from './json-cursor.ts';
import { CUT, NEW_SHAPE, RecordScanner } from './record-scanner.ts';
import { type Path, RecordShapes } from './record-shapes.ts';

/** In place of the end of a record: it must be parsed. */
export const PARSE = -1;
/** In place of the end of a record: more bytes must come before anything can be said. */
export const WAIT = -2;

/** A record that the end of the bytes cuts is scanned again from its start, unless it is longer than this. */
const LONGEST_WAIT = 16 * 1024;
/** Longer records are not worth learning from. */
const LONGEST_LEARNED = 64 * 1024;

/**
 * Reads JSON records as rows of a table without parsing them, if they have the shape of a record that was parsed before.
 * Keys, numbers and escapes come out as parsing would give them.
 */
export class QuickRecords {
  readonly #shapes: RecordShapes;
  readonly #scanner: RecordScanner;
  readonly #record = new CsvRecord();
  readonly #rows: CsvRows;
  readonly #sink: RecordSink;
  #learns = false;

  /**
   * @param paths where the values of each column are in a record
   * @param sink gets the records; their lines are their numbers
   */
  constructor(paths: readonly Path[], sink: RecordSink) {
    this.#shapes = new RecordShapes(paths);
    this.#scanner = new RecordScanner(this.#shapes, this.#record);
    this.#sink = sink;
    this.#rows = new CsvRows(this.#record, paths.length);
  }

  /** Line breaks in the record that was found. */
  get breaks(): number {
    return this.#scanner.breaks;
  }

  /** Looks for a record at the cursor. @returns the byte after it; PARSE or WAIT */
  find(cursor: JsonCursor): number {
    this.#record.first = this.#rows.count * this.#rows.width;
    const end = this.#scanner.scan(cursor);
    if (end >= 0) return end;
    this.#learns = end === NEW_SHAPE;
    return end === CUT && cursor.length - cursor.at < LONGEST_WAIT ? WAIT : PARSE;
  }

  /** Takes the record that was found, which may change its bytes. The sink gets it together with others, at the latest by `flush`. */
  take(cursor: JsonCursor, number: number): void {
    const record = this.#record;
    this.#scanner.unescape(cursor.bytes);
    record.bytes = cursor.bytes;
    record.view = cursor.view;
    record.line = number;
    record.count = this.#rows.width;
    if (!this.#rows.keep()) {
      const { first } = record;
      this.flush();
      record.first = first;
      record.line = number;
      this.#sink.record(record);
    } else if (this.#rows.count === this.#rows.capacity) this.flush();
  }

  /** Hands over what was taken. Must be called before the bytes move, and before a record comes in another way. */
  flush(): void {
    if (this.#rows.count === 0) return;
    this.#sink.rows(this.#rows);
    this.#rows.count = 0;
  }

  /** Learns from the text of a record that had to be parsed. */
  learn(text: string): void {
    if (!this.#learns) return;
    this.#learns = false;
    if (text.length <= LONGEST_LEARNED) this.#shapes.learn(text);
  }
}
