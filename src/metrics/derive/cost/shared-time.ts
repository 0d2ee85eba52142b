import type { Charges } from './charges.ts';
import { sortPairs } from './sort-pairs.ts';

/** Values of curves that are kept. */
const MOST_REMEMBERED = 1_000_000;

/** What of a person's time each charge gets. */
export interface DividedTime {
  /** Each charge's own part, in milliseconds. */
  own: Float64Array;
  /** The part that a charge has got by a bound (its number) that lies between its beginning and its end. */
  upTo: (charge: number, bound: number) => number;
}

/** Every charge gets all of its time. @param bounds instants that will be asked about, ascending */
export function fullTime({ from, to }: Charges, bounds: Float64Array): DividedTime {
  return {
    own: to.map((end, charge) => end - (from[charge] as number)),
    upTo: (charge, bound) => (bounds[bound] as number) - (from[charge] as number),
  };
}

/**
 * Each charge's part of its person's time, where an instant is divided equally among all charges of the person that run
 * at it: with n(t) of them at t, a charge [from, to) gets ∫ dt ÷ n(t).
 *
 * That integral is one rising curve a person, worked out in one walk over the sorted beginnings and ends; a charge gets
 * the curve's rise between its own two. So no instant is given out twice, and the whole costs O(n log n).
 *
 * @param persons one more than the highest number of a person
 * @param bounds instants that will be asked about, ascending
 */
export function sharedTime({ person, from, to }: Charges, persons: number, bounds: Float64Array): DividedTime {
  const count = person.length;
  const offsets = new Int32Array(persons + 1);
  for (let charge = 0; charge < count; charge++) offsets[(person[charge] as number) + 1]! += 2;
  for (let one = 0; one < persons; one++) offsets[one + 1]! += offsets[one] as number;
  const next = offsets.slice();
  const instants = new Float64Array(2 * count);
  /** The charge that begins, or the complement (−1 − charge) of the one that ends. */
  const events = new Int32Array(2 * count);
  for (let charge = 0; charge < count; charge++) {
    const place = next[person[charge] as number] as number;
    instants[place] = from[charge] as number;
    events[place] = charge;
    instants[place + 1] = to[charge] as number;
    events[place + 1] = ~charge;
    next[person[charge] as number] = place + 2;
  }
  const values = new Float64Array(2 * count);
  const begun = new Float64Array(count);
  const own = new Float64Array(count);
  for (let one = 0; one < persons; one++) {
    const first = offsets[one] as number;
    const end = offsets[one + 1] as number;
    if (first === end) continue;
    sortPairs(instants.subarray(first, end), events.subarray(first, end));
    let running = 0;
    let value = 0;
    let at = instants[first] as number;
    for (let place = first; place < end; place++) {
      const instant = instants[place] as number;
      const event = events[place] as number;
      // Begun anew after idle time: small values keep all their digits.
      value = running === 0 ? 0 : value + (instant - at) / running;
      at = instant;
      values[place] = value;
      if (event >= 0) {
        begun[event] = value;
        running++;
      } else {
        own[~event] = value - (begun[~event] as number);
        running--;
      }
    }
  }
  // Many charges are asked about the same few bounds. Where there are as many people as items, their curves are short.
  const table = new Float64Array(persons * bounds.length <= MOST_REMEMBERED ? persons * bounds.length : 0).fill(
    Number.NaN,
  );
  const valueAt = (one: number, bound: number): number =>
    onCurve(instants, values, offsets[one] as number, (offsets[one + 1] as number) - 1, bounds[bound] as number);
  const upTo = (charge: number, bound: number): number => {
    const one = person[charge] as number;
    const place = one * bounds.length + bound;
    let value = place < table.length ? (table[place] as number) : Number.NaN;
    if (Number.isNaN(value)) {
      value = valueAt(one, bound);
      if (place < table.length) table[place] = value;
    }
    return value - (begun[charge] as number);
  };
  return { own, upTo };
}

/** The curve's value at an instant within a charge: at one that it was drawn from, or on the line between two. */
function onCurve(instants: Float64Array, values: Float64Array, first: number, last: number, instant: number): number {
  let low = first;
  let high = last;
  // The last event at the instant or before it.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((instants[middle] as number) <= instant) low = middle;
    else high = middle - 1;
  }
  const before = instants[low] as number;
  const from = values[low] as number;
  if (before === instant || low === last) return from;
  return from + (((values[low + 1] as number) - from) * (instant - before)) / ((instants[low + 1] as number) - before);
}
