import { WAITING } from '../../../../model/workflow/stage-columns.ts';
import { endOfItem } from '../../../derive/cost/charged-items.ts';
import type { MetricInput } from '../../../metric-input.ts';

/** What the walk finds of an item, each stretch of time once, in order. */
export interface FoundDelays {
  /** A stretch under a blocked period (its index in the timelines). */
  blocked(period: number, from: number, to: number): void;
  /**
   * An unblocked stretch in a waiting stage.
   * @param status the status it was in, as an index of the history's names; −1: unknown
   * @param visit a number of its own for each visit to a status
   */
  waiting(stage: number, status: number, visit: number, from: number, to: number): void;
}

/**
 * Walks the blocked and waiting time of an item between start and end, within the window: the time of the lines of
 * those names of `waste`.
 *
 * @param byStatus whether to count each status of a waiting stage by itself
 */
export class DelayWalk {
  readonly #input: MetricInput;
  readonly #byStatus: boolean;
  readonly #found: FoundDelays;
  #visit = 0;
  /** The current item's first status that the walk has not reached, and the end of its statuses. */
  #entry = 0;
  #entries = 0;
  #status = -1;

  constructor(input: MetricInput, byStatus: boolean, found: FoundDelays) {
    this.#input = input;
    this.#byStatus = byStatus;
    this.#found = found;
  }

  read(item: number): void {
    const { facts, kinds, timelines, window } = this.#input;
    const { blockedEnd, blockedOffsets, blockedStart, offsets, stage, start } = timelines;
    const over = endOfItem(this.#input, item);
    const last = (offsets[item + 1] as number) - 1;
    const end = facts.endVisit[item] as number;
    let first = blockedOffsets[item] as number;
    const periods = blockedOffsets[item + 1] as number;
    this.#enterItem(item);
    for (let visit = facts.startVisit[item] as number; visit < end; visit++) {
      const at = stage[visit] as number;
      const waits = kinds[at] === WAITING;
      if (!waits && first === periods) continue;
      const from = Math.max(window.from, start[visit] as number);
      const to = Math.min(window.to, visit < last ? (start[visit + 1] as number) : over);
      if (!(from < to)) continue;
      // Visits and periods both ascend: a period that ended before a visit concerns no later one.
      while (first < periods && (blockedEnd[first] as number) <= from) first++;
      if (waits) this.#enterVisit(at, start[visit] as number);
      let free = from;
      for (let period = first; period < periods && (blockedStart[period] as number) < to; period++) {
        const since = Math.max(from, blockedStart[period] as number);
        const until = Math.min(to, blockedEnd[period] as number);
        if (!(since < until)) continue;
        if (waits && free < since) this.#waiting(at, free, since);
        this.#found.blocked(period, since, until);
        free = until;
      }
      if (waits && free < to) this.#waiting(at, free, to);
    }
  }

  #enterItem(item: number): void {
    if (!this.#byStatus) return;
    const { offsets } = this.#input.statuses();
    this.#entry = offsets[item] as number;
    this.#entries = offsets[item + 1] as number;
  }

  #enterVisit(stage: number, at: number): void {
    this.#visit++;
    this.#status = -1;
    if (this.#byStatus) this.#advance(stage, at);
  }

  /** Goes on to what the item is in from an instant on: statuses of other stages are visits of no length, or merged. */
  #advance(stage: number, to: number): void {
    const { at, stageOf, status } = this.#input.statuses();
    for (; this.#entry < this.#entries && (at[this.#entry] as number) <= to; this.#entry++) {
      const own = status[this.#entry] as number;
      if (stageOf[own] !== stage || own === this.#status) continue;
      this.#status = own;
      this.#visit++;
    }
  }

  /** Cuts a stretch where the item takes another status of the same stage. */
  #waiting(stage: number, from: number, to: number): void {
    let since = from;
    if (this.#byStatus) {
      const { at } = this.#input.statuses();
      this.#advance(stage, since);
      while (this.#entry < this.#entries && (at[this.#entry] as number) < to) {
        const until = at[this.#entry] as number;
        const [status, visit] = [this.#status, this.#visit];
        this.#advance(stage, until);
        if (this.#visit === visit) continue;
        this.#found.waiting(stage, status, visit, since, until);
        since = until;
      }
    }
    this.#found.waiting(stage, this.#status, this.#visit, since, to);
  }
}
