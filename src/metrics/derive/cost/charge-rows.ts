import { longer } from '../../../model/longer.ts';

/** Who could be charged for which visit, and when: one row for each person of each unbroken stretch. */
export class ChargeRows {
  length = 0;
  visit: Int32Array;
  /** A number of the staff, or of a stage's nameless person. */
  person: Int32Array;
  /** From and to when, in working time (`Calendar.before`), in which nights and weekends take no time. */
  from: Float64Array;
  to: Float64Array;

  /** @param likely how many rows there will usually be at most: what stays empty costs no memory, growing copies all */
  constructor(likely: number) {
    this.visit = new Int32Array(likely);
    this.person = new Int32Array(likely);
    this.from = new Float64Array(likely);
    this.to = new Float64Array(likely);
  }

  push(visit: number, person: number, from: number, to: number): void {
    const row = this.length++;
    if (row === this.visit.length) this.#grow();
    this.visit[row] = visit;
    this.person[row] = person;
    this.from[row] = from;
    this.to[row] = to;
  }

  #grow(): void {
    this.visit = longer(this.visit);
    this.person = longer(this.person);
    this.from = longer(this.from);
    this.to = longer(this.to);
  }
}
