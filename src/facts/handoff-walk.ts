import { NOBODY, type PeopleSets } from '../model/people.ts';
import type { HolderHistory } from '../model/timelines.ts';

/**
 * Calls `found` for each hand-off of an item: a change to people who share nobody with the last that had it, strictly
 * between two instants. A gap with nobody between is part of the hand-off; the same people again are none.
 */
export function eachHandoff(
  { peopleAt, peopleOffsets, peopleSet }: Omit<HolderHistory, 'peopleKnown'>,
  people: PeopleSets,
  item: number,
  after: number,
  before: number,
  found: (at: number, from: number, to: number) => void,
): void {
  let last = NOBODY;
  for (let entry = peopleOffsets[item] as number; entry < (peopleOffsets[item + 1] as number); entry++) {
    const at = peopleAt[entry] as number;
    if (at >= before) return;
    const set = peopleSet[entry] as number;
    if (set === NOBODY) continue;
    if (last !== NOBODY && at > after && !people.share(last, set)) found(at, last, set);
    last = set;
  }
}
