import { ACTIVE, DONE, TODO } from '../../model/stage-columns.ts';
import type { Timelines } from '../../model/timelines.ts';

/**
 * Walks the visits of an item and tells for each from which stage the item last came back: the stage before the latest
 * backward move, the move into this very visit included.
 *
 * @param kinds kind code of each stage
 * @param found gets the visit, the stage (−1: the item never came back so far), and whether this visit is where it did
 */
export function eachCameFrom(
  { offsets, stage }: Timelines,
  kinds: Uint8Array,
  item: number,
  end: number,
  found: (visit: number, from: number, isReturn: boolean) => void,
): void {
  let directed = -1;
  let from = -1;
  for (let visit = offsets[item] as number; visit < end; visit++) {
    const at = stage[visit] as number;
    const kind = kinds[at];
    const isReturn = (kind === TODO || kind === ACTIVE) && at < directed;
    if (isReturn) from = directed;
    if (kind === TODO || kind === ACTIVE || kind === DONE) directed = at;
    found(visit, from, isReturn);
  }
}
