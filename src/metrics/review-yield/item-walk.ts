import { DROPPED, FINISHED } from '../../model/item-facts.ts';
import { DROPPED_STAGE, WAITING } from '../../model/stage-columns.ts';
import { within } from '../../model/window.ts';
import type { ChargedVisits } from '../derive/cost/charged-visits.ts';
import type { DelayTime } from '../derive/cost/delay-time.ts';
import { priceOf } from '../derive/cost/rates.ts';
import type { MetricInput } from '../metric-input.ts';
import type { Checks } from './checks.ts';
import type { Charged, CheckTally, OpenReturn } from './tally.ts';

/** Walks items and counts, for every stage of direction, how its visits ended and what they took. */
export class ItemWalk {
  readonly #input: MetricInput;
  readonly #checks: Checks;
  readonly #charges: ChargedVisits;
  readonly #delay: DelayTime;
  readonly #tallies: readonly CheckTally[];
  #item = 0;
  #leftOut = false;
  /** Returns of the item that are not over; each was sent back by an earlier stage than the one before it. */
  readonly #open: OpenReturn[] = [];
  #charged: Charged = { hours: 0, cost: 0, unpriced: 0 };

  constructor(
    input: MetricInput,
    checks: Checks,
    charges: ChargedVisits,
    delay: DelayTime,
    tallies: readonly CheckTally[],
  ) {
    this.#input = input;
    this.#checks = checks;
    this.#charges = charges;
    this.#delay = delay;
    this.#tallies = tallies;
  }

  /**
   * Counts one item; visits resumed after mere waiting are one. Returns true if one was left out because nobody knows
   * when it, or the queue before it, began.
   */
  add(item: number): boolean {
    const { kinds, timelines } = this.#input;
    const { directed } = this.#checks;
    this.#item = item;
    this.#leftOut = false;
    this.#open.length = 0;
    this.#charged = { hours: 0, cost: 0, unpriced: 0 };
    const end = timelines.offsets[item + 1] as number;
    let queue = timelines.offsets[item] as number;
    /** First and last visit of the stay that is under way; −1: none. */
    let first = -1;
    let last = -1;
    for (let visit = queue; visit < end; visit++) {
      const stage = timelines.stage[visit] as number;
      const dropped = kinds[stage] === DROPPED_STAGE;
      if (directed[stage] === 1 || dropped) {
        const resumed = first !== -1 && timelines.stage[first] === stage;
        if (!resumed) {
          if (first !== -1) this.#leave(queue, first, last, visit);
          queue = last === -1 ? queue : last + 1;
          first = dropped ? -1 : visit;
          if (!dropped) this.#arrive(stage, timelines.start[visit] as number);
        }
        last = visit;
      }
      this.#charge(visit);
    }
    this.#endReturns();
    return this.#leftOut;
  }

  /** A stay is over: the item left it for the visit `next`. */
  #leave(queue: number, first: number, last: number, next: number): void {
    const { facts, kinds, timelines, typeOf, window } = this.#input;
    const { start, stage } = timelines;
    const from = stage[first] as number;
    const to = stage[next] as number;
    const left = start[last + 1] as number;
    if (this.#checks.counted[from] === 0) return;
    const known = !((start[queue] as number) < (timelines.cutBefore[this.#item] as number));
    if (!known) this.#leftOut = true;
    const counts = known && within(window, left);
    const tally = this.#tallies[from] as CheckTally;
    const back = kinds[to] !== DROPPED_STAGE && to < from;
    if (back) this.#open.push({ from, left, counts, charged: { ...this.#charged } });
    if (!counts) return;
    if (kinds[to] === DROPPED_STAGE) tally.dropped++;
    else if (back) {
      tally.sentBack++;
      tally.to.set(to, (tally.to.get(to) ?? 0) + 1);
    } else tally.passed++;
    const { duration } = this.#input;
    const entered = start[first] as number;
    const queued = start[queue] as number;
    const queueMs = duration.between(queued, entered);
    const ownMs = duration.between(entered, left);
    tally.queueMs += queueMs;
    tally.ownMs += ownMs;
    tally.days.push((queueMs + ownMs) / duration.dayMs);
    for (let visit = first; visit <= last; visit++) {
      tally.hours += this.#charges.hours[visit] as number;
      tally.labourCost += this.#charges.cost[visit] as number;
    }
    if (facts.outcome[this.#item] === DROPPED) return;
    const days = this.#waitedDays(queue, last);
    tally.delayCost += priceOf(days, this.#charges.rates.delay(typeOf(this.#item)));
  }

  /** Days in waiting stages, from one visit to another, as far as they lie within the window. */
  #waitedDays(first: number, last: number): number {
    const { kinds, timelines, window } = this.#input;
    const { stage, start } = timelines;
    let waited = 0;
    for (let visit = first; visit <= last; visit++) {
      if (kinds[stage[visit] as number] !== WAITING) continue;
      const from = Math.max(window.from, start[visit] as number);
      const to = Math.min(window.to, start[visit + 1] as number);
      if (from < to) waited += this.#delay.between(from, to);
    }
    return waited / this.#delay.dayMs;
  }

  /** The work is at a stage again: returns from it and from those before it are over. */
  #arrive(stage: number, at: number): void {
    for (let last = this.#open.at(-1); last !== undefined && last.from <= stage; last = this.#open.at(-1)) {
      this.#open.pop();
      this.#settle(last, at);
    }
  }

  #endReturns(): void {
    const { facts } = this.#input;
    if ((facts.outcome[this.#item] as number) < FINISHED) return;
    const ended = facts.ended[this.#item] as number;
    for (const open of this.#open) if (ended >= open.left) this.#settle(open, ended);
  }

  #settle({ from, left, counts, charged }: OpenReturn, at: number): void {
    if (!counts) return;
    const tally = this.#tallies[from] as CheckTally;
    tally.over++;
    tally.returnMs += this.#input.duration.between(left, at);
    tally.returnHours += this.#charged.hours - charged.hours;
    tally.returnCost += this.#charged.unpriced > charged.unpriced ? Number.NaN : this.#charged.cost - charged.cost;
  }

  #charge(visit: number): void {
    const cost = this.#charges.cost[visit] as number;
    this.#charged.hours += this.#charges.hours[visit] as number;
    if (Number.isNaN(cost)) this.#charged.unpriced++;
    else this.#charged.cost += cost;
  }
}
