import type { ChargeRows } from './charge-rows.ts';
import { MonthParts } from './month-parts.ts';
import { monthAt } from './months.ts';
import { PairSorter } from './pair-sorter.ts';

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
  const month = firstMonths(rows, bounds);
  const parts = new MonthParts();
  for (let charge = 0; charge < length; charge++) {
    const begin = spans[2 * charge] as number;
    const end = spans[2 * charge + 1] as number;
    const all = end - begin;
    own[charge] = all;
    const first = month[charge] as number;
    if (end > (bounds[first + 1] as number)) {
      month[charge] = ~divide(parts, bounds, bounds, first, end, begin, all);
    }
  }
  return { own, month, parts };
}

/**
 * Each charge's part of its person's time, where an instant is divided equally among all charges of the person that run
 * at it: with n(t) of them at t, a charge [from, to) gets ∫ dt ÷ n(t).
 *
 * That integral is one rising curve a person, worked out in one walk over the sorted beginnings and ends; a charge gets
 * the curve's rise between its own two. So no instant is given out twice, and the whole costs O(n log n). People are
 * taken one by one, so that only the charges of one are laid out at a time.
 *
 * @param rows their spans are lost
 * @param persons one more than the highest number of a person
 * @param bounds ends of the months as working time, ascending
 */
export function sharedTime(rows: ChargeRows, persons: number, bounds: Float64Array): DividedTime {
  const { length, person, spans } = rows;
  const month = firstMonths(rows, bounds);
  const { offsets, charges } = byPerson(person, length, persons);
  let most = 0;
  for (let one = 0; one < persons; one++) {
    most = Math.max(most, (offsets[one + 1] as number) - (offsets[one] as number));
  }
  const instants = new Float64Array(2 * most);
  /** The charge that begins, as its place among the person's, or the complement (−1 − place) of the one that ends. */
  const events = new Int32Array(2 * most);
  const begun = new Float64Array(most);
  const begunIn = new Int32Array(most);
  const sorter = new PairSorter(2 * most);
  /** The curve at the ends of the months that the walk has passed. */
  const atBound = new Float64Array(bounds.length);
  const parts = new MonthParts();
  const lastMonth = bounds.length - 2;
  for (let one = 0; one < persons; one++) {
    const first = offsets[one] as number;
    const count = (offsets[one + 1] as number) - first;
    if (count === 0) continue;
    for (let place = 0; place < count; place++) {
      const charge = charges[first + place] as number;
      instants[2 * place] = spans[2 * charge] as number;
      events[2 * place] = place;
      instants[2 * place + 1] = spans[2 * charge + 1] as number;
      events[2 * place + 1] = ~place;
    }
    sorter.sort(instants, events, 2 * count);
    let running = 0;
    let value = 0;
    let at = instants[0] as number;
    let current = 0;
    for (let next = 0; next < 2 * count; next++) {
      const instant = instants[next] as number;
      const event = events[next] as number;
      while (current < lastMonth && (bounds[current + 1] as number) <= instant) {
        current++;
        if (running > 0) atBound[current] = value + ((bounds[current] as number) - at) / running;
      }
      // Begun anew after idle time: small values keep all their digits.
      value = running === 0 ? 0 : value + (instant - at) / running;
      at = instant;
      if (event >= 0) {
        begun[event] = value;
        begunIn[event] = current;
        running++;
        continue;
      }
      running--;
      const charge = charges[first + ~event] as number;
      const since = begun[~event] as number;
      const firstMonth = begunIn[~event] as number;
      const all = value - since;
      // Its span is not needed any more.
      spans[2 * charge] = all;
      if (current !== firstMonth && instant > (bounds[firstMonth + 1] as number)) {
        month[charge] = ~divide(parts, bounds, atBound, firstMonth, instant, since, all);
      }
    }
  }
  const own = new Float64Array(length);
  for (let charge = 0; charge < length; charge++) own[charge] = spans[2 * charge] as number;
  return { own, month, parts };
}

/**
 * Divides a charge that goes on past the end of its first month; returns the number of its parts.
 *
 * @param curve its person's curve at each bound that lies between its beginning and its end
 * @param since the curve where it begins
 * @param all what it gets as a whole
 */
function divide(
  parts: MonthParts,
  bounds: Float64Array,
  curve: Float64Array,
  first: number,
  end: number,
  since: number,
  all: number,
): number {
  const number = parts.begin();
  let month = first;
  let got = 0;
  for (; (bounds[month + 1] as number) < end; month++) {
    const next = ((curve[month + 1] as number) - since) / all;
    if (next > got) parts.add(month, next - got);
    got = next;
  }
  parts.add(month, 1 - got);
  return number;
}

/** The month in which each charge begins. */
function firstMonths({ length, spans }: ChargeRows, bounds: Float64Array): Int32Array {
  const months = new Int32Array(length);
  let month = 0;
  for (let charge = 0; charge < length; charge++) {
    const from = spans[2 * charge] as number;
    // Neighbours mostly begin in the same month.
    if (!((bounds[month] as number) <= from && from < (bounds[month + 1] as number))) month = monthAt(bounds, from);
    months[charge] = month;
  }
  return months;
}

/** The charges of each person, in their order: person p has charges[offsets[p]] to charges[offsets[p + 1] − 1]. */
function byPerson(person: Int32Array, length: number, persons: number): { offsets: Int32Array; charges: Int32Array } {
  const offsets = new Int32Array(persons + 1);
  for (let charge = 0; charge < length; charge++) offsets[(person[charge] as number) + 1]! += 1;
  for (let one = 0; one < persons; one++) offsets[one + 1]! += offsets[one] as number;
  const next = offsets.slice(0, persons);
  const charges = new Int32Array(length);
  for (let charge = 0; charge < length; charge++) charges[next[person[charge] as number]!++] = charge;
  return { offsets, charges };
}
