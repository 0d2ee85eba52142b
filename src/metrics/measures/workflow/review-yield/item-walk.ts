import { DROPPED, FINISHED } from '../../../../model/item-facts.ts';
import { roomFor } from '../../../../model/log/grow-array.ts';
import { within } from '../../../../model/time/window.ts';
import { DROPPED_STAGE, WAITING } from '../../../../model/workflow/stage-columns.ts';
import { ChargedVisits } from '../../../derive/cost/charged-visits.ts';
import { type DelayTime, delayTimeOf } from '../../../derive/cost/delay-time.ts';
import { priceOf } from '../../../derive/cost/rates.ts';
import type { MetricInput } from '../../../metric-input.ts';
import type { CheckTally, OpenReturn } from './check-tally.ts';
import type { Checks } from './checks.ts';

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
  /**
   * Where the item's visits begin, and what was charged for it before each of them, and after the last: added up where a
   * return asks for it, as few do.
   */
  #first = 0;
  #isSummed = false;
  #hoursBefore: Float64Array = new Float64Array(64);
  #costBefore: Float64Array = new Float64Array(64);
  /** How many of them have no rate for a part. */
  #unpricedBefore: Int32Array = new Int32Array(64);

  constructor(input: MetricInput, checks: Checks, tallies: readonly CheckTally[]) {
    this.#input = input;
    this.#checks = checks;
    this.#charges = new ChargedVisits(input);
    this.#delay = delayTimeOf(input);
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
    if (this.#open.length > 0) this.#open.length = 0;
    const end = timelines.offsets[item + 1] as number;
    let queue = timelines.offsets[item] as number;
    this.#first = queue;
    this.#charges.read(item);
    this.#isSummed = false;
    /** First and last of the visits that count as the one under way; −1: none. */
    let first = -1;
    let last = -1;
    for (let visit = queue; visit < end; visit++) {
      const stage = timelines.stage[visit] as number;
      const dropped = kinds[stage] === DROPPED_STAGE;
      if (directed[stage] === 1 || dropped) {
        const resumed = first !== -1 && timelines.stage[first] === stage;
        if (!resumed) {
          if (first !== -1) this.#leave(queue, first, last, visit);
          // The queue goes on over a drop: only a stage of direction ends it.
          if (first !== -1) queue = last + 1;
          first = dropped ? -1 : visit;
          if (!dropped && this.#open.length > 0) this.#arrive(stage, visit);
        }
        if (!dropped) last = visit;
      }
    }
    if (this.#open.length > 0) this.#endReturns(end);
    return this.#leftOut;
  }

  /** The visit is over: the item left it for the visit `next`. */
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
    if (back) this.#open.push({ from, left, counts, visit: next });
    if (!counts) return;
    if (kinds[to] === DROPPED_STAGE) tally.dropped++;
    else if (back) {
      tally.sentBack++;
      tally.to.set(to, (tally.to.get(to) ?? 0) + 1);
    } else tally.passed++;
    const { duration } = this.#input;
    const entered = start[first] as number;
    let queueMs = 0;
    for (let visit = queue; visit < first; visit++) {
      if (kinds[stage[visit] as number] !== WAITING) continue;
      queueMs += duration.between(start[visit] as number, start[visit + 1] as number);
    }
    const ownMs = duration.between(entered, left);
    tally.queueMs += queueMs;
    tally.ownMs += ownMs;
    tally.days.push((queueMs + ownMs) / duration.dayMs);
    for (let visit = first; visit <= last; visit++) {
      tally.hours += this.#charges.hours[visit - this.#first] as number;
      tally.labourCost += this.#charges.cost[visit - this.#first] as number;
    }
    if (facts.outcome[this.#item] === DROPPED) return;
    const days = this.#waitedDays(queue, last);
    tally.delayCost += priceOf(days, this.#charges.labour.rates.delay(typeOf(this.#item)));
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
  #arrive(stage: number, visit: number): void {
    const at = this.#input.timelines.start[visit] as number;
    for (let last = this.#open.at(-1); last !== undefined && last.from <= stage; last = this.#open.at(-1)) {
      this.#open.pop();
      this.#settle(last, at, visit);
    }
  }

  #endReturns(end: number): void {
    const { facts } = this.#input;
    if ((facts.outcome[this.#item] as number) < FINISHED) return;
    const ended = facts.ended[this.#item] as number;
    for (const open of this.#open) if (ended >= open.left) this.#settle(open, ended, end);
  }

  /** @param next the visit before which the return is over */
  #settle({ from, left, counts, visit }: OpenReturn, at: number, next: number): void {
    if (!counts) return;
    if (!this.#isSummed) this.#sumCharges();
    const [first, last] = [visit - this.#first, next - this.#first];
    const tally = this.#tallies[from] as CheckTally;
    tally.over++;
    tally.returnMs += this.#input.duration.between(left, at);
    tally.returnHours += (this.#hoursBefore[last] as number) - (this.#hoursBefore[first] as number);
    const isPriced = this.#unpricedBefore[last] === this.#unpricedBefore[first];
    tally.returnCost += isPriced
      ? (this.#costBefore[last] as number) - (this.#costBefore[first] as number)
      : Number.NaN;
  }

  #sumCharges(): void {
    this.#isSummed = true;
    const count = (this.#input.timelines.offsets[this.#item + 1] as number) - this.#first;
    // One more than there are visits: what was charged before each, and in all.
    this.#hoursBefore = roomFor(this.#hoursBefore, count + 1);
    this.#costBefore = roomFor(this.#costBefore, count + 1);
    this.#unpricedBefore = roomFor(this.#unpricedBefore, count + 1);
    const charges = this.#charges;
    let hours = 0;
    let cost = 0;
    let unpriced = 0;
    for (let place = 0; place < count; place++) {
      hours += charges.hours[place] as number;
      const own = charges.cost[place] as number;
      if (Number.isNaN(own)) unpriced++;
      else cost += own;
      this.#hoursBefore[place + 1] = hours;
      this.#costBefore[place + 1] = cost;
      this.#unpricedBefore[place + 1] = unpriced;
    }
  }
}
