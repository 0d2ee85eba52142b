import type { Dictionary } from '../../model/log/dictionary.ts';
import type { CategoryColumn } from '../format.ts';
import type { CsvRecord } from '../text/csv/csv-record.ts';
import type { CsvRows } from '../text/csv/csv-rows.ts';
import { CellIds } from './cell-ids.ts';
import { type CellText, singleColumn, textOf } from './cell-text.ts';

/** A requested column of repeated strings. */
export class CategoryCell implements CategoryColumn {
  readonly dictionary: Dictionary;
  id = 0;
  /** The column that it is read from; −1 if its text is made of several. */
  readonly column: number;
  readonly #source: CellText;
  readonly #slots: readonly number[];
  readonly #cells: CellIds;
  readonly #leader: CategoryCell | null;
  /** The ids of rows that are read together. */
  #ids = new Int32Array(0);
  #last = '';
  #lastId = 0;

  /** @param leader a column that was requested before, and whose values mostly decide those of this one */
  constructor(source: CellText, slots: readonly number[], dictionary: Dictionary, leader: CategoryCell | null) {
    this.column = singleColumn(source);
    this.#source = source;
    this.#slots = slots;
    this.dictionary = dictionary;
    this.#leader = leader;
    this.#cells = new CellIds(dictionary);
  }

  get name(): string {
    return this.#source.name;
  }

  read(row: readonly string[]): void {
    const text =
      this.column === -1 ? textOf(this.#source, row, this.#slots) : (row[this.#slots[0] as number] as string);
    // Rows of one item follow each other in most exports: the same cell needs no look-up.
    if (text !== this.#last) {
      this.#last = text;
      this.#lastId = this.dictionary.id(text);
    }
    this.id = this.#lastId;
  }

  /** The same for a record in which `column` is the cell. */
  readBytes(record: CsvRecord): void {
    this.id = this.#cells.id(record, this.column, this.#leader === null ? -1 : this.#leader.id);
  }

  /** The same for several rows, each of which `pick` makes the current one. */
  readRows(rows: CsvRows): void {
    if (this.#ids.length < rows.capacity) this.#ids = new Int32Array(rows.capacity);
    this.#cells.fill(rows, this.column, this.#leader === null ? null : this.#leader.#ids, this.#ids);
  }

  pick(row: number): void {
    this.id = this.#ids[row] as number;
  }
}
