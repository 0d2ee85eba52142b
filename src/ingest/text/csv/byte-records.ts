import { Buffer } from 'node:buffer';
import { CsvRecord, WORD } from './csv-record.ts';
import { CsvRows } from './csv-rows.ts';
import { CUT, FOREIGN, scanRecord } from './scan-record.ts';

/** Bytes to take in at a time: few enough that they are still in the processor's cache when they are cut up. */
const PIECE = 64 * 1024;
/** Bytes that a record may have. A longer one is left out: most likely a quote in it was never closed. */
export const LONGEST_RECORD = 32 * 1024 * 1024;

/** Where records go, each of them valid until the call returns. */
export interface RecordSink {
  record(record: CsvRecord): void;
  /** Several at a time, once they are known to be rows of a table. */
  rows(rows: CsvRows): void;
}

/**
 * Cuts UTF-8, however it is split into chunks, into records, as long as it is of the dialect that `scanRecord` reads.
 * All text passes through one buffer: a record that a chunk's end cuts waits at its front until the rest of it comes.
 */
export class ByteRecords {
  readonly #delimiter: number;
  readonly #sink: RecordSink;
  readonly #record = new CsvRecord();
  readonly #longest: number;
  #rows: CsvRows | null = null;
  #buffer = Buffer.alloc(0);
  #filled = 0;
  /** Bytes to have before the next scan: a record that spans many small chunks is not scanned again for each of them. */
  #wanted = 0;
  /** Line on which the next record starts. */
  line: number;

  /**
   * @param delimiter its byte
   * @param firstLine number of the first line that is written
   * @param longest bytes that a record may have
   */
  constructor(delimiter: number, firstLine: number, sink: RecordSink, longest: number = LONGEST_RECORD) {
    this.#delimiter = delimiter;
    this.line = firstLine;
    this.#sink = sink;
    this.#longest = longest;
    this.#grow(2 * PIECE);
  }

  /** From now on, hands over records of this width as rows, and all others one by one, in the order of the file. */
  keepRows(width: number): void {
    this.#rows = new CsvRows(this.#record, width);
  }

  /** @returns false if a record is not of the dialect: `rest` begins with it, and nothing may follow */
  write(chunk: Uint8Array): boolean {
    for (let at = 0; at < chunk.length; at += PIECE) {
      this.#append(chunk.subarray(at, at + PIECE));
      if (this.#filled >= this.#wanted && !this.#scan(false)) {
        this.#append(chunk.subarray(at + PIECE));
        return false;
      }
    }
    return true;
  }

  /** Takes the bytes that are left as the end of the file. @returns as `write` */
  end(): boolean {
    return this.#scan(true);
  }

  /** The bytes that have not become records. */
  rest(): Uint8Array {
    return this.#buffer.subarray(0, this.#filled);
  }

  #append(bytes: Uint8Array): void {
    const filled = this.#filled + bytes.length;
    if (filled + WORD > this.#buffer.length) this.#grow(2 * filled);
    this.#buffer.set(bytes, this.#filled);
    this.#filled = filled;
  }

  #grow(length: number): void {
    const buffer = Buffer.alloc(length);
    buffer.set(this.rest());
    this.#buffer = buffer;
    this.#record.bytes = buffer;
    this.#record.view = new DataView(buffer.buffer, buffer.byteOffset, length);
  }

  #scan(last: boolean): boolean {
    const bytes = this.#buffer;
    const filled = this.#filled;
    const record = this.#record;
    let at = 0;
    let next = 0;
    while (at < filled) {
      const rows = this.#rows;
      record.first = rows === null ? 0 : rows.count * rows.width;
      next = scanRecord(bytes, at, filled, last, this.#delimiter, record);
      if (next < 0) break;
      if (next === at) throw new Error(`records of bytes: no byte of ${filled - at} was taken on line ${this.line}`);
      // Whether it is too long must not depend on where chunks end: csv-parse says, here as in a record that is cut.
      if (next - at > this.#longest) {
        next = FOREIGN;
        break;
      }
      record.line = this.line;
      this.line += 1 + record.breaks;
      if (rows?.keep() !== true) {
        this.#giveRows(rows);
        this.#sink.record(record);
      } else if (rows.count === rows.capacity) this.#giveRows(rows);
      at = next;
    }
    this.#giveRows(this.#rows);
    bytes.copyWithin(0, at, filled);
    this.#filled = filled - at;
    this.#wanted = Math.min(2 * this.#filled, this.#longest + 1);
    return next !== FOREIGN && !(next === CUT && (last || this.#filled > this.#longest));
  }

  /** Hands over the rows that were kept. The record itself does not change. */
  #giveRows(rows: CsvRows | null): void {
    if (rows === null || rows.count === 0) return;
    const { first, count, line } = this.#record;
    this.#sink.rows(rows);
    rows.count = 0;
    this.#record.first = first;
    this.#record.count = count;
    this.#record.line = line;
  }
}
