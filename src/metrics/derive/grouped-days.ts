import { Float64Column, Int32Column } from '../../model/log/columns.ts';

/** Durations in days, collected in one column, with the number of their group. */
export class GroupedDays {
  readonly #groups = new Map<number, number>();
  readonly #group = new Int32Column(16);
  readonly #days = new Float64Column(16);

  add(key: number, days: number): void {
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = this.#groups.size;
      this.#groups.set(key, group);
    }
    this.#group.push(group);
    this.#days.push(days);
  }

  /** All of them, as a column of its own. */
  all(): Float64Array {
    return this.#days.values().slice();
  }

  /** Those of each key: parts of one column that is there for them alone. */
  byKey(): Map<number, Float64Array> {
    const groups = this.#group.values();
    const days = this.#days.values();
    const offsets = new Int32Array(this.#groups.size + 1);
    for (let index = 0; index < groups.length; index++) offsets[(groups[index] as number) + 1]! += 1;
    for (let group = 0; group < this.#groups.size; group++) offsets[group + 1]! += offsets[group] as number;
    const sorted = new Float64Array(days.length);
    const next = offsets.slice();
    for (let index = 0; index < days.length; index++) {
      const group = groups[index] as number;
      sorted[next[group] as number] = days[index] as number;
      next[group]! += 1;
    }
    return new Map(
      [...this.#groups].map(([key, group]) => [key, sorted.subarray(offsets[group] as number, offsets[group + 1])]),
    );
  }
}
