/** The id of the empty string in every dictionary: nothing was given. */
export const EMPTY = 0;

/** Gives each distinct string a small integer, in order of first appearance; the empty string is 0. */
export class Dictionary {
  /** Ids of the first `#ids.size` values: who adds values that are known to be new needs no index of them. */
  readonly #ids = new Map<string, number>([['', EMPTY]]);
  readonly #values: string[] = [''];
  /** Values that have two ids. */
  #twins = 0;

  /** How many distinct strings there are, the empty one included. */
  get size(): number {
    return this.#values.length;
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
    return this.#values.push(value) - 1;
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
    return this.#values[id] as string;
  }

  values(): readonly string[] {
    return this.#values;
  }
}
