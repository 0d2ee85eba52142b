/** Numbers up to which pairs have a place each: 4 MB of them. */
const MOST_PLACES = 1 << 20;

/** How often each pair of small numbers came. */
export class PairCounts {
  readonly #size: number;
  readonly #places: Int32Array | null;
  readonly #others = new Map<number, number>();

  /** @param size one more than the largest number */
  constructor(size: number) {
    this.#size = size;
    this.#places = size * size <= MOST_PLACES ? new Int32Array(size * size) : null;
  }

  add(from: number, to: number): void {
    const pair = from * this.#size + to;
    if (this.#places !== null) this.#places[pair]! += 1;
    else this.#others.set(pair, (this.#others.get(pair) ?? 0) + 1);
  }

  /** The pairs that came, in no order; of more than `most` of them, those that came as often as the last of the most frequent. */
  list(most = Number.POSITIVE_INFINITY): { from: number; to: number; count: number }[] {
    const size = this.#size;
    const least = this.#nthCount(most);
    const pairs: { from: number; to: number; count: number }[] = [];
    this.#each((pair, count) => {
      if (count >= least) pairs.push({ from: Math.floor(pair / size), to: pair % size, count });
    });
    return pairs;
  }

  #each(found: (pair: number, count: number) => void): void {
    this.#places?.forEach((count, pair) => {
      if (count > 0) found(pair, count);
    });
    for (const [pair, count] of this.#others) found(pair, count);
  }

  #nthCount(n: number): number {
    if (n === Number.POSITIVE_INFINITY) return 1;
    const counts: number[] = [];
    this.#each((_, count) => counts.push(count));
    return Float64Array.from(counts).sort()[Math.max(0, counts.length - n)] ?? 1;
  }
}
