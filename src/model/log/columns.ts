/** A file whose first part is unlike the rest must not make a column absurdly long. */
const MOST_GROWTH = 4096;

/**
 * How much longer a column is likely to get than it is: what readers know of a file's length. Memory that is asked for
 * and not used costs none, while growing step by step copies all that is there, several times.
 */
export class Growth {
  factor = 1;

  /** At least twice as long, so that growing costs no more than the values. */
  longer(length: number): number {
    return Math.max(2 * length, Math.ceil(length * Math.min(this.factor, MOST_GROWTH)));
  }
}

/** A column of 32-bit integers that grows by doubling. */
export class Int32Column {
  #data: Int32Array;
  #length = 0;

  constructor(capacity = 1024) {
    this.#data = new Int32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): number {
    if (this.#length === this.#data.length) this.#grow();
    this.#data[this.#length] = value;
    return this.#length++;
  }

  at(index: number): number {
    return this.#data[index] as number;
  }

  set(index: number, value: number): void {
    this.#data[index] = value;
  }

  /** Forgets all values from `length` on. */
  truncate(length: number): void {
    this.#length = length;
  }

  /** The filled part, without a copy: valid until the next push. */
  values(): Int32Array {
    return this.#data.subarray(0, this.#length);
  }

  #grow(): void {
    const bigger = new Int32Array(Math.max(16, 2 * this.#data.length));
    bigger.set(this.#data);
    this.#data = bigger;
  }
}

/** A column of doubles that grows by doubling. Unknown is NaN. */
export class Float64Column {
  #data: Float64Array;
  #length = 0;

  constructor(capacity = 1024) {
    this.#data = new Float64Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): number {
    if (this.#length === this.#data.length) this.#grow();
    this.#data[this.#length] = value;
    return this.#length++;
  }

  at(index: number): number {
    return this.#data[index] as number;
  }

  set(index: number, value: number): void {
    this.#data[index] = value;
  }

  /** Forgets all values from `length` on. */
  truncate(length: number): void {
    this.#length = length;
  }

  /** The filled part, without a copy: valid until the next push. */
  values(): Float64Array {
    return this.#data.subarray(0, this.#length);
  }

  #grow(): void {
    const bigger = new Float64Array(Math.max(16, 2 * this.#data.length));
    bigger.set(this.#data);
    this.#data = bigger;
  }
}
