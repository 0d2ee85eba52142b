import { roomFor } from '../../../model/log/grow-array.ts';
import type { MetricInput } from '../../metric-input.ts';
import { type ChargedLabour, chargedLabour, hoursOf, rateOf } from './charged-labour.ts';
import { priceOf } from './rates.ts';

/** What the visits of one item at a time are charged: hours within the window, and what they cost. */
export class ChargedVisits {
  readonly labour: ChargedLabour;
  /** Charged hours of each visit, by its place among the item's. */
  hours: Float64Array = new Float64Array(64);
  /** NaN where part of the hours has no rate. */
  cost: Float64Array = new Float64Array(64);
  readonly #input: MetricInput;

  constructor(input: MetricInput) {
    this.#input = input;
    this.labour = chargedLabour(input);
  }

  /** Reads an item; its visits are there until the next one is read. */
  read(item: number): void {
    const { charges } = this.labour;
    const { offsets } = this.#input.timelines;
    const first = offsets[item] as number;
    const count = (offsets[item + 1] as number) - first;
    this.hours = roomFor(this.hours, count);
    this.cost = roomFor(this.cost, count);
    const { cost, hours } = this;
    for (let place = 0; place < count; place++) {
      hours[place] = 0;
      cost[place] = 0;
    }
    const end = charges.offsets[item + 1] as number;
    for (let charge = charges.offsets[item] as number; charge < end; charge++) {
      const place = (charges.visit[charge] as number) - first;
      const own = hoursOf(this.labour, charge);
      hours[place]! += own;
      cost[place]! += priceOf(own, rateOf(this.labour, this.#input, charge));
    }
  }
}
