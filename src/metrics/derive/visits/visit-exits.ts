import { growArray } from '../../../model/log/grow-array.ts';
import type { Timelines } from '../../../model/timelines.ts';
import { ACTIVE, DROPPED_STAGE, TODO, WAITING } from '../../../model/workflow/stage-columns.ts';

/** Where a visit led: to a later stage of direction, to an earlier one, to a dropped one, or nowhere yet. */
export const NO_EXIT = 0;
export const FORWARD = 1;
export const BACKWARD = 2;
export const GIVEN_UP = 3;

/**
 * The visits of one item at a time to `todo` and `active` stages, in order: one that resumes after mere waiting counts
 * as the same visit. Those of an item are there until the next one is read.
 */
export class VisitExitReader {
  length = 0;
  stage: Int32Array = new Int32Array(64);
  /** When the last of its visits ended; Infinity while it has not. */
  end: Float64Array = new Float64Array(64);
  exit: Int32Array = new Int32Array(64);
  readonly #timelines: Timelines;
  readonly #kinds: Uint8Array;

  /** @param kinds kind code of each stage */
  constructor(timelines: Timelines, kinds: Uint8Array) {
    this.#timelines = timelines;
    this.#kinds = kinds;
  }

  read(item: number): void {
    const { offsets, stage, start } = this.#timelines;
    const kinds = this.#kinds;
    const end = offsets[item + 1] as number;
    this.length = 0;
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
        this.#push(open, start[last + 1] as number, exit);
        open = -1;
      }
      if (kind === TODO || kind === ACTIVE) {
        open = at;
        last = visit;
      }
    }
    if (open !== -1) {
      this.#push(open, last + 1 < end ? (start[last + 1] as number) : Number.POSITIVE_INFINITY, NO_EXIT);
    }
  }

  #push(stage: number, end: number, exit: number): void {
    const index = this.length++;
    if (index === this.stage.length) {
      this.stage = growArray(this.stage);
      this.end = growArray(this.end);
      this.exit = growArray(this.exit);
    }
    this.stage[index] = stage;
    this.end[index] = end;
    this.exit[index] = exit;
  }
}
