import type { Zone } from '../model/zone.ts';
import { type CellText, textOf } from './cell-text.ts';
import type { DayMonthOrder } from './date-order.ts';
import type { InstantColumn } from './format.ts';
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
  readonly #source: CellText;
  readonly #slots: readonly number[];
  readonly #referenceYear: number;
  #text = '';

  constructor(source: CellText, slots: readonly number[], referenceYear: number) {
    this.#source = source;
    this.#slots = slots;
    this.#referenceYear = referenceYear;
  }

  get name(): string {
    return this.#source.name;
  }

  text(): string {
    return this.#text;
  }

  /** Parses the row's cell, without deciding on the order of day and month. */
  parse(row: readonly string[]): void {
    const text = textOf(this.#source, row, this.#slots);
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
