import { growArray } from './grow-array.ts';

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

/** A column of numbers that grows by doubling. */
class NumberColumn<Values extends Int32Array | Float64Array> {
  #data: Values;
  #length = 0;

  constructor(data: Values) {
    this.#data = data;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): number {
    if (this.#length === this.#data.length) this.#data = growArray(this.#data);
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
  values(): Values {
    return this.#data.subarray(0, this.#length) as Values;
  }
}

/** 32-bit integers. */
export class Int32Column extends NumberColumn<Int32Array> {
  constructor(capacity = 1024) {
    super(new Int32Array(Math.max(1, capacity)));
  }
}

/** Doubles. Unknown is NaN. */
export class Float64Column extends NumberColumn<Float64Array> {
  constructor(capacity = 1024) {
    super(new Float64Array(Math.max(1, capacity)));
  }
}
