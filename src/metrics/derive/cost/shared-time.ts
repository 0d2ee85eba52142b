import type { Charges } from './charges.ts';
import { sortPairs } from './sort-pairs.ts';

/** What of a person's time each charge gets. */
export interface DividedTime {
  /** Each charge's own part, in milliseconds. */
  own: Float64Array;
  /** The part that a charge has got by an instant after its beginning and before its end. */
  upTo: (charge: number, instant: number) => number;
}

/** Every charge gets all of its time. */
export function fullTime({ from, to }: Charges): DividedTime {
  return {
    own: to.map((end, charge) => end - (from[charge] as number)),
    upTo: (charge, instant) => instant - (from[charge] as number),
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
 */
export function sharedTime({ person, from, to }: Charges, persons: number): DividedTime {
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
  // Charges are asked about the ends of months, most of them about the same as the one before them.
  const asked = new Float64Array(persons).fill(Number.NaN);
  const answers = new Float64Array(persons);
  const upTo = (charge: number, instant: number): number => {
    const one = person[charge] as number;
    if (asked[one] !== instant) {
      asked[one] = instant;
      answers[one] = onCurve(instants, values, offsets[one] as number, (offsets[one + 1] as number) - 1, instant);
    }
    return (answers[one] as number) - (begun[charge] as number);
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
