import type { Zone } from '../../model/time/zone.ts';
import type { InstantColumn } from '../format.ts';
import type { CsvRecord } from '../text/csv/csv-record.ts';
import type { CsvRows } from '../text/csv/csv-rows.ts';
import type { DayMonthOrder } from '../time/date-order.ts';
import { readSerial } from '../time/excel-serial.ts';
import { readIsoBytes } from '../time/iso-timestamp.ts';
import { endOfRange, readTimestamp } from '../time/read-timestamp.ts';
import { Timestamp } from '../time/timestamp.ts';
import { type CellText, plainCell, singleColumn, textOf } from './cell-text.ts';

/** What is known of a cell: nothing yet, that it is empty, or how its timestamp is written. */
const UNREAD = 0;
const BLANK = 1;
const ZONED = 2;
const LOCAL = 3;
const DAY = 4;

/** A requested column of timestamps. */
export class InstantCell implements InstantColumn {
  at = Number.NaN;
  unreadable = false;
  dayOnly = true;
  /** What the last parsed text says; meaningless if `readable` is false. */
  readonly timestamp = new Timestamp();
  readable = false;
  /** The column that it is read from; −1 if its text is made of several. */
  readonly column: number;
  readonly #source: CellText;
  readonly #slots: readonly number[];
  readonly #referenceYear: number;
  readonly #serial: boolean;
  readonly #end: boolean;
  /** The current row's text; null while only the record has it. */
  #text: string | null = '';
  /** The text that `timestamp` and `readable` are about; null if they come from bytes. */
  #parsed: string | null = '';
  #record: CsvRecord | null = null;
  /** The instants of rows that are read together, and what is known of them. */
  #instants = new Float64Array(0);
  #known = new Uint8Array(0);

  /**
   * @param serial true if its numbers are dates as Excel stores them
   * @param end true if of a range of dates (`A → B`) the end counts
   */
  constructor(source: CellText, slots: readonly number[], referenceYear: number, serial = false, end = false) {
    this.#serial = serial;
    this.#end = end;
    this.column = singleColumn(source);
    this.#source = source;
    this.#slots = slots;
    this.#referenceYear = referenceYear;
  }

  get name(): string {
    return this.#source.name;
  }

  text(): string {
    this.#text ??= this.#record?.text(this.column) ?? '';
    return this.#text;
  }

  /** Parses the row's cell, without deciding on the order of day and month. */
  parse(row: readonly string[]): void {
    this.#parseText(textOf(this.#source, row, this.#slots));
  }

  /** The same for a record in which `column` is the cell: an ISO timestamp is read from its bytes. */
  parseBytes(record: CsvRecord): void {
    const { column } = this;
    const place = record.first + column;
    const plain = column < record.count && record.doubled[place] === 0;
    if (
      plain &&
      readIsoBytes(record.bytes, record.starts[place] as number, record.ends[place] as number, this.timestamp)
    ) {
      this.readable = true;
      this.#parsed = null;
      this.#text = null;
      this.#record = record;
    } else this.#parseText(plainCell(record.text(column)));
  }

  /**
   * Reads the column of several rows, if its cells are empty or plainly ISO.
   * @param apart gets a 1 for each row whose cell is neither: that row must be read by itself
   */
  readRows({ capacity, count, record, width }: CsvRows, zone: Zone, apart: Uint8Array): void {
    if (this.#known.length < capacity) {
      this.#instants = new Float64Array(capacity);
      this.#known = new Uint8Array(capacity);
    }
    const { bytes, doubled, ends, starts } = record;
    const { timestamp } = this;
    this.#parsed = null;
    const instants = this.#instants;
    const known = this.#known;
    for (let row = 0, place = this.column; row < count; row++, place += width) {
      const start = starts[place] as number;
      const end = ends[place] as number;
      if (start === end) {
        known[row] = BLANK;
        instants[row] = Number.NaN;
      } else if (doubled[place] === 0 && readIsoBytes(bytes, start, end, timestamp)) {
        const { dmy, zoned } = timestamp;
        known[row] = (zoned ? ZONED : LOCAL) | (timestamp.precision === 'day' ? DAY : 0);
        instants[row] = zoned ? dmy : zone.instantOfLocal(dmy);
      } else {
        known[row] = UNREAD;
        apart[row] = 1;
      }
    }
  }

  /** Makes one of those rows the current one; the record must be at it. @returns whether its cell states its offset; null if it is empty */
  pick(row: number, record: CsvRecord): boolean | null {
    const known = this.#known[row] as number;
    this.at = this.#instants[row] as number;
    this.unreadable = false;
    this.#text = null;
    this.#record = record;
    if (known === BLANK) return null;
    if ((known & DAY) === 0) this.dayOnly = false;
    return (known & LOCAL) === ZONED;
  }

  #parseText(text: string): void {
    this.#text = text;
    // Rows of one item and its fields often share a date.
    if (text === this.#parsed) return;
    this.#parsed = text;
    this.readable =
      text !== '' &&
      ((this.#serial && readSerial(text, this.timestamp)) ||
        readTimestamp(this.#end ? endOfRange(text) : text, this.#referenceYear, this.timestamp));
  }

  /** Makes the parsed cell the row's instant. */
  resolve(order: DayMonthOrder | null, zone: Zone): void {
    this.unreadable = !this.readable && this.#text !== '';
    this.at = this.reading(order, zone);
    if (this.readable && this.timestamp.precision !== 'day') this.dayOnly = false;
  }

  /** The parsed cell's instant in an order; NaN if it has none. */
  reading(order: DayMonthOrder | null, zone: Zone): number {
    if (!this.readable) return Number.NaN;
    const { timestamp } = this;
    const at = order === 'mdy' ? timestamp.mdy : timestamp.dmy;
    return timestamp.zoned || Number.isNaN(at) ? at : zone.instantOfLocal(at);
  }
}
