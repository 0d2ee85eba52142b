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
    const bigger = new Int32Array(this.#data.length * 2);
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
    const bigger = new Float64Array(this.#data.length * 2);
    bigger.set(this.#data);
    this.#data = bigger;
  }
}
