import type { Zone } from '../model/zone.ts';
import { type CellText, singleColumn, textOf } from './cell-text.ts';
import type { CsvRecord } from './csv-bytes/csv-record.ts';
import { plainCell } from './csv-bytes/plain-cell.ts';
import type { DayMonthOrder } from './date-order.ts';
import type { InstantColumn } from './format.ts';
import { readIsoBytes } from './iso-timestamp.ts';
import { Timestamp } from './timestamp.ts';
import { readTimestamp } from './timestamps.ts';

/** A requested column of timestamps. */
export class InstantCell implements InstantColumn {
  at = Number.NaN;
  unreadable = false;
  dayOnly = true;
  /** What the last parsed text says; meaningless where `readable` is false. */
  readonly timestamp = new Timestamp();
  readable = false;
  /** The one column that it is read from; −1 where its text is made of several. */
  readonly column: number;
  readonly #source: CellText;
  readonly #slots: readonly number[];
  readonly #referenceYear: number;
  /** The parsed text; null while it lies in the record alone. */
  #text: string | null = '';
  #record: CsvRecord | null = null;

  constructor(source: CellText, slots: readonly number[], referenceYear: number) {
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

  /** The same for a record of which `column` is the cell: an ISO timestamp is read where it lies. */
  parseBytes(record: CsvRecord): void {
    const { column } = this;
    const plain = column < record.count && record.doubled[column] === 0;
    if (
      plain &&
      readIsoBytes(record.bytes, record.starts[column] as number, record.ends[column] as number, this.timestamp)
    ) {
      this.readable = true;
      this.#text = null;
      this.#record = record;
    } else this.#parseText(plainCell(record.text(column)));
  }

  #parseText(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.readable = text !== '' && readTimestamp(text, this.#referenceYear, this.timestamp);
  }

  /** Makes the parsed cell the row's instant. */
  resolve(order: DayMonthOrder | null, zone: Zone): void {
    this.unreadable = !this.readable && this.#text !== '';
    this.at = this.reading(order, zone);
    if (this.readable && this.timestamp.precision !== 'day') this.dayOnly = false;
  }

  /** The parsed cell's instant in an order; NaN where it has none. */
  reading(order: DayMonthOrder | null, zone: Zone): number {
    if (!this.readable) return Number.NaN;
    const { timestamp } = this;
    const at = order === 'mdy' ? timestamp.mdy : timestamp.dmy;
    return timestamp.zoned || Number.isNaN(at) ? at : zone.instantOfLocal(at);
  }
}
