import { Float64Column, Int32Column } from '../../../model/log/columns.ts';
import { growArray } from '../../../model/log/grow-array.ts';
import type { ChargeRows } from './charge-rows.ts';

/**
 * Goes through charges row by row and finds the months they are in. Rows come in the order of the items' creation, so
 * that a month is near the one before it.
 */
export class MonthFinder {
  /** Of the row found last: the months that it begins and ends in. */
  first = 0;
  last = 0;
  readonly #spans: Float64Array;
  readonly #bounds: Float64Array;

  /** @param bounds ends of the months as working time, ascending */
  constructor({ spans }: ChargeRows, bounds: Float64Array) {
    this.#spans = spans;
    this.#bounds = bounds;
  }

  find(row: number): void {
    const bounds = this.#bounds;
    const from = this.#spans[2 * row] as number;
    const to = this.#spans[2 * row + 1] as number;
    let month = this.first;
    const last = bounds.length - 2;
    while (month > 0 && (bounds[month] as number) > from) month--;
    while (month < last && (bounds[month + 1] as number) <= from) month++;
    this.first = month;
    while (month < last && (bounds[month + 1] as number) < to) month++;
    this.last = month;
    // The walks stop at the first and the last month, wherever the charge is.
    if (!(from >= (bounds[this.first] as number) && to <= (bounds[month + 1] as number)))
      throw new Error(`months of charges: ${from} to ${to} is not within them`);
  }
}

/** The value of person p's curve at bound b is values[base[p] + b]; base null: all have one curve. */
interface Curves {
  values: Float64Array;
  base: Int32Array | null;
}

/**
 * How charges that fall in several months are divided among them. They are few, so they are kept apart; and as one
 * may last for years, its parts are worked out when they are asked for.
 */
export class MonthParts {
  /** The parts of the charge that was read last: shares of it that add up to 1. */
  length = 0;
  month: Int32Array = new Int32Array(16);
  share: Float64Array = new Float64Array(16);
  readonly #curves: Curves;
  readonly #firstMonth = new Int32Column(16);
  readonly #lastMonth = new Int32Column(16);
  /** The curve where the charge begins. */
  readonly #begun = new Float64Column(16);

  constructor(curves: Curves) {
    this.#curves = curves;
  }

  /** Adds a charge by its months, and returns its number. */
  add(firstMonth: number, lastMonth: number): number {
    this.#lastMonth.push(lastMonth);
    this.#begun.push(0);
    return this.#firstMonth.push(firstMonth);
  }

  /** Says where a person's curve is when a charge begins. */
  begin(number: number, curve: number): void {
    this.#begun.set(number, curve);
  }

  /**
   * Reads the parts of a charge by its number.
   * @param own what it gets as a whole
   */
  read(number: number, person: number, own: number): void {
    const { base: bases, values } = this.#curves;
    const base = bases === null ? 0 : (bases[person] as number);
    const begun = this.#begun.at(number);
    const last = this.#lastMonth.at(number);
    let got = 0;
    this.length = 0;
    for (let month = this.#firstMonth.at(number); month < last; month++) {
      const next = ((values[base + month + 1] as number) - begun) / own;
      if (next > got) this.#push(month, next - got);
      got = next;
    }
    this.#push(last, 1 - got);
  }

  #push(month: number, share: number): void {
    const part = this.length++;
    if (part === this.month.length) {
      this.month = growArray(this.month);
      this.share = growArray(this.share);
    }
    this.month[part] = month;
    this.share[part] = share;
  }
}
