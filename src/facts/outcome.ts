import { DROPPED, FINISHED, IN_PROGRESS } from '../model/item-facts.ts';
import { DONE, DROPPED_STAGE } from '../model/workflow/stage-columns.ts';

/** When an item's clock stops. */
export interface EndRule {
  finishPolicy: 'first' | 'last';
  /** Index of the stage that stops the clock; −1: any `done` stage. */
  finishAt: number;
}

/** How an item ended, and with which visit. */
export interface End {
  /** FINISHED, DROPPED, or IN_PROGRESS for open. */
  outcome: number;
  /** The visit that ended it; for an open item the one after its last. */
  visit: number;
}

/**
 * The outcome of an item, from its visits [first, end).
 *
 * @param stage stage of each visit
 * @param kinds kind code of each stage
 */
export function endOf(stage: Int32Array, first: number, end: number, kinds: Uint8Array, rule: EndRule): End {
  const kind = (visit: number) => kinds[stage[visit] as number] as number;
  const finishes = (visit: number) => {
    const at = stage[visit] as number;
    if (rule.finishAt === -1) return kinds[at] === DONE;
    return at === rule.finishAt || (at > rule.finishAt && kinds[at] === DONE);
  };
  if (rule.finishPolicy === 'first') {
    for (let visit = first; visit < end; visit++) if (finishes(visit)) return { outcome: FINISHED, visit };
  }
  let run = end;
  while (run > first && kind(run - 1) >= DONE) run--;
  if (run === end) return { outcome: IN_PROGRESS, visit: end };
  let lastDone = -1;
  for (let visit = run; visit < end; visit++) {
    if (finishes(visit)) return { outcome: FINISHED, visit };
    if (kind(visit) === DONE) lastDone = visit;
  }
  if (lastDone === -1) return { outcome: DROPPED, visit: run };
  // Delivered, but not as far as finishAt: given up afterwards, or still on the way.
  for (let visit = lastDone + 1; visit < end; visit++) {
    if (kind(visit) === DROPPED_STAGE) return { outcome: DROPPED, visit };
  }
  return { outcome: IN_PROGRESS, visit: end };
}
