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
  const { entries, ends, ignored, others } = inView(items);
  const count = ends.length + others.length;
  const steps = new Float64Array(ends.length);
  const atRisk = new Float64Array(ends.length);
  const finishes = new Float64Array(ends.length);
  const survival = new Float64Array(ends.length);
  const greenwood = new Float64Array(ends.length);
  let step = 0;
  let leftOut = 0;
  let share = 1;
  let sum = 0;
  // Those in view from the start are at risk at every age, 0 included.
  const fromStart = count - entries.length;
  let entered = 0;
  let left = 0;
  for (let at = 0; at < ends.length; ) {
    const time = ends[at] as number;
    const finished = at;
    while (at < ends.length && ends[at] === time) at++;
    while (entered < entries.length && (entries[entered] as number) < time) entered++;
    while (left < others.length && (others[left] as number) < time) left++;
    const risk = fromStart + entered - finished - left;
    const events = at - finished;
    if (risk < FEWEST_AT_RISK && entered < entries.length) {
      leftOut += events;
      continue;
    }
    share = events === risk ? 0 : share * (1 - events / risk);
    sum += events / (risk * (risk - events));
    steps[step] = time;
    atRisk[step] = risk;
    finishes[step] = events;
    survival[step] = share;
    greenwood[step++] = sum;
  }
  return {
    times: steps.subarray(0, step),
    atRisk: atRisk.subarray(0, step),
    finishes: finishes.subarray(0, step),
    survival: survival.subarray(0, step),
    greenwood: greenwood.subarray(0, step),
    count,
    censored: others.length,
    leftOut,
    ignored,
    last: count === 0 ? null : Math.max(ends.at(-1) ?? 0, others.at(-1) ?? 0),
  };
}

/** The index of the last step at or before an age; −1 before the first. */
export function stepAt(curve: { times: Float64Array }, age: number): number {
  return firstAfter(curve.times, age) - 1;
}

/** The ages of the items that count, each ascending: of those that finished, of the others, and of late entries. */
function inView({ ends, entries, finished }: Lifetimes): {
  ends: Float64Array;
  others: Float64Array;
  entries: Float64Array;
  ignored: number;
} {
  const ages = new Float64Array(ends.length);
  const late = new Float64Array(ends.length);
  // Finishes from the front, the others from the back.
  let front = 0;
  let back = ends.length;
  let lateCount = 0;
  for (let item = 0; item < ends.length; item++) {
    const end = ends[item] as number;
    const entry = entries === undefined ? 0 : (entries[item] as number);
    if (!Number.isFinite(end) || Number.isNaN(entry) || end < 0 || (entry > 0 && entry >= end)) continue;
    if (finished[item]) ages[front++] = end;
    else ages[--back] = end;
    if (entry > 0) late[lateCount++] = entry;
  }
  return {
    ends: ages.subarray(0, front).sort(),
    others: ages.subarray(back).sort(),
    entries: late.subarray(0, lateCount).sort(),
    ignored: back - front,
  };
}
