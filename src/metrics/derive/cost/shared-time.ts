import type { ChargeRows } from './charge-rows.ts';
import { instantOrder } from './instant-order.ts';
import { MonthFinder, MonthParts } from './month-parts.ts';
import { PersonCurves } from './person-curves.ts';

/** What of a person's time each charge gets, and in which months. */
export interface DividedTime {
  /** Each charge's own part, in milliseconds. */
  own: Float64Array;
  /** The month that all of a charge falls in; one that falls in several has the complement (−1 − n) of its number in `parts`. */
  month: Int32Array;
  parts: MonthParts;
}

/** Every charge gets all of its time. @param bounds ends of the months as working time, ascending */
export function fullTime(rows: ChargeRows, bounds: Float64Array): DividedTime {
  const { length, spans } = rows;
  const own = new Float64Array(length);
  const month = new Int32Array(length);
  const parts = new MonthParts({ values: bounds, base: null });
  const months = new MonthFinder(rows, bounds);
  for (let charge = 0; charge < length; charge++) {
    months.find(charge);
    const from = spans[2 * charge] as number;
    own[charge] = (spans[2 * charge + 1] as number) - from;
    month[charge] = months.first;
    if (months.first === months.last) continue;
    const number = parts.add(months.first, months.last);
    parts.begin(number, from);
    month[charge] = ~number;
  }
  return { own, month, parts };
}

/**
 * Each charge's part of its person's time, where an instant is divided equally among all charges of the person that run
 * at it: with n(t) of them at t, a charge [from, to) gets ∫ dt ÷ n(t).
 *
 * That integral is one rising curve a person. All curves are drawn in one walk over the beginnings and ends of all charges
 * in the order of time; a charge gets the rise of its person's curve between its own two. So no instant is given out
 * twice, and the whole costs O(n log n) at worst.
 *
 * @param rows their spans are lost
 * @param persons one more than the highest number of a person
 * @param bounds ends of the months as working time, ascending
 */
export function sharedTime(rows: ChargeRows, persons: number, bounds: Float64Array): DividedTime {
  const { length, person, spans } = rows;
  const order = instantOrder(spans, 2 * length);
  const month = new Int32Array(length);
  const curves = new PersonCurves(persons, bounds);
  const parts = new MonthParts(curves);
  const months = new MonthFinder(rows, bounds);
  for (let charge = 0; charge < length; charge++) {
    months.find(charge);
    month[charge] = months.first;
    if (months.first === months.last) continue;
    curves.need(person[charge] as number, months.first + 1, months.last);
    month[charge] = ~parts.add(months.first, months.last);
  }
  curves.makeRoom();
  /** By person: how many charges run, and the curve at the instant up to which it is drawn. */
  const running = new Int32Array(persons);
  const value = new Float64Array(persons);
  const drawnTo = new Float64Array(persons);
  for (let next = 0; next < order.length; next++) {
    const event = order[next] as number;
    const one = person[event >> 1] as number;
    const instant = spans[event] as number;
    const count = running[one] as number;
    const before = value[one] as number;
    if (count > 0) curves.draw(one, drawnTo[one] as number, before, instant, count);
    // Begun anew after idle time: small values keep all their digits.
    const now = count === 0 ? 0 : before + (instant - (drawnTo[one] as number)) / count;
    value[one] = now;
    drawnTo[one] = instant;
    running[one] = (event & 1) === 0 ? count + 1 : count - 1;
    // The walk is past this instant for good: its place keeps the curve there.
    spans[event] = now;
  }
  const own = new Float64Array(length);
  for (let charge = 0; charge < length; charge++) {
    const begun = spans[2 * charge] as number;
    own[charge] = (spans[2 * charge + 1] as number) - begun;
    if ((month[charge] as number) < 0) parts.begin(~(month[charge] as number), begun);
  }
  return { own, month, parts };
}
