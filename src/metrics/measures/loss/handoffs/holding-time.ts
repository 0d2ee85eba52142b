import type { TeamHandoffs } from '../../../../contract/handoffs-schema.ts';
import type { PeopleSets } from '../../../../model/people/people-sets.ts';
import type { Settings } from '../../../../model/settings.ts';
import type { Duration } from '../../../../model/time/duration.ts';
import { ratio } from '../../../../model/time/instants.ts';
import type { HolderHistory } from '../../../../model/timelines.ts';
import { compareNames } from '../../../derive/compare-names.ts';
import { Staff } from '../../../derive/cost/staff.ts';
import { medianOf } from '../../../derive/distribution-of.ts';
import { GroupedDays } from '../../../derive/grouped-days.ts';

/**
 * How long each person (or team) had items between start and end. Of several who have an item at once, each has it for
 * all of that time; a stay lasts as long as the person is among them.
 */
export class HoldingTime {
  readonly #history: HolderHistory;
  readonly #duration: Duration;
  readonly #staff: Staff;
  /** Who holds an item that nobody has. */
  readonly #nobody: Int32Array;
  /** Since when each holds the current item; NaN: does not. */
  readonly #since: Float64Array;
  readonly #lastItem: Int32Array;
  readonly #items: Int32Array;
  readonly #held: Float64Array;
  readonly #stays = new GroupedDays();
  #item = -1;
  #all = 0;

  constructor(sets: PeopleSets, history: HolderHistory, duration: Duration) {
    this.#history = history;
    this.#duration = duration;
    this.#staff = new Staff(sets);
    const holders = this.#staff.names.length + 1;
    this.#nobody = Int32Array.of(holders - 1);
    this.#since = new Float64Array(holders).fill(Number.NaN);
    this.#lastItem = new Int32Array(holders).fill(-1);
    this.#items = new Int32Array(holders);
    this.#held = new Float64Array(holders);
  }

  add(item: number, started: number, ended: number): void {
    const { peopleAt, peopleOffsets, peopleSet } = this.#history;
    this.#item = item;
    this.#all += this.#duration.between(started, ended) / this.#duration.dayMs;
    let holders = this.#nobody;
    this.#open(holders, started);
    for (let entry = peopleOffsets[item] as number; entry < (peopleOffsets[item + 1] as number); entry++) {
      const at = Math.max(started, peopleAt[entry] as number);
      if (at >= ended) break;
      const next = this.#holdersOf(peopleSet[entry] as number);
      for (const holder of holders) if (!next.includes(holder)) this.#close(holder, at);
      this.#open(next, at);
      holders = next;
    }
    for (const holder of holders) this.#close(holder, ended);
  }

  #holdersOf(set: number): Int32Array {
    const members = this.#staff.of(set);
    return members.length === 0 ? this.#nobody : members;
  }

  #open(holders: Int32Array, at: number): void {
    for (const holder of holders) if (Number.isNaN(this.#since[holder] as number)) this.#since[holder] = at;
  }

  #close(holder: number, at: number): void {
    const since = this.#since[holder] as number;
    this.#since[holder] = Number.NaN;
    if (!(since < at)) return;
    const days = this.#duration.between(since, at) / this.#duration.dayMs;
    this.#held[holder]! += days;
    this.#stays.add(holder, days);
    if (this.#lastItem[holder] === this.#item) return;
    this.#lastItem[holder] = this.#item;
    this.#items[holder]! += 1;
  }

  figures(percentiles: Settings['percentiles']): NonNullable<TeamHandoffs['holding']> {
    const figures = [...this.#stays.byKey()].map(([holder, days]) => ({
      holder: this.#staff.names[holder] ?? null,
      items: this.#items[holder] as number,
      stays: days.length,
      heldDays: this.#held[holder] as number,
      share: ratio(this.#held[holder] as number, this.#all),
      medianStayDays: medianOf(days, percentiles),
    }));
    return figures.sort((a, b) => b.heldDays - a.heldDays || compareNames(a.holder, b.holder));
  }
}
