import type { Timelines } from '../../../model/timelines.ts';
import { ACTIVE, DONE, TODO, WAITING } from '../../../model/workflow/stage-columns.ts';

/**
 * Calls `found` for each return of an item, in order: it left a `todo`, `active` or `done` stage, and the next stage of
 * direction is a `todo` or `active` one that stands before it. What was dropped in between and revived did not return.
 *
 * Those of `todo` and `active` stages are the backward exits of `stages`.
 *
 * @param found gets the stage that was left and the one returned to, the visit after the one that left, and the visit
 * that arrived: the same but for waiting in between
 */
export function eachReturn(
  timelines: Timelines,
  kinds: Uint8Array,
  item: number,
  found: (from: number, to: number, left: number, arrived: number) => void,
): void {
  const { offsets, stage } = timelines;
  const end = offsets[item + 1] as number;
  let from = -1;
  let left = 0;
  for (let visit = offsets[item] as number; visit < end; visit++) {
    const at = stage[visit] as number;
    const kind = kinds[at];
    if (kind === WAITING) continue;
    if (kind === TODO || kind === ACTIVE || kind === DONE) {
      if (at < from && kind !== DONE) found(from, at, left, visit);
      from = at;
      left = visit + 1;
    } else from = -1;
  }
}

/** How often work went back from one stage to each other one, the most frequent first, then in the order of the work. */
export function returnsTo(
  counts: ReadonlyMap<number, number>,
  stages: readonly { name: string }[],
): { to: string; count: number }[] {
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || a - b)
    .map(([stage, count]) => ({ to: stages[stage]?.name as string, count }));
}
