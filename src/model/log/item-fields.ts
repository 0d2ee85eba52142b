import { Int32Column } from './columns.ts';
import { Dictionary, EMPTY } from './dictionary.ts';
import { type ReadingPlace, SnapshotColumn } from './snapshot-column.ts';

/** Says that a value is not tied to a row: a snapshot of the item as it was exported. */
export const SNAPSHOT = -1;

/**
 * One field of all items, row by row.
 *
 * Most items carry the same value on every row, so the store keeps the value of an item's first row and, apart, only
 * the rows that differ from it: exact for every row, at the cost of the rows that differ.
 */
export class FieldStore {
  readonly dictionary = new Dictionary();
  /** The value on the item's first row; −1 where the item has none yet. */
  readonly #base = new Int32Column();
  /** What the item was when it was exported, whatever its rows say. */
  readonly snapshots: SnapshotColumn;
  readonly exceptionRows = new Int32Column(16);
  readonly exceptionItems = new Int32Column(16);
  readonly exceptionValues = new Int32Column(16);

  constructor(place: ReadingPlace) {
    this.snapshots = new SnapshotColumn(place);
  }

  /**
   * @param item index of the item in the log
   * @param row index of the transition that the value came with, or SNAPSHOT
   * @param value id in this field's dictionary; EMPTY says that the row's cell was empty
   */
  set(item: number, row: number, value: number): void {
    if (row === SNAPSHOT) {
      if (value === EMPTY) return;
      while (this.snapshots.length <= item) this.snapshots.push(EMPTY);
      this.snapshots.set(item, value);
      return;
    }
    while (this.#base.length <= item) this.#base.push(-1);
    const base = this.#base.at(item);
    if (base === -1) this.#base.set(item, value);
    else if (base !== value) {
      this.exceptionRows.push(row);
      this.exceptionItems.push(item);
      this.exceptionValues.push(value);
    }
  }

  /** Whether rows of the item, not only its snapshot, say something of the field, if only that it is empty. */
  hasRows(item: number): boolean {
    return item < this.#base.length && this.#base.at(item) !== -1;
  }

  /** The value that the item's rows have unless they are among the exceptions; EMPTY if it has no rows. */
  base(item: number): number {
    return item < this.#base.length ? Math.max(EMPTY, this.#base.at(item)) : EMPTY;
  }

  /** The value of the item's snapshot, which holds whatever its rows say; EMPTY if there is none. */
  snapshot(item: number): number {
    return item < this.snapshots.length ? this.snapshots.at(item) : EMPTY;
  }
}
