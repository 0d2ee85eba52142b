import type { Timelines } from '../model/timelines.ts';

/** The stages that an item went through: stage[first] to stage[last − 1]. */
export interface Path {
  stage: Int32Array;
  first: number;
  last: number;
}

/** Reads the stages of one item at a time: those of its visits, then the one that today's status puts it in. */
export class PathReader {
  readonly #timelines: Timelines;
  #stages: Int32Array = new Int32Array(16);

  constructor(timelines: Timelines) {
    this.#timelines = timelines;
  }

  /** There until the next item is read. */
  of(item: number): Path {
    const { offsets, stage, stageToday } = this.#timelines;
    const first = offsets[item] as number;
    const last = offsets[item + 1] as number;
    const today = stageToday[item] as number;
    if (today === -1) return { stage, first, last };
    const count = last - first;
    if (count >= this.#stages.length) this.#stages = new Int32Array(2 * count + 16);
    this.#stages.set(stage.subarray(first, last));
    this.#stages[count] = today;
    return { stage: this.#stages, first: 0, last: count + 1 };
  }
}
