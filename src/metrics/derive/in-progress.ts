import { DROPPED, FINISHED, IN_PROGRESS } from '../../model/item-facts.ts';
import type { MetricInput } from '../metric-input.ts';

/** Items with a clock that can be read, and when it ran: an open one's runs on. */
export interface ClockSpans {
  items: Int32Array;
  started: Float64Array;
  /** Infinity while open. */
  ended: Float64Array;
}

/** The spans in which the selected items were in progress. Items that started or ended at an unknown instant have none. */
export function clockSpans({ selection, facts }: MetricInput): ClockSpans {
  const items = selection.filter((item) => {
    if (facts.startVisit[item] === -1) return false;
    const over = facts.outcome[item] === FINISHED || facts.outcome[item] === DROPPED;
    return !over || !Number.isNaN(facts.ended[item] as number);
  });
  return {
    items,
    started: Float64Array.from(items, (item) => facts.started[item] as number),
    ended: Float64Array.from(items, (item) =>
      facts.outcome[item] === IN_PROGRESS ? Number.POSITIVE_INFINITY : (facts.ended[item] as number),
    ),
  };
}

/**
 * How many of some instants lie before each of the given moments.
 * @param instants in any order; NaN never counts
 * @param moments ascending
 */
export function countBefore(instants: Float64Array, moments: Float64Array): Int32Array {
  const ascending = instants.slice().sort();
  const counts = new Int32Array(moments.length);
  let count = 0;
  for (let index = 0; index < moments.length; index++) {
    while (count < ascending.length && (ascending[count] as number) < (moments[index] as number)) count++;
    counts[index] = count;
  }
  return counts;
}
