import { FINISHED, IN_PROGRESS } from '../../model/item-facts.ts';
import type { MetricInput } from '../metric-input.ts';

/** Items with a clock that can be read, and when it ran: an open one's runs on. */
export interface ClockSpans {
  items: Int32Array;
  started: Float64Array;
  /** Infinity while open. */
  ended: Float64Array;
}

const known = new WeakMap<MetricInput, ClockSpans>();

/** The spans in which the selected items were in progress. Items that started or ended at an unknown instant have none. */
export function clockSpans(input: MetricInput): ClockSpans {
  let spans = known.get(input);
  if (spans === undefined) {
    spans = findSpans(input);
    known.set(input, spans);
  }
  return spans;
}

function findSpans({ selection, facts }: MetricInput): ClockSpans {
  const items = new Int32Array(selection.length);
  const started = new Float64Array(selection.length);
  const ended = new Float64Array(selection.length);
  let count = 0;
  for (let index = 0; index < selection.length; index++) {
    const item = selection[index] as number;
    if (facts.startVisit[item] === -1) continue;
    const end = facts.ended[item] as number;
    const over = (facts.outcome[item] as number) >= FINISHED;
    if (over && Number.isNaN(end)) continue;
    items[count] = item;
    started[count] = facts.started[item] as number;
    ended[count++] = facts.outcome[item] === IN_PROGRESS ? Number.POSITIVE_INFINITY : end;
  }
  return { items: items.subarray(0, count), started: started.subarray(0, count), ended: ended.subarray(0, count) };
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
