import { ACTIVE, DONE, DROPPED_STAGE, TODO, WAITING } from '../../model/stage-columns.ts';
import type { Timelines } from '../../model/timelines.ts';

/** Where a stay in a stage went: to a later stage of direction, an earlier one, a dropped one, or nowhere yet. */
export type StayExit = 'forward' | 'backward' | 'dropped' | 'none';

/** A stay in a `todo` or `active` stage: visits resumed after mere waiting taken as one. */
export interface Stay {
  stage: number;
  /** The first and the last of its visits. */
  first: number;
  last: number;
  exit: StayExit;
}

/**
 * The stays of an item, in order.
 *
 * @param kinds kind code of each stage
 */
export function staysOf(timelines: Timelines, kinds: Uint8Array, item: number): Stay[] {
  const { offsets, stage } = timelines;
  const end = offsets[item + 1] as number;
  const stays: Stay[] = [];
  let open: Stay | null = null;
  for (let visit = offsets[item] as number; visit < end; visit++) {
    const at = stage[visit] as number;
    const kind = kinds[at];
    if (kind === WAITING) continue;
    if (open !== null) {
      if (kind !== DROPPED_STAGE && at === open.stage) {
        open.last = visit;
        continue;
      }
      open.exit = kind === DROPPED_STAGE ? 'dropped' : at > open.stage ? 'forward' : 'backward';
      open = null;
    }
    if (kind === TODO || kind === ACTIVE) {
      open = { stage: at, first: visit, last: visit, exit: 'none' };
      stays.push(open);
    } else if (kind === DONE || kind === DROPPED_STAGE) open = null;
  }
  return stays;
}
