/**
 * The curves of people at the ends of the months, as far as somebody asks for them: person p's curve at bound b is
 * values[base[p] + b].
 */
export class PersonCurves {
  values = new Float64Array(0);
  readonly base: Int32Array;
  readonly #bounds: Float64Array;
  /** By person: the bound that is drawn next, and the last one that is asked for; −1: none. */
  readonly #next: Int32Array;
  readonly #last: Int32Array;

  /** @param bounds ends of the months as working time, ascending */
  constructor(persons: number, bounds: Float64Array) {
    this.#bounds = bounds;
    this.base = new Int32Array(persons);
    this.#next = new Int32Array(persons).fill(bounds.length);
    this.#last = new Int32Array(persons).fill(-1);
  }

  /** Says that a person's curve will be asked for at some bounds: from the first to the last. */
  need(person: number, first: number, last: number): void {
    if (first < (this.#next[person] as number)) this.#next[person] = first;
    if (last > (this.#last[person] as number)) this.#last[person] = last;
  }

  /** Makes room for all that is needed: before anything is drawn. */
  makeRoom(): void {
    let length = 0;
    for (let person = 0; person < this.base.length; person++) {
      const first = this.#next[person] as number;
      const last = this.#last[person] as number;
      this.base[person] = length - first;
      if (last >= first) length += last - first + 1;
    }
    this.values = new Float64Array(length);
  }

  /** Draws a person's curve from one instant, where it has a value, to another: it rises by 1 ÷ running. */
  draw(person: number, from: number, value: number, to: number, running: number): void {
    const last = this.#last[person] as number;
    let bound = this.#next[person] as number;
    if (bound > last || (this.#bounds[bound] as number) > to) return;
    const base = this.base[person] as number;
    for (; bound <= last && (this.#bounds[bound] as number) <= to; bound++) {
      // Nothing ran at a bound before this stretch, so that nobody asks for the curve there.
      this.values[base + bound] = value + ((this.#bounds[bound] as number) - from) / running;
    }
    this.#next[person] = bound;
  }
}
