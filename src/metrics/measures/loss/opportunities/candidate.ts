import type { Opportunity } from '../../../../contract/opportunities-schema.ts';
import { Float64Column, Int32Column } from '../../../../model/log/columns.ts';

/** Something that could be fixed, as it adds up item by item. */
export class Candidate {
  readonly kind: Opportunity['kind'];
  /** −1: no matter of one stage. */
  readonly stage: number;
  readonly items = new Int32Column(4);
  readonly quantities = new Float64Column(4);
  readonly costs = new Float64Column(4);
  /** Waiting days of each visit; filled for waits alone. */
  readonly visitDays = new Float64Column(4);
  /** Moves back, or changes of hands. */
  times = 0;
  #leastRate = Number.POSITIVE_INFINITY;
  #mostRate = Number.NEGATIVE_INFINITY;

  constructor(kind: Opportunity['kind'], stage: number) {
    this.kind = kind;
    this.stage = stage;
  }

  /** Adds hours or days of an item; those of one item come one after another. */
  add(item: number, quantity: number, rate: number): void {
    if (quantity === 0) return;
    const last = this.items.length - 1;
    const cost = quantity * rate;
    if (last >= 0 && this.items.at(last) === item) {
      this.quantities.set(last, this.quantities.at(last) + quantity);
      this.costs.set(last, this.costs.at(last) + cost);
    } else {
      this.items.push(item);
      this.quantities.push(quantity);
      this.costs.push(cost);
    }
    this.#leastRate = Math.min(this.#leastRate, rate);
    this.#mostRate = Math.max(this.#mostRate, rate);
  }

  get quantity(): number {
    return sum(this.quantities);
  }

  /** NaN where part of it has no rate. */
  get cost(): number {
    return sum(this.costs);
  }

  /** Whether all of it has one rate. */
  get rateIsOne(): boolean {
    return this.#leastRate === this.#mostRate;
  }
}

function sum(column: Float64Column): number {
  const values = column.values();
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index] as number;
  return total;
}
