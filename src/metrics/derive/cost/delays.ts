import { growArray } from '../../../model/log/grow-array.ts';
import { ACTIVE, WAITING } from '../../../model/workflow/stage-columns.ts';
import type { MetricInput } from '../../metric-input.ts';
import { endOfItem } from './charged-items.ts';
import { type DelayTime, delayTimeOf } from './delay-time.ts';

/**
 * The delays of one item at a time: rows of a visit and a month, with the days in each of three columns, in the days of
 * `delayBasis`. Rows of an item are there until the next one is read.
 */
export class DelayReader {
  length = 0;
  visit: Int32Array = new Int32Array(64);
  month: Int32Array = new Int32Array(64);
  /** Days of `waiting` or `paused`, by the stage of the visit, and of `blocked`, under a flag. */
  waiting: Float64Array = new Float64Array(64);
  blocked: Float64Array = new Float64Array(64);
  paused: Float64Array = new Float64Array(64);
  readonly #input: MetricInput;
  readonly #bounds: Float64Array;
  readonly #time: DelayTime;
  /** The current item's first blocked period that is not over yet, and the end of its periods. */
  #period = 0;
  #periods = 0;
  /** The month of the last item's first visit: items come in the order of their creation. */
  #firstMonth = 0;

  /** @param bounds where to cut: ascending instants, from the window's start to its end; a visit over several is several */
  constructor(input: MetricInput, bounds: Float64Array) {
    this.#input = input;
    this.#bounds = bounds;
    this.#time = delayTimeOf(input);
  }

  /** Reads the visits of an item between its start and its end, within the window, that hold a delay. It has started. */
  read(item: number): void {
    const { facts, kinds, timelines } = this.#input;
    const { blockedOffsets, offsets, stage, start } = timelines;
    const bounds = this.#bounds;
    this.length = 0;
    const months = bounds.length - 1;
    const over = endOfItem(this.#input, item);
    this.#period = blockedOffsets[item] as number;
    this.#periods = blockedOffsets[item + 1] as number;
    const last = (offsets[item + 1] as number) - 1;
    const end = facts.endVisit[item] as number;
    let month = this.#firstMonthOf(facts.started[item] as number);
    for (let visit = facts.startVisit[item] as number; visit < end; visit++) {
      const kind = kinds[stage[visit] as number] as number;
      // An active visit holds a delay only under a flag.
      if (kind === ACTIVE && this.#period === this.#periods) continue;
      const entered = start[visit] as number;
      const left = visit < last ? (start[visit + 1] as number) : over;
      // Visits ascend: a month that is over before one concerns no later one.
      while (month < months && (bounds[month + 1] as number) <= entered) month++;
      for (let part = month; part < months && (bounds[part] as number) < left; part++) {
        const from = Math.max(bounds[part] as number, entered);
        const to = Math.min(bounds[part + 1] as number, left);
        if (from < to) this.#measure(visit, part, kind, from, to);
      }
    }
  }

  /** The first month that is not over when an item starts. */
  #firstMonthOf(started: number): number {
    const bounds = this.#bounds;
    let month = this.#firstMonth;
    if (month > 0 && !((bounds[month] as number) <= started)) month = 0;
    while (month + 1 < bounds.length && (bounds[month + 1] as number) <= started) month++;
    this.#firstMonth = month;
    return month;
  }

  #measure(visit: number, month: number, kind: number, from: number, to: number): void {
    const { between, dayMs } = this.#time;
    const blockedMs = this.#period < this.#periods ? this.#blockedMs(from, to) : 0;
    const free = kind === ACTIVE ? 0 : (between(from, to) - blockedMs) / dayMs;
    const row = this.length++;
    if (row === this.visit.length) this.#grow();
    this.visit[row] = visit;
    this.month[row] = month;
    this.waiting[row] = kind === WAITING ? free : 0;
    this.blocked[row] = blockedMs / dayMs;
    this.paused[row] = kind === WAITING ? 0 : free;
  }

  #blockedMs(from: number, to: number): number {
    const { blockedEnd, blockedStart } = this.#input.timelines;
    // Periods ascend too.
    while (this.#period < this.#periods && (blockedEnd[this.#period] as number) <= from) this.#period++;
    let blockedMs = 0;
    for (let period = this.#period; period < this.#periods && (blockedStart[period] as number) < to; period++) {
      const since = Math.max(from, blockedStart[period] as number);
      const until = Math.min(to, blockedEnd[period] as number);
      if (since < until) blockedMs += this.#time.between(since, until);
    }
    return blockedMs;
  }

  #grow(): void {
    this.visit = growArray(this.visit);
    this.month = growArray(this.month);
    this.waiting = growArray(this.waiting);
    this.blocked = growArray(this.blocked);
    this.paused = growArray(this.paused);
  }
}
