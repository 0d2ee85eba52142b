import { within } from '../../../../model/time/window.ts';
import { visitsByStage } from '../../../derive/visits/visits-by-stage.ts';
import type { MetricInput } from '../../../metric-input.ts';

/** Counts what comes into each stage and leaves it, part by part of the window, item by item. */
export class FlowTally {
  /** By stage. */
  readonly entries: Int32Array;
  readonly exits: Int32Array;
  readonly wipAtStart: Int32Array;
  readonly parts: number;
  readonly #input: MetricInput;
  /** 1 for each stage that is judged. */
  readonly #judged: Uint8Array;
  /** Entries − exits of each part of the window, stage by stage. */
  readonly #differences: Int32Array;
  /**
   * Days of the visits, stage by stage: those that ended in the first half of the window from the beginning of the
   * stage's room on, those of the second half from its end back.
   */
  readonly #days: Float64Array;
  readonly #room: Int32Array;
  readonly #firstEnd: Int32Array;
  readonly #secondBegin: Int32Array;

  constructor(input: MetricInput, judged: Uint8Array, parts: number) {
    const stages = judged.length;
    this.#input = input;
    this.#judged = judged;
    this.parts = parts;
    this.entries = new Int32Array(stages);
    this.exits = new Int32Array(stages);
    this.wipAtStart = new Int32Array(stages);
    this.#differences = new Int32Array(stages * parts);
    this.#room = visitsByStage(input);
    this.#firstEnd = this.#room.slice(0, stages);
    this.#secondBegin = this.#room.slice(1);
    this.#days = new Float64Array(this.#room[stages] as number);
  }

  differencesOf(stage: number): number[] {
    return Array.from(this.#differences.subarray(stage * this.parts, (stage + 1) * this.parts));
  }

  /** Days of the visits to a stage that ended in the first half of the window. */
  firstHalfOf(stage: number): Float64Array {
    return this.#days.subarray(this.#room[stage], this.#firstEnd[stage]);
  }

  secondHalfOf(stage: number): Float64Array {
    return this.#days.subarray(this.#secondBegin[stage], this.#room[stage + 1]);
  }

  /** Adds an item. Returns true if a visit was left out because nobody knows when it began. */
  add(item: number): boolean {
    const { duration, timelines, window } = this.#input;
    const { offsets, stage, start } = timelines;
    const { from, to } = window;
    const judged = this.#judged;
    const middle = from + (to - from) / 2;
    const last = (offsets[item + 1] as number) - 1;
    const cut = timelines.cutBefore[item] as number;
    let leftOut = false;
    for (let visit = offsets[item] as number; visit <= last; visit++) {
      const at = stage[visit] as number;
      if (judged[at] === 0) continue;
      const entered = start[visit] as number;
      if (entered < cut) {
        leftOut = true;
        continue;
      }
      const left = visit < last ? (start[visit + 1] as number) : Number.POSITIVE_INFINITY;
      if (within(window, entered)) {
        this.entries[at]!++;
        this.#count(at, entered, 1);
      } else if (entered < from && left >= from) this.wipAtStart[at]!++;
      if (!within(window, left)) continue;
      this.exits[at]!++;
      this.#count(at, left, -1);
      const place = left < middle ? this.#firstEnd[at]!++ : --this.#secondBegin[at]!;
      this.#days[place] = duration.between(entered, left) / duration.dayMs;
    }
    return leftOut;
  }

  #count(stage: number, instant: number, step: number): void {
    const { parts } = this;
    if (parts === 0) return;
    const { from, to } = this.#input.window;
    const part = Math.min(parts - 1, Math.floor(((instant - from) / (to - from)) * parts));
    this.#differences[stage * parts + part]! += step;
  }
}
