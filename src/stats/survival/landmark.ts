import { Blend } from './blend.ts';
import { kaplanMeier, type Lifetimes, stepAt } from './kaplan-meier.ts';
import { type Followed, fillSteps, firstAfter, type Steps, stepsFor } from './landmark-steps.ts';
import { StageVisits, type Visits } from './stage-visits.ts';

/** An item in progress. */
export interface OpenItem {
  age: number;
  /** A number for its stage, as in the visits; null if it is not known. */
  stage: number | null;
}

export interface Outlook {
  /** The chance to finish by the limit, if it is not dropped; null if no item tells, or without a limit. */
  chance: number | null;
  /** The items known do not reach the limit: the chance is this or more. */
  atLeast: boolean;
  /** Its age has reached the limit. */
  late: boolean;
  /** For each percent the time it still takes; null where too few of its age have finished. */
  remaining: (number | null)[];
  /** Items that were unfinished at its age, and those of them that were in its stage then. */
  items: number;
  stageItems: number;
  reason: 'noAge' | 'olderThanAny' | 'noLimit' | null;
}

/**
 * How items of an age went on, those in the same stage first: landmark analysis (J. R. Anderson, K. C. Cain and R. D.
 * Gelber, "Analysis of survival by tumor response", Journal of Clinical Oncology 1, 1983; H. C. van Houwelingen, "Dynamic
 * prediction by landmarking", Scandinavian Journal of Statistics 34, 2007). An item tells of age a if it was in view then:
 * entry ≤ a < end; so no open item tells of itself. It tells of the stage if its visit there holds the first instant at
 * which its age reached a.
 */
export class Landmarks {
  readonly #items: Followed;
  readonly #stages: StageVisits;
  /** With all items in view from their start, the curve from any age on is a part of one curve. */
  readonly #whole: Steps | null;
  readonly #all: Steps;
  readonly #own: Steps;
  readonly #members: Int32Array;

  /** @param visits stages of the items; null where they are not known */
  constructor(lifetimes: Lifetimes, visits: Visits | null) {
    const { followed, places } = inOrder(lifetimes);
    this.#items = followed;
    this.#stages = new StageVisits(followed, places, visits);
    const count = followed.ends.length;
    this.#whole = followed.entries.every((entry) => entry <= 0) ? wholeCurve(followed) : null;
    this.#all = stepsFor(this.#whole === null ? count : 0);
    this.#own = stepsFor(this.#stages.most);
    this.#members = new Int32Array(Math.max(count, this.#stages.most));
  }

  /**
   * @param limit the age that it should not exceed; null for none
   * @param percents of the remaining time
   */
  outlook({ age, stage }: OpenItem, limit: number | null, percents: readonly number[]): Outlook {
    const none = percents.map(() => null);
    if (Number.isNaN(age)) {
      return { chance: null, atLeast: false, late: false, remaining: none, items: 0, stageItems: 0, reason: 'noAge' };
    }
    const all = this.#fromAge(age);
    const own = this.#fromStage(age, stage);
    const late = limit !== null && age >= limit;
    const known = { late, items: all.count, stageItems: own.count };
    if (all.count === 0) {
      return { ...known, chance: late ? 0 : null, atLeast: false, remaining: none, reason: 'olderThanAny' };
    }
    const blend = new Blend(own, all);
    const remaining = percents.map((percent) => {
      const at = blend.percentile(percent);
      return at === null ? null : at - age;
    });
    if (limit === null) return { ...known, chance: null, atLeast: false, remaining, reason: 'noLimit' };
    if (late) return { ...known, chance: 0, atLeast: false, remaining, reason: null };
    const atLeast = endsBefore(all, limit) || endsBefore(own, limit);
    return { ...known, chance: 1 - blend.beyond(limit), atLeast, remaining, reason: null };
  }

  #fromAge(age: number): Steps {
    const first = firstAfter(this.#items.ends, age);
    const count = this.#items.ends.length - first;
    const whole = this.#whole;
    if (whole !== null) {
      const step = stepAt(whole, age);
      const scale = step < 0 ? 1 : (whole.survival[step] as number);
      return { ...whole, from: step + 1, scale, count };
    }
    let members = 0;
    for (let at = first; at < this.#items.ends.length; at++) {
      if ((this.#items.entries[at] as number) <= age) this.#members[members++] = at;
    }
    fillSteps(this.#all, this.#items, this.#members, members);
    return this.#all;
  }

  #fromStage(age: number, stage: number | null): Steps {
    const visits = stage === null ? null : this.#stages.of(stage);
    const members = visits === null ? 0 : visits.holding(age, this.#members);
    fillSteps(this.#own, visits?.items ?? this.#items, this.#members, members);
    return this.#own;
  }
}

/** Whether those that tell were followed to less than the limit, and some had not finished by then. */
function endsBefore(steps: Steps, limit: number): boolean {
  if (steps.count === 0 || steps.last >= limit) return false;
  return steps.to === steps.from || (steps.survival[steps.to - 1] as number) > 0;
}

function wholeCurve(items: Followed): Steps {
  const { times, survival, last } = kaplanMeier(items);
  return { times, survival, from: 0, to: times.length, scale: 1, count: 0, last: last ?? 0 };
}

/** The items with a known end, by it, and the place of each item in that order (−1 for the others). */
function inOrder({ ends, finished, entries }: Lifetimes): { followed: Followed; places: Int32Array } {
  const order: number[] = [];
  const entryOf = (item: number) => (entries === undefined ? 0 : (entries[item] as number));
  for (let item = 0; item < ends.length; item++) {
    const end = ends[item] as number;
    if (Number.isFinite(end) && end >= 0 && !Number.isNaN(entryOf(item))) order.push(item);
  }
  order.sort((a, b) => (ends[a] as number) - (ends[b] as number) || a - b);
  const places = new Int32Array(ends.length).fill(-1);
  order.forEach((item, place) => {
    places[item] = place;
  });
  const followed = {
    ends: Float64Array.from(order, (item) => ends[item] as number),
    finished: Uint8Array.from(order, (item) => (finished[item] ? 1 : 0)),
    entries: Float64Array.from(order, (item) => Math.max(0, entryOf(item))),
  };
  return { followed, places };
}
