/** The id of the empty string in every dictionary: nothing was given. */
export const EMPTY = 0;

/** Gives each distinct string a small integer, in order of first appearance; the empty string is 0. */
export class Dictionary {
  readonly #ids = new Map<string, number>([['', EMPTY]]);
  readonly #values: string[] = [''];

  /** How many distinct strings there are, the empty one included. */
  get size(): number {
    return this.#values.length;
  }

  /** The id of `value`, given now if it is new. Compares exactly: trim before. */
  id(value: string): number {
    const known = this.#ids.get(value);
    if (known !== undefined) return known;
    const id = this.#values.length;
    this.#values.push(value);
    this.#ids.set(value, id);
    return id;
  }

  /** The id of `value`, or undefined if it was never given one. */
  find(value: string): number | undefined {
    return this.#ids.get(value);
  }

  value(id: number): string {
    return this.#values[id] as string;
  }

  values(): readonly string[] {
    return this.#values;
  }
}
