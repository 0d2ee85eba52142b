import type { Timelines } from '../model/timelines.ts';
import { ACTIVE, DONE, TODO, WAITING } from '../model/workflow/stage-columns.ts';

/**
 * Marks what each visit of an item is by the direction of the work. Reused from item to item: it remembers, per stage,
 * in which item it was last visited.
 */
export class MoveReader {
  readonly #timelines: Timelines;
  readonly #kinds: Uint8Array;
  readonly #lastItem: Int32Array;
  readonly #firstVisit: Int32Array;
  /** 1 where the visit entered a `todo` or `active` stage before the previous stage that has a direction. */
  readonly backward: Uint8Array;
  /** 1 where the visit is rework. */
  readonly rework: Uint8Array;

  constructor(timelines: Timelines, kinds: Uint8Array) {
    this.#timelines = timelines;
    this.#kinds = kinds;
    this.#lastItem = new Int32Array(kinds.length).fill(-1);
    this.#firstVisit = new Int32Array(kinds.length);
    this.backward = new Uint8Array(timelines.start.length);
    this.rework = new Uint8Array(timelines.start.length);
  }

  /** Fills `backward` and `rework` for the item's visits; true if it was done and picked up again before it finished. */
  read(item: number, finishVisit: number): boolean {
    const { stage, offsets } = this.#timelines;
    const end = offsets[item + 1] as number;
    let directed = -1;
    let done = false;
    let doneBeforeFinish = false;
    let reopened = false;
    /** The last `active` visit, and the last one to another `active` stage than that. */
    let active = -1;
    let otherActive = -1;
    for (let visit = offsets[item] as number; visit < end; visit++) {
      const at = stage[visit] as number;
      const kind = this.#kinds[at];
      if (doneBeforeFinish && visit < finishVisit && (kind === TODO || kind === ACTIVE || kind === WAITING))
        reopened = true;
      if ((kind === TODO || kind === ACTIVE) && at < directed) this.backward[visit] = 1;
      if (kind === ACTIVE) {
        if (this.#lastItem[at] !== item) {
          this.#lastItem[at] = item;
          this.#firstVisit[at] = visit;
        }
        if (active !== -1 && stage[active] !== at) otherActive = active;
        if (done || otherActive > (this.#firstVisit[at] as number)) this.rework[visit] = 1;
        active = visit;
      } else if (kind === DONE) {
        done = true;
        if (visit < finishVisit) doneBeforeFinish = true;
      }
      if (kind === TODO || kind === ACTIVE || kind === DONE) directed = at;
    }
    return reopened;
  }
}
