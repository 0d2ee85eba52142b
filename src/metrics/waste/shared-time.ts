import { orderByValue } from '../../stats/index.ts';
import type { Charges } from './charges.ts';

/**
 * Each charge's part of its person's time, where an instant is divided equally among all charges of the person that run
 * at it: with n(t) of them at t, a charge [from, to) gets ∫ dt ÷ n(t).
 *
 * One walk over all beginnings and ends in the order of time: each person has a clock that moves by the part that one
 * of the person's running charges gets, and a charge gets what its person's clock has moved between its two ends. So no
 * instant is given out twice.
 *
 * @param persons one more than the highest number of a person
 */
export function sharedTime({ person, from, to }: Charges, persons: number): Float64Array {
  const count = person.length;
  const instants = new Float64Array(2 * count);
  instants.set(from);
  instants.set(to, count);
  const order = orderByValue(instants);
  const running = new Int32Array(persons);
  const last = new Float64Array(persons);
  const clock = new Float64Array(persons);
  const time = new Float64Array(count);
  for (let index = 0; index < order.length; index++) {
    const event = order[index] as number;
    const begins = event < count;
    const charge = begins ? event : event - count;
    const one = person[charge] as number;
    const instant = instants[event] as number;
    const others = running[one] as number;
    // Begun anew after idle time: small values keep all their digits.
    const value = others === 0 ? 0 : (clock[one] as number) + (instant - (last[one] as number)) / others;
    clock[one] = value;
    last[one] = instant;
    if (begins) {
      time[charge] = value;
      running[one] = others + 1;
    } else {
      time[charge] = value - (time[charge] as number);
      running[one] = others - 1;
    }
  }
  return time;
}
