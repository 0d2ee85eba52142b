import { blockedBetween } from '../../../facts/index.ts';
import { DROPPED, FINISHED } from '../../../model/item-facts.ts';
import { ACTIVE, WAITING } from '../../../model/workflow/stage-columns.ts';
import type { MetricInput } from '../../metric-input.ts';

/** How old items are, by the clock of their cycle times: in days of the basis since the start, without what is taken out. */
export class ItemAges {
  /** Whether paused time is taken out: never of inclusive days. */
  readonly pauses: boolean;
  readonly #input: MetricInput;

  constructor(input: MetricInput) {
    this.#input = input;
    this.pauses = input.excludePaused && input.duration.basis !== 'inclusive';
  }

  /** The age at which an item that has started finished or was dropped, or that it has now; NaN if nobody knows. */
  whole(item: number): number {
    const { duration, facts } = this.#input;
    switch (facts.outcome[item]) {
      case FINISHED:
        return facts.cycleTimeDays[item] as number;
      case DROPPED: {
        const paused = this.pauses ? (facts.pausedMs[item] as number) : 0;
        return duration.spanDays(facts.started[item] as number, facts.ended[item] as number, paused);
      }
      default:
        return facts.ageDays[item] as number;
    }
  }

  /** The age at an instant from the item's start to its end. */
  at(item: number, instant: number): number {
    const started = this.#input.facts.started[item] as number;
    return this.#input.duration.spanDays(started, instant, this.pauses ? this.#pausedBefore(item, instant) : 0);
  }

  /** Whether time in a visit is taken out, except where the item is blocked. */
  isPaused(visit: number): boolean {
    const kind = this.#input.kinds[this.#input.timelines.stage[visit] as number];
    return this.pauses && kind !== ACTIVE && kind !== WAITING;
  }

  /** Unblocked time of a stretch of one visit, in milliseconds of the basis. */
  freeMs(item: number, from: number, to: number): number {
    const { duration, timelines } = this.#input;
    return duration.between(from, to) - blockedBetween(timelines, duration, item, from, to);
  }

  #pausedBefore(item: number, instant: number): number {
    const { facts, timelines } = this.#input;
    const end = facts.endVisit[item] as number;
    let paused = 0;
    for (let visit = facts.startVisit[item] as number; visit < end; visit++) {
      const from = timelines.start[visit] as number;
      if (from >= instant) break;
      const to = visit + 1 < end ? Math.min(instant, timelines.start[visit + 1] as number) : instant;
      if (to > from && this.isPaused(visit)) paused += this.freeMs(item, from, to);
    }
    return paused;
  }
}
