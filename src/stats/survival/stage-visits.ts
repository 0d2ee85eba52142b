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
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  readonly #startsStill: Uint8Array;
  readonly #endsStill: Uint8Array;

  constructor(followed: Followed, places: Int32Array, visits: Visits, order: readonly number[]) {
    const placeOf = (visit: number) => places[visits.items[visit] as number] as number;
    this.items = {
      ends: Float64Array.from(order, (visit) => followed.ends[placeOf(visit)] as number),
      finished: Uint8Array.from(order, (visit) => followed.finished[placeOf(visit)] as number),
      entries: Float64Array.from(order, (visit) => followed.entries[placeOf(visit)] as number),
    };
    this.#from = Float64Array.from(order, (visit) => visits.from[visit] as number);
    this.#to = Float64Array.from(order, (visit) => visits.to[visit] as number);
    this.#startsStill = Uint8Array.from(order, (visit) => (visits.startsStill?.[visit] ? 1 : 0));
    this.#endsStill = Uint8Array.from(order, (visit) => (visits.endsStill?.[visit] ? 1 : 0));
  }

  /**
   * The visits of items in view at an age that hold it.
   * @returns how many; which ones is written to `members`
   */
  holding(age: number, members: Int32Array): number {
    const { ends, entries } = this.items;
    let count = 0;
    for (let at = firstAfter(ends, age); at < ends.length; at++) {
      const from = this.#from[at] as number;
      const to = this.#to[at] as number;
      if (from > age || to < age || (entries[at] as number) > age) continue;
      if (from === age && this.#startsStill[at] === 1) continue;
      if (to === age && this.#endsStill[at] === 0) continue;
      members[count++] = at;
    }
    return count;
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
