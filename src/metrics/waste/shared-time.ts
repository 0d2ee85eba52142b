import type { Charges } from './charges.ts';

/**
 * Each charge's part of its person's time, where an instant is divided equally among all charges of the person that run
 * at it: with n(t) of them at t, a charge [from, to) gets ∫ dt ÷ n(t).
 *
 * That integral is one rising curve a person, worked out in one walk over the sorted beginnings and ends; a charge gets
 * the curve's rise between its own two. So no instant is given out twice, and the whole costs O(n log n).
 *
 * @param persons one more than the highest number of a person
 */
export function sharedTime({ person, from, to }: Charges, persons: number): Float64Array {
  const count = person.length;
  const offsets = new Int32Array(persons + 1);
  for (let charge = 0; charge < count; charge++) offsets[(person[charge] as number) + 1]! += 1;
  let most = 0;
  for (let one = 0; one < persons; one++) {
    most = Math.max(most, offsets[one + 1] as number);
    offsets[one + 1]! += offsets[one] as number;
  }
  const order = new Int32Array(count);
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const next = offsets.slice();
  for (let charge = 0; charge < count; charge++) {
    const place = next[person[charge] as number]!++;
    order[place] = charge;
    starts[place] = from[charge] as number;
    ends[place] = to[charge] as number;
  }
  const curve = new Curve(2 * most);
  const time = new Float64Array(count);
  for (let one = 0; one < persons; one++) {
    const first = offsets[one] as number;
    const end = offsets[one + 1] as number;
    if (first === end) continue;
    curve.draw(starts.subarray(first, end).sort(), ends.subarray(first, end).sort());
    for (let place = first; place < end; place++) {
      const charge = order[place] as number;
      time[charge] = curve.at(to[charge] as number) - curve.at(from[charge] as number);
    }
  }
  return time;
}

/** How much time one of several charges of a person has got by each instant at which one begins or ends. */
class Curve {
  readonly #instants: Float64Array;
  readonly #values: Float64Array;
  #length = 0;

  constructor(capacity: number) {
    this.#instants = new Float64Array(capacity);
    this.#values = new Float64Array(capacity);
  }

  /**
   * @param starts ascending
   * @param ends ascending, each of them after its start
   */
  draw(starts: Float64Array, ends: Float64Array): void {
    this.#length = 0;
    let start = 0;
    let end = 0;
    let at = 0;
    let value = 0;
    while (end < ends.length) {
      const running = start - end;
      const instant =
        start < starts.length ? Math.min(starts[start] as number, ends[end] as number) : (ends[end] as number);
      // Begun anew after idle time: small values keep all their digits.
      value = running === 0 ? 0 : value + (instant - at) / running;
      while (start < starts.length && starts[start] === instant) start++;
      while (end < ends.length && ends[end] === instant) end++;
      at = instant;
      this.#instants[this.#length] = instant;
      this.#values[this.#length++] = value;
    }
  }

  /** The value at one of the instants it was drawn from. */
  at(instant: number): number {
    let low = 0;
    let high = this.#length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#instants[middle] as number) < instant) low = middle + 1;
      else high = middle;
    }
    return this.#values[low] as number;
  }
}
