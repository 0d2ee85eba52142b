import { Buffer } from 'node:buffer';
import { CsvRecord, WORD } from './csv-record.ts';
import { CUT, FOREIGN, scanRecord } from './scan-record.ts';

/** Bytes to take in at a time: what was read is still in the processor's cache when it is cut up. */
const PIECE = 64 * 1024;
/** A record that is longer is as likely a quote that was never closed. */
const LONGEST_RECORD = 1024 * 1024;

/**
 * Cuts UTF-8, however it is split into chunks, into records, as long as it is of the dialect that `scanRecord` reads.
 * All text passes through one buffer: what a chunk's end cuts stays at its front until the rest of the record comes.
 */
export class ByteRecords {
  readonly #delimiter: number;
  readonly #onRecord: (record: CsvRecord) => void;
  readonly #record = new CsvRecord();
  #buffer = Buffer.alloc(0);
  #filled = 0;
  /** Bytes to have before another look: a record that spans many small chunks is not scanned again for each of them. */
  #wanted = 0;
  /** Line on which the next record starts. */
  line: number;
  /** Bytes of the records so far. */
  offset = 0;

  /**
   * @param delimiter its byte
   * @param firstLine number of the first line that is written
   * @param onRecord gets each record, which is valid until it returns
   */
  constructor(delimiter: number, firstLine: number, onRecord: (record: CsvRecord) => void) {
    this.#delimiter = delimiter;
    this.line = firstLine;
    this.#onRecord = onRecord;
    this.#grow(2 * PIECE);
  }

  /** @returns false if it met a record that is not of the dialect: `rest` begins with it, and nothing may follow. */
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

  /** Takes what is left as the end of the file. @returns as `write` */
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
      next = scanRecord(bytes, at, filled, last, this.#delimiter, record);
      if (next < 0) break;
      record.line = this.line;
      this.line += 1 + record.breaks;
      this.#onRecord(record);
      at = next;
    }
    this.offset += at;
    bytes.copyWithin(0, at, filled);
    this.#filled = filled - at;
    this.#wanted = 2 * this.#filled;
    return next !== FOREIGN && !(next === CUT && (last || this.#filled > LONGEST_RECORD));
  }
}
