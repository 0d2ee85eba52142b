/** Steps of a survival curve among those that were unfinished at one age, in memory that is used again. */
export interface Steps {
  times: Float64Array;
  /** The share of `scale` that lasts longer. */
  survival: Float64Array;
  /** The steps are those from here to before there. */
  from: number;
  to: number;
  scale: number;
  /** Items unfinished at the age, and the greatest age known of them. */
  count: number;
  last: number;
}

/** Items, or visits of them to one stage, in the order of the ages at which the items ended. */
export interface Followed {
  ends: Float64Array;
  finished: Uint8Array;
  /** The ages at which they came into view. */
  entries: Float64Array;
}

/** Room for the curves of so many items. */
export function stepsFor(count: number): Steps {
  const times = new Float64Array(count);
  return { times, survival: new Float64Array(count), from: 0, to: 0, scale: 1, count: 0, last: 0 };
}

/**
 * The product-limit estimate among some of the items.
 *
 * @param members which of them, ascending, so many of this list
 */
export function fillSteps(steps: Steps, items: Followed, members: Int32Array, count: number): void {
  let share = 1;
  let step = 0;
  for (let at = 0; at < count; ) {
    const time = items.ends[members[at] as number] as number;
    const atRisk = count - at;
    let events = 0;
    for (; at < count && items.ends[members[at] as number] === time; at++) {
      events += items.finished[members[at] as number] as number;
    }
    if (events === 0) continue;
    share = events === atRisk ? 0 : share * (1 - events / atRisk);
    steps.times[step] = time;
    steps.survival[step++] = share;
  }
  steps.from = 0;
  steps.to = step;
  steps.scale = 1;
  steps.count = count;
  steps.last = count === 0 ? 0 : (items.ends[members[count - 1] as number] as number);
}

/** The first place of ascending ages with one beyond an age; the end if there is none. */
export function firstAfter(ages: Float64Array, age: number, from = 0, to = ages.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ages[middle] as number) <= age) low = middle + 1;
    else high = middle;
  }
  return low;
}
