import { Float64Column, Int32Column } from '../../../model/columns.ts';

/** How charges that fall in several months are divided among them: few of all, so they stand apart. */
export class MonthParts {
  /** Where the parts of each such charge begin; those of the last end where all end. */
  readonly #first = new Int32Column(16);
  readonly #month = new Int32Column(16);
  readonly #share = new Float64Column(16);

  /** Begins the parts of a charge, and returns their number. */
  begin(): number {
    return this.#first.push(this.#month.length);
  }

  /** Adds the share of the charge begun last that falls in a month; those of a charge add up to 1. */
  add(month: number, share: number): void {
    this.#month.push(month);
    this.#share.push(share);
  }

  /** The first part of a charge, by the number that `begin` gave. */
  first(parts: number): number {
    return this.#first.at(parts);
  }

  /** One past the last part of a charge. */
  end(parts: number): number {
    return parts + 1 < this.#first.length ? this.#first.at(parts + 1) : this.#month.length;
  }

  month(part: number): number {
    return this.#month.at(part);
  }

  share(part: number): number {
    return this.#share.at(part);
  }
}
