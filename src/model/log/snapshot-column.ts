import { SparseColumn } from './sparse-column.ts';

/** Nothing is known: no status, no value, nobody. */
const NOTHING = 0;

/** Where values come from just now. */
export interface ReadingPlace {
  /** Index of the file being read. */
  file: number;
  /** The file in which each item came first. */
  readonly firstFile: SparseColumn;
}

/** What one file says of an item. */
export interface Said {
  file: number;
  value: number;
}

/**
 * What an item was when it was exported: one value an item. Where several files name an item, the last one read
 * stands until `settle` chooses, and what the others said is kept apart; this costs nothing where only one does.
 */
export class SnapshotColumn extends SparseColumn<Int32Array> {
  readonly #place: ReadingPlace;
  /** Item → the file that its value comes from, where that is not the item's first. */
  readonly #holder = new Map<number, number>();
  readonly #replaced = new Map<number, Said[]>();

  constructor(place: ReadingPlace) {
    super(NOTHING, (length) => new Int32Array(length));
    this.#place = place;
  }

  override set(item: number, value: number): void {
    const { file, firstFile } = this.#place;
    if (file !== firstFile.at(item) || this.#holder.size > 0) this.#note(item, file);
    super.set(item, value);
  }

  /** Items that several files name. */
  shared(): Iterable<number> {
    return this.#replaced.keys();
  }

  /** Every value given for an item. */
  said(item: number): Said[] {
    const value = this.at(item);
    if (value === NOTHING) return [];
    return [...(this.#replaced.get(item) ?? []), { file: this.#holderOf(item), value }];
  }

  /** Puts other values in the place of those that a file gave. */
  change(file: number, to: (value: number) => number): void {
    for (let item = 0; item < this.length; item++) {
      if (this.#holderOf(item) === file) super.set(item, to(this.at(item)));
    }
    for (const said of this.#replaced.values())
      for (const one of said) if (one.file === file) one.value = to(one.value);
  }

  /** Forgets what the current file said of an item. */
  forget(item: number): void {
    if (this.#holderOf(item) === this.#place.file && this.at(item) !== NOTHING) super.set(item, NOTHING);
  }

  /** Keeps, for each item, the value of the file of the highest rank. */
  settle(rank: (file: number, item: number) => number): void {
    for (const item of this.#replaced.keys()) {
      const said = this.said(item);
      let newest = said[0] as Said;
      for (const one of said) if (rank(one.file, item) >= rank(newest.file, item)) newest = one;
      this.#replaced.set(
        item,
        said.filter((one) => one !== newest),
      );
      this.#holder.set(item, newest.file);
      super.set(item, newest.value);
    }
  }

  /** The file that an item's value comes from. */
  fileOf(item: number): number {
    return this.#holderOf(item);
  }

  #holderOf(item: number): number {
    return this.#holder.get(item) ?? this.#place.firstFile.at(item);
  }

  #note(item: number, file: number): void {
    const holder = this.#holderOf(item);
    if (holder === file) return;
    const known = this.at(item);
    if (known !== NOTHING) {
      const replaced = this.#replaced.get(item);
      if (replaced === undefined) this.#replaced.set(item, [{ file: holder, value: known }]);
      else replaced.push({ file: holder, value: known });
    }
    this.#holder.set(item, file);
  }
}
