import { Float64Column } from '../../../model/log/columns.ts';
import type { InstantColumn, Table } from '../../format.ts';
import { type ColumnContent, contentOf, isNumberCell } from '../../table/column-words/date-cells.ts';

const EXAMPLES = 3;

interface BadCell {
  line: number;
  value: string;
}

/** One column that may be a stage: the dates of all items, and what in it was no date. */
export class DateColumn {
  readonly name: string;
  readonly bad: BadCell[] = [];
  badCount = 0;
  readonly #cell: InstantColumn;
  readonly #at = new Float64Column(64);
  #dates = 0;

  constructor(table: Table, column: number) {
    this.name = table.header[column] as string;
    this.#cell = table.instant(column);
  }

  /** Takes the current row's date for an item's slot; a filled cell replaces what an earlier row said. */
  take(slot: number, line: number): void {
    while (this.#at.length <= slot) this.#at.push(Number.NaN);
    const readable = !Number.isNaN(this.#cell.at);
    if (!readable && !this.#cell.unreadable) return;
    const text = this.#cell.text();
    if (readable && !isNumberCell(text)) {
      this.#dates++;
      this.#at.set(slot, this.#cell.at);
      return;
    }
    this.badCount++;
    if (this.bad.length < EXAMPLES) this.bad.push({ line, value: text });
  }

  get content(): ColumnContent {
    return contentOf(this.#dates, this.badCount);
  }

  at(slot: number): number {
    return slot < this.#at.length ? this.#at.at(slot) : Number.NaN;
  }
}
