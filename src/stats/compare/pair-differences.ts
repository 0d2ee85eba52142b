/** So many differences left are sorted. */
const FEW = 4096;

/**
 * Order statistics of all differences b − a without making them all: how many are at most some number is counted along the
 * two sorted samples, and the number is found by bisection (D. B. Johnson and T. Mizoguchi, "Selecting the Kth element in
 * X + Y", SIAM Journal on Computing 7, 1978, is the exact method; this one needs some fifty passes and no memory).
 */
export class PairDifferences {
  readonly #a: Float64Array;
  readonly #b: Float64Array;

  constructor(a: Float64Array, b: Float64Array) {
    this.#a = a.slice().sort();
    this.#b = b.slice().sort();
  }

  get count(): number {
    return this.#a.length * this.#b.length;
  }

  /** The difference of a rank, from 1 to the count. */
  ofRank(rank: number): number {
    const [a, b] = [this.#a, this.#b];
    // Below `low` fewer than the rank, up to `high` at least so many.
    let low = Number.NEGATIVE_INFINITY;
    let high = (b.at(-1) as number) - (a[0] as number);
    let from = (b[0] as number) - (a.at(-1) as number);
    let [below, upTo] = [0, this.count];
    while (upTo - below > FEW) {
      const middle = from + (high - from) / 2;
      if (middle >= high || middle <= low) break;
      const count = this.#atMost(middle);
      if (count >= rank) [high, upTo] = [middle, count];
      else [low, below, from] = [middle, count, middle];
      if (from === high) break;
    }
    if (upTo - below > FEW) return high;
    return this.#within(low, high).sort()[rank - below - 1] as number;
  }

  median(): number {
    const half = this.count / 2;
    if (!Number.isInteger(half)) return this.ofRank(Math.ceil(half));
    return (this.ofRank(half) + this.ofRank(half + 1)) / 2;
  }

  /** How many differences are at most a number: as b grows, so does the a from which on they are. */
  #atMost(most: number): number {
    const [a, b] = [this.#a, this.#b];
    let count = 0;
    let at = 0;
    for (const value of b) {
      while (at < a.length && value - (a[at] as number) > most) at++;
      count += a.length - at;
    }
    return count;
  }

  /** Those above one number and up to another. */
  #within(low: number, high: number): Float64Array {
    const [a, b] = [this.#a, this.#b];
    const found: number[] = [];
    let start = 0;
    for (const value of b) {
      while (start < a.length && value - (a[start] as number) > high) start++;
      for (let at = start; at < a.length; at++) {
        const difference = value - (a[at] as number);
        if (difference <= low) break;
        found.push(difference);
      }
    }
    return Float64Array.from(found);
  }
}
