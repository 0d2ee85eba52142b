import { type Followed, firstAfter } from './landmark-steps.ts';

/** Visits of items to stages, in any order. */
export interface Visits {
  /** Index of the item, and a number for the stage. */
  items: ArrayLike<number>;
  stages: ArrayLike<number>;
  /** The item's age when the visit starts and when it ends. */
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  /**
   * 1 where the item had the age `from` already before the visit started, since the clock stood still (at night, in
   * working days): another visit then holds that age. Without it, none.
   */
  startsStill?: ArrayLike<number>;
  /** 1 where the item reached the age `to` before the visit ended: this visit then holds it. Without it, none. */
  endsStill?: ArrayLike<number>;
}

/** The visits to one stage, in the order of the ages at which their items ended. */
export class VisitsOfStage {
  readonly items: Followed;
  readonly #to: Float64Array;
  readonly #endsStill: Uint8Array;
  /** The age from which each holds an age and its item is in view, and 1 where it holds only what is beyond that. */
  readonly #enter: Float64Array;
  readonly #strict: Uint8Array;
  /** The visits in the order in which ages enter them. */
  readonly #order: Uint32Array;
  /** A bit for each visit that the age asked about has entered and not left. */
  readonly #held: Uint32Array;
  #entered = 0;
  #age = Number.NEGATIVE_INFINITY;

  constructor(followed: Followed, places: Int32Array, visits: Visits, order: readonly number[]) {
    const placeOf = (visit: number) => places[visits.items[visit] as number] as number;
    this.items = {
      ends: Float64Array.from(order, (visit) => followed.ends[placeOf(visit)] as number),
      finished: Uint8Array.from(order, (visit) => followed.finished[placeOf(visit)] as number),
      entries: Float64Array.from(order, (visit) => followed.entries[placeOf(visit)] as number),
    };
    const { entries } = this.items;
    const from = Float64Array.from(order, (visit) => visits.from[visit] as number);
    this.#to = Float64Array.from(order, (visit) => visits.to[visit] as number);
    this.#endsStill = Uint8Array.from(order, (visit) => (visits.endsStill?.[visit] ? 1 : 0));
    this.#enter = from.map((age, at) => Math.max(age, entries[at] as number));
    this.#strict = Uint8Array.from(order, (visit, at) =>
      visits.startsStill?.[visit] && (from[at] as number) >= (entries[at] as number) ? 1 : 0,
    );
    const [enter, strict] = [this.#enter, this.#strict];
    this.#order = Uint32Array.from(order, (_, at) => at).sort(
      (a, b) => (enter[a] as number) - (enter[b] as number) || (strict[a] as number) - (strict[b] as number) || a - b,
    );
    this.#held = new Uint32Array((order.length + 31) >>> 5);
  }

  /**
   * The visits of items in view at an age that hold it. Ages that ascend from call to call take the least time: what one
   * has entered or left stays so for the next.
   * @returns how many; which ones is written to `members`
   */
  holding(age: number, members: Int32Array): number {
    const { ends } = this.items;
    this.#advance(age);
    const held = this.#held;
    const first = firstAfter(ends, age);
    let count = 0;
    for (let word = first >>> 5; word < held.length; word++) {
      let bits = held[word] as number;
      if (word === first >>> 5) bits = (bits >>> (first & 31)) << (first & 31);
      while (bits !== 0) {
        const lowest = bits & -bits;
        bits ^= lowest;
        const at = (word << 5) + 31 - Math.clz32(lowest);
        const to = this.#to[at] as number;
        if (to < age || (to === age && this.#endsStill[at] === 0)) held[word] = (held[word] as number) & ~lowest;
        else members[count++] = at;
      }
    }
    return count;
  }

  #advance(age: number): void {
    if (age < this.#age) {
      this.#held.fill(0);
      this.#entered = 0;
    }
    this.#age = age;
    for (; this.#entered < this.#order.length; this.#entered++) {
      const at = this.#order[this.#entered] as number;
      const enter = this.#enter[at] as number;
      if (enter > age || (enter === age && this.#strict[at] === 1)) break;
      this.#held[at >>> 5] = (this.#held[at >>> 5] as number) | (1 << (at & 31));
    }
  }
}

/** The visits of all stages. */
export class StageVisits {
  /** As many as the stage with the most has. */
  readonly most: number;
  readonly #stages = new Map<number, VisitsOfStage>();

  constructor(followed: Followed, places: Int32Array, visits: Visits | null) {
    const byStage = new Map<number, number[]>();
    const count = visits?.items.length ?? 0;
    for (let visit = 0; visit < count; visit++) {
      // Those of items that are not followed tell of nothing.
      if ((places[visits?.items[visit] as number] ?? -1) < 0) continue;
      const stage = visits?.stages[visit] as number;
      const list = byStage.get(stage);
      if (list === undefined) byStage.set(stage, [visit]);
      else list.push(visit);
    }
    let most = 0;
    for (const [stage, list] of byStage) {
      const { items } = visits as Visits;
      list.sort((a, b) => (places[items[a] as number] as number) - (places[items[b] as number] as number) || a - b);
      this.#stages.set(stage, new VisitsOfStage(followed, places, visits as Visits, list));
      most = Math.max(most, list.length);
    }
    this.most = most;
  }

  of(stage: number): VisitsOfStage | null {
    return this.#stages.get(stage) ?? null;
  }
}
