import { TextBytes } from './text-bytes.ts';

/** The id of the empty string in every dictionary: nothing was given. */
export const EMPTY = 0;

/** Gives each distinct string a small integer, in order of first appearance; the empty string is 0. */
export class Dictionary {
  /** Ids of the first `#ids.size` values: who adds values that are known to be new needs no index of them. */
  readonly #ids = new Map<string, number>([['', EMPTY]]);
  /** The first values, and the others as bytes: from the first on that came as such. */
  readonly #values: string[] = [''];
  #texts: TextBytes | null = null;

  /** Values that have two ids. */
  #twins = 0;

  /** True where a value is seldom asked for once it has its id: then bytes may be kept of it, and made a string each time. */
  readonly seldomRead: boolean;

  constructor(seldomRead = false) {
    this.seldomRead = seldomRead;
  }

  /** How many distinct strings there are, the empty one included. */
  get size(): number {
    return this.#values.length + (this.#texts?.length ?? 0);
  }

  /** The id of `value`, given now if it is new. Compares exactly: trim before. */
  id(value: string): number {
    const known = this.find(value);
    if (known !== undefined) return known;
    const id = this.add(value);
    this.#ids.set(value, id);
    return id;
  }

  /** Gives an id to a value that is known to have none: where it has one after all, it has two from now on. */
  add(value: string): number {
    const id = this.size;
    if (this.#texts === null) this.#values.push(value);
    else this.#texts.push(value);
    return id;
  }

  /** The same for a value in these bytes, which are UTF-8: no string is made of it. */
  addBytes(bytes: Uint8Array, start: number, end: number): number {
    const id = this.size;
    this.#texts ??= new TextBytes();
    this.#texts.pushBytes(bytes, start, end);
    return id;
  }

  /** The id of `value`, or undefined if it was never given one. */
  find(value: string): number | undefined {
    for (let id = this.#ids.size + this.#twins; id < this.size; id++) this.#ids.set(this.value(id), id);
    return this.#ids.get(value);
  }

  /** A second id for a value that has one, for who means something else by it: `find` knows the first alone. */
  twin(value: string): number {
    this.id(value);
    this.#twins++;
    return this.add(value);
  }

  value(id: number): string {
    const first = this.#values.length;
    return id < first || this.#texts === null ? (this.#values[id] as string) : this.#texts.at(id - first);
  }

  values(): readonly string[] {
    const texts = this.#texts;
    if (texts === null) return this.#values;
    return [...this.#values, ...Array.from({ length: texts.length }, (_, index) => texts.at(index))];
  }
}
