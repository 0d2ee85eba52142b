import { roomFor } from '../../../model/log/grow-array.ts';
import type { Timelines } from '../../../model/timelines.ts';
import { ACTIVE, DONE, TODO } from '../../../model/workflow/stage-columns.ts';

/**
 * From which stage each visit of an item last came back: the stage before the latest backward move, the move into this
 * very visit included. Of one item at a time, there until the next one is read.
 */
export class ReturnOriginReader {
  /** By the visit's place among the item's: the stage; −1: the item never came back so far. */
  stage: Int32Array = new Int32Array(64);
  /** 1 where the item came back with this very visit. */
  isReturn: Uint8Array = new Uint8Array(64);
  readonly #timelines: Timelines;
  readonly #kinds: Uint8Array;

  /** @param kinds kind code of each stage */
  constructor(timelines: Timelines, kinds: Uint8Array) {
    this.#timelines = timelines;
    this.#kinds = kinds;
  }

  /** Reads the visits of an item before the visit `end`; returns whether it ever came back. */
  read(item: number, end: number): boolean {
    const { offsets, stage } = this.#timelines;
    const kinds = this.#kinds;
    const first = offsets[item] as number;
    this.stage = roomFor(this.stage, end - first);
    this.isReturn = roomFor(this.isReturn, end - first);
    let directed = -1;
    let from = -1;
    let any = false;
    for (let visit = first; visit < end; visit++) {
      const at = stage[visit] as number;
      const kind = kinds[at];
      const isReturn = (kind === TODO || kind === ACTIVE) && at < directed;
      if (isReturn) {
        from = directed;
        any = true;
      }
      if (kind === TODO || kind === ACTIVE || kind === DONE) directed = at;
      this.stage[visit - first] = from;
      this.isReturn[visit - first] = isReturn ? 1 : 0;
    }
    return any;
  }
}
