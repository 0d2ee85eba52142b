import type { Dictionary } from '../model/dictionary.ts';
import { type CellText, textOf } from './cell-text.ts';
import type { CategoryColumn } from './format.ts';

/** A requested column of repeated strings. */
export class CategoryCell implements CategoryColumn {
  readonly dictionary: Dictionary;
  id = 0;
  readonly #source: CellText;
  readonly #slots: readonly number[];
  readonly #single: number;
  #last = '';

  constructor(source: CellText, slots: readonly number[], dictionary: Dictionary) {
    this.#source = source;
    this.#slots = slots;
    this.#single = slots.length === 1 && source.literals === null ? (slots[0] as number) : -1;
    this.dictionary = dictionary;
  }

  get name(): string {
    return this.#source.name;
  }

  read(row: readonly string[]): void {
    const text = this.#single === -1 ? textOf(this.#source, row, this.#slots) : (row[this.#single] as string);
    // Rows of one item follow each other in most exports: the same cell needs no look-up.
    if (text === this.#last) return;
    this.#last = text;
    this.id = this.dictionary.id(text);
  }
}
