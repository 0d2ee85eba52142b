type Numbers = Float64Array | Int32Array | Uint8Array;

/**
 * A column of which most logs say nothing, or the same of every item: it takes memory only up to the last value that is
 * not `none`.
 */
export class SparseColumn<Values extends Numbers = Numbers> {
  #data: Values;
  #length = 0;
  readonly #none: number;
  readonly #make: (length: number) => Values;

  /**
   * @param none what is there as long as nothing else is
   * @param make an array of zeros
   */
  constructor(none: number, make: (length: number) => Values) {
    this.#none = none;
    this.#make = make;
    this.#data = make(0);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): number {
    const index = this.#length++;
    this.set(index, value);
    return index;
  }

  at(index: number): number {
    return index < this.#data.length ? (this.#data[index] as number) : this.#none;
  }

  set(index: number, value: number): void {
    if (index >= this.#data.length) {
      if (Object.is(value, this.#none)) return;
      this.#reach(index + 1);
    }
    this.#data[index] = value;
  }

  /** True if the value of some item meets a condition. */
  some(meets: (value: number) => boolean): boolean {
    const kept = Math.min(this.#length, this.#data.length);
    return (this.#length > kept && meets(this.#none)) || this.#data.subarray(0, kept).some(meets);
  }

  /** All values, without a copy where they are kept: valid until the next push. */
  values(): Values {
    if (this.#data.length < this.#length) this.#reach(this.#length);
    return this.#data.subarray(0, this.#length) as Values;
  }

  #reach(length: number): void {
    const bigger = this.#make(Math.max(length, 2 * this.#data.length, 16));
    if (this.#none !== 0) bigger.fill(this.#none, this.#data.length);
    bigger.set(this.#data);
    this.#data = bigger;
  }
}

/** A sparse column of doubles, NaN where nothing is known. */
export function sparseInstants(): SparseColumn<Float64Array> {
  return new SparseColumn(Number.NaN, (length) => new Float64Array(length));
}

/** A sparse column of integers, 0 where nothing is known. */
export function sparseIntegers(): SparseColumn<Int32Array> {
  return new SparseColumn(0, (length) => new Int32Array(length));
}

/** A sparse column of flags or small integers, 0 where nothing is known. */
export function sparseFlags(): SparseColumn<Uint8Array> {
  return new SparseColumn(0, (length) => new Uint8Array(length));
}
