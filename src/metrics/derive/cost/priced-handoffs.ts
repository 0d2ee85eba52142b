import { HandoffReader } from '../../../facts/index.ts';
import { growArray } from '../../../model/log/grow-array.ts';
import { within } from '../../../model/time/window.ts';
import type { MetricInput } from '../../metric-input.ts';
import { endOfItem } from './charged-items.ts';
import type { ChargedLabour } from './charged-labour.ts';
import { priceOf } from './rates.ts';

/** The hand-offs of one item at a time that lie within the window, and what each costs: there until the next item is read. */
export class PricedHandoffs {
  length = 0;
  /** When, as an entry of the timelines' people, which also has the set that received it. */
  entry: Int32Array = new Int32Array(64);
  /** The visit that the item is in after it. */
  visit: Int32Array = new Int32Array(64);
  /** The month that it is in. */
  month: Int32Array = new Int32Array(64);
  /** At the receiver's rate: the highest, of several. NaN where there is none, or no time of a hand-off. */
  cost: Float64Array = new Float64Array(64);
  /** Hours of each; NaN: not given. */
  readonly hours: number;
  readonly #input: MetricInput;
  readonly #labour: ChargedLabour;
  readonly #handoffs: HandoffReader;
  /** The month of the first hand-off of the item before. */
  #month = 0;

  constructor(input: MetricInput, labour: ChargedLabour) {
    this.hours = (input.cost.handoffMinutes ?? Number.NaN) / 60;
    this.#input = input;
    this.#labour = labour;
    this.#handoffs = new HandoffReader(input.timelines, input.people);
  }

  /** Reads an item, which has started. */
  read(item: number): void {
    const { facts, timelines, window } = this.#input;
    this.length = 0;
    if (!((facts.handoffs[item] as number) > 0)) return;
    const { offsets, peopleAt, start } = timelines;
    const handoffs = this.#handoffs;
    const count = handoffs.read(item, facts.started[item] as number, endOfItem(this.#input, item));
    const { bounds } = this.#labour.months;
    const last = (offsets[item + 1] as number) - 1;
    let visit = offsets[item] as number;
    let month = this.#month;
    for (let index = 0; index < count; index++) {
      const entry = handoffs.entry[index] as number;
      const at = peopleAt[entry] as number;
      if (!within(window, at)) continue;
      // The stage after the hand-off, even if the item entered it at that very instant.
      while (visit < last && (start[visit + 1] as number) <= at) visit++;
      // They ascend, and items come in the order of their creation.
      if ((bounds[month] as number) > at) month = 0;
      while ((bounds[month + 1] as number) <= at) month++;
      if (this.length === 0) this.#month = month;
      this.#push(entry, visit, month);
    }
  }

  #push(entry: number, visit: number, month: number): void {
    const { peopleSet, stage } = this.#input.timelines;
    const { rates, staff } = this.#labour;
    const index = this.length++;
    if (index === this.entry.length) {
      this.entry = growArray(this.entry);
      this.visit = growArray(this.visit);
      this.month = growArray(this.month);
      this.cost = growArray(this.cost);
    }
    this.entry[index] = entry;
    this.visit[index] = visit;
    this.month[index] = month;
    // What takes no known time has no price: nobody's rate need be looked up.
    this.cost[index] = Number.isNaN(this.hours)
      ? Number.NaN
      : priceOf(this.hours, rates.highest(staff.of(peopleSet[entry] as number), stage[visit] as number));
  }
}
