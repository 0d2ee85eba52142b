import { ACTIVE, DROPPED_STAGE, TODO, WAITING } from '../../model/stage-columns.ts';
import type { Timelines } from '../../model/timelines.ts';

/** Where a stay went: to a later stage of direction, to an earlier one, to a dropped one, or nowhere yet. */
export const NO_EXIT = 0;
export const FORWARD = 1;
export const BACKWARD = 2;
export const GIVEN_UP = 3;

/**
 * Calls `found` for each stay of an item in a `todo` or `active` stage, in order: visits resumed after mere waiting are
 * one stay.
 *
 * @param kinds kind code of each stage
 * @param found gets the stage, the instant at which the last of its visits ended (Infinity while it has not), and the
 * exit
 */
export function eachStay(
  timelines: Timelines,
  kinds: Uint8Array,
  item: number,
  found: (stage: number, end: number, exit: number) => void,
): void {
  const { offsets, stage, start } = timelines;
  const end = offsets[item + 1] as number;
  let open = -1;
  let last = 0;
  for (let visit = offsets[item] as number; visit < end; visit++) {
    const at = stage[visit] as number;
    const kind = kinds[at];
    if (kind === WAITING) continue;
    if (open !== -1) {
      if (at === open) {
        last = visit;
        continue;
      }
      const exit = kind === DROPPED_STAGE ? GIVEN_UP : at > open ? FORWARD : BACKWARD;
      found(open, start[last + 1] as number, exit);
      open = -1;
    }
    if (kind === TODO || kind === ACTIVE) {
      open = at;
      last = visit;
    }
  }
  if (open !== -1) found(open, last + 1 < end ? (start[last + 1] as number) : Number.POSITIVE_INFINITY, NO_EXIT);
}
