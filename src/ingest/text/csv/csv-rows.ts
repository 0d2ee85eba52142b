import type { CsvRecord } from './csv-record.ts';

/** Cells to keep at a time: few enough that they are still in the processor's cache when they are used. */
const MOST_CELLS = 16 * 1024;
const MOST_ROWS = 1024;

/**
 * Records of one width, one after another in the places of a record: rows of a table, to be read column by column. Valid
 * until the call that hands them over returns.
 */
export class CsvRows {
  readonly record: CsvRecord;
  /** Cells of each row. */
  readonly width: number;
  /** How many rows there can be at a time. */
  readonly capacity: number;
  /** The line on which each row starts. */
  readonly lines: Int32Array;
  /** How many rows there are. */
  count = 0;

  /** @param record gets room for the rows and one more */
  constructor(record: CsvRecord, width: number) {
    this.record = record;
    this.width = width;
    this.capacity = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_CELLS / width)));
    this.lines = new Int32Array(this.capacity);
    const room = (this.capacity + 1) * width + 1;
    if (room > record.starts.length) record.grow(room);
  }

  /** Makes the record the row of this index, and returns it. */
  at(row: number): CsvRecord {
    const { record, width } = this;
    record.first = row * width;
    record.count = width;
    record.line = this.lines[row] as number;
    return record;
  }

  /** Keeps the record that was scanned after the rows; false if it has another width, or if its first cell may be blank. */
  keep(): boolean {
    const { record, width } = this;
    const { first } = record;
    if (record.count !== width) return false;
    const start = record.starts[first] as number;
    const byte = record.bytes[start] as number;
    // A row without any text is no row; that takes a closer look.
    if (start === record.ends[first] || byte <= 32 || byte >= 0x80) return false;
    this.lines[this.count++] = record.line;
    return true;
  }
}
