import { Int32Column } from './columns.ts';
import { Dictionary } from './dictionary.ts';
import { sparseIntegers } from './sparse-column.ts';

/** The items of one source by id. */
export class ItemIds {
  readonly dictionary = new Dictionary();
  /** Index of the file being read. */
  file: number;
  readonly #itemOf = new Int32Column();
  /** The last file that spoke of each item, by dictionary id. */
  readonly #lastFile = sparseIntegers();
  readonly #make: (id: string) => number;
  readonly #meet: (file: number) => void;

  /**
   * @param make makes an item of an id
   * @param meet called with a file that names an item, once for each item
   */
  constructor(file: number, make: (id: string) => number, meet: (file: number) => void) {
    this.file = file;
    this.#make = make;
    this.#meet = meet;
  }

  /** The item of an id of this dictionary; made if it is new. */
  itemOf(dictionaryId: number): number {
    this.#grow(dictionaryId);
    const known = this.#itemOf.at(dictionaryId);
    if (known === -1 || this.#lastFile.at(dictionaryId) < this.file) {
      this.#lastFile.set(dictionaryId, this.file);
      this.#meet(this.file);
    }
    if (known !== -1) return known;
    const item = this.#make(this.dictionary.value(dictionaryId));
    this.#itemOf.set(dictionaryId, item);
    return item;
  }

  item(id: string): number {
    return this.itemOf(this.dictionary.id(id));
  }

  /** The item of an id; −1 if there is none. */
  find(id: string): number {
    const known = this.dictionary.find(id);
    return known === undefined || known >= this.#itemOf.length ? -1 : this.#itemOf.at(known);
  }

  /** Makes this a name of the item; false if it is another item's. */
  assign(id: string, item: number): boolean {
    const dictionaryId = this.dictionary.id(id);
    this.#grow(dictionaryId);
    const known = this.#itemOf.at(dictionaryId);
    if (known === -1) {
      this.#itemOf.set(dictionaryId, item);
      // Whoever gives an item its name has spoken of it.
      this.#lastFile.set(dictionaryId, this.file);
    }
    return known === -1 || known === item;
  }

  #grow(dictionaryId: number): void {
    while (this.#itemOf.length <= dictionaryId) this.#itemOf.push(-1);
  }
}
