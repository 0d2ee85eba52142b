import { growArray } from '../../../model/log/grow-array.ts';

/** Who could be charged for which visit, and when: one row for each person of each unbroken stretch. */
export class ChargeRows {
  length = 0;
  visit: Int32Array;
  /** A number of the staff, or of a stage's nameless person. */
  person: Int32Array;
  /**
   * Row r lasts from spans[2r] to spans[2r + 1], in working time (`Calendar.before`), in which nights and weekends take no
   * time. Rows of a person lie far apart: both in one place are one place to fetch.
   */
  spans: Float64Array;

  /** @param likely how many rows there will usually be at most: what stays empty costs no memory, growing copies all */
  constructor(likely: number) {
    // All grow at once, by the same factor.
    const room = Math.max(16, likely);
    this.visit = new Int32Array(room);
    this.person = new Int32Array(room);
    this.spans = new Float64Array(2 * room);
  }

  push(visit: number, person: number, from: number, to: number): void {
    const row = this.length++;
    if (row === this.visit.length) this.#grow();
    this.visit[row] = visit;
    this.person[row] = person;
    this.spans[2 * row] = from;
    this.spans[2 * row + 1] = to;
  }

  #grow(): void {
    this.visit = growArray(this.visit);
    this.person = growArray(this.person);
    this.spans = growArray(this.spans);
  }
}
