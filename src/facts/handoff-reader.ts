import { growArray } from '../model/log/grow-array.ts';
import { NOBODY, type PeopleSets } from '../model/people/people-sets.ts';
import type { HolderHistory } from '../model/timelines.ts';

/**
 * The hand-offs of one item at a time: a change to people who share nobody with the last that had it, strictly between
 * two instants. A gap with nobody between is part of the hand-off; the same people again are none.
 */
export class HandoffReader {
  length = 0;
  /** The entry of the history that each hand-off of the item is: it has its instant and who received it. */
  entry: Int32Array = new Int32Array(64);
  /** Who had the item before each. */
  from: Int32Array = new Int32Array(64);
  readonly #history: Omit<HolderHistory, 'peopleKnown'>;
  readonly #people: PeopleSets;

  constructor(history: Omit<HolderHistory, 'peopleKnown'>, people: PeopleSets) {
    this.#history = history;
    this.#people = people;
  }

  /** Reads an item's hand-offs, there until the next item is read; returns how many there are. */
  read(item: number, after: number, before: number): number {
    const { peopleAt, peopleOffsets, peopleSet } = this.#history;
    this.length = 0;
    let last = NOBODY;
    const end = peopleOffsets[item + 1] as number;
    for (let entry = peopleOffsets[item] as number; entry < end; entry++) {
      const at = peopleAt[entry] as number;
      if (at >= before) break;
      const set = peopleSet[entry] as number;
      if (set === NOBODY) continue;
      if (last !== NOBODY && at > after && set !== last && !this.#people.share(last, set)) this.#push(entry, last);
      last = set;
    }
    return this.length;
  }

  #push(entry: number, from: number): void {
    const index = this.length++;
    if (index === this.entry.length) {
      this.entry = growArray(this.entry);
      this.from = growArray(this.from);
    }
    this.entry[index] = entry;
    this.from[index] = from;
  }
}
