import { firstAfter } from './landmark-steps.ts';

/** How long each of some items lasted, or lasts. */
export interface Lifetimes {
  /** The age at which each ended, or up to which it is known. */
  ends: ArrayLike<number>;
  /** 1 for those that finished then; 0 for those that were still open, or left in another way. */
  finished: ArrayLike<number>;
  /** The age at which each came into view; 0 or less from its start. Without it, all from their start. */
  entries?: ArrayLike<number>;
}

/** The share that lasts longer, step by step. */
export interface SurvivalCurve {
  /** Ages at which items finished, ascending: the steps. */
  times: Float64Array;
  /** Items in view just before each step, and how many of them finished at it. */
  atRisk: Float64Array;
  finishes: Float64Array;
  /** The share that lasts longer than each of these ages. */
  survival: Float64Array;
  /** Greenwood's sum up to each step; infinite where the share is 0. */
  greenwood: Float64Array;
  /** Items that were ever in view, and those of them that did not finish in view. */
  count: number;
  censored: number;
  /** Finishes left out since too few were in view. */
  leftOut: number;
  /** Items whose ages are no numbers, or who were out of view before they came into it. */
  ignored: number;
  /** The greatest age known; null without items. */
  last: number | null;
}

/** While more items are yet to come into view, so few say nothing. */
const FEWEST_AT_RISK = 5;

/**
 * The product-limit estimate (E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", JASA
 * 53, 1958) with late entry (J. P. Klein and M. L. Moeschberger, "Survival Analysis", 2003, § 4.6): an item is at risk at
 * t if its entry < t ≤ its end, and from its start if it is in view from there. At equal ages finishes come before
 * censorings. A finish of fewer than five at risk while others are yet to enter is left out: with one at risk alone, the
 * estimate would be 0 from there on. The variance is Greenwood's sum (M. Greenwood, 1926).
 */
export function kaplanMeier(items: Lifetimes): SurvivalCurve {
  const { order, entries, ignored } = inView(items);
  const { ends, finished } = items;
  const count = order.length;
  const steps = { times: [] as number[], atRisk: [] as number[], finishes: [] as number[] };
  const survival: number[] = [];
  const greenwood: number[] = [];
  const totals = { finishes: 0, leftOut: 0, share: 1, sum: 0 };
  let entered = 0;
  for (let at = 0; at < count; ) {
    const time = ends[order[at] as number] as number;
    while (entered < count && (entries[entered] as number) < time) entered++;
    const atRisk = entered - at;
    let events = 0;
    for (; at < count && ends[order[at] as number] === time; at++) events += finished[order[at] as number] ? 1 : 0;
    totals.finishes += events;
    if (events === 0) continue;
    if (atRisk < FEWEST_AT_RISK && entered < count) {
      totals.leftOut += events;
      continue;
    }
    totals.share = events === atRisk ? 0 : totals.share * (1 - events / atRisk);
    totals.sum += events / (atRisk * (atRisk - events));
    steps.times.push(time);
    steps.atRisk.push(atRisk);
    steps.finishes.push(events);
    survival.push(totals.share);
    greenwood.push(totals.sum);
  }
  return {
    times: Float64Array.from(steps.times),
    atRisk: Float64Array.from(steps.atRisk),
    finishes: Float64Array.from(steps.finishes),
    survival: Float64Array.from(survival),
    greenwood: Float64Array.from(greenwood),
    count,
    censored: count - totals.finishes,
    leftOut: totals.leftOut,
    ignored,
    last: count === 0 ? null : (ends[order[count - 1] as number] as number),
  };
}

/** The index of the last step at or before an age; −1 before the first. */
export function stepAt(curve: { times: Float64Array }, age: number): number {
  return firstAfter(curve.times, age) - 1;
}

/** The items that count, by the age at which they ended, and the ages at which they came into view, each ascending. */
function inView({ ends, entries }: Lifetimes): { order: Uint32Array; entries: Float64Array; ignored: number } {
  const order = new Uint32Array(ends.length);
  const starts = new Float64Array(ends.length);
  let count = 0;
  for (let item = 0; item < ends.length; item++) {
    const end = ends[item] as number;
    const entry = entries === undefined ? 0 : (entries[item] as number);
    if (!Number.isFinite(end) || Number.isNaN(entry) || end < 0 || (entry > 0 && entry >= end)) continue;
    order[count] = item;
    // In view from the start is at risk at every age, 0 included.
    starts[count] = entry > 0 ? entry : Number.NEGATIVE_INFINITY;
    count++;
  }
  const kept = order.subarray(0, count).sort((a, b) => (ends[a] as number) - (ends[b] as number) || a - b);
  return { order: kept, entries: starts.subarray(0, count).sort(), ignored: ends.length - count };
}
