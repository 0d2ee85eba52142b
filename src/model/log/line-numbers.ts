import { Int32Column } from './columns.ts';

/** A line that no row has: lines count from 1. */
const NO_LINE = -1;

/**
 * The line of each row of a file, or of several. Lines mostly step by the same from row to row, so only where a step
 * changes is anything kept: a few numbers for most files, and at most a number and a half for a row.
 */
export class LineNumbers {
  /** The first row of each run of equal steps, its line, and the step. */
  readonly #rows = new Int32Column(16);
  readonly #lines = new Int32Column(16);
  readonly #steps = new Int32Column(16);
  #length = 0;
  /** The line that the run goes on with; NO_LINE while it has one row. */
  #next = NO_LINE;
  #step = 0;
  /** True while the run has one row, and so no step. */
  #single = false;

  /** Adds the next row's line. */
  push(line: number): void {
    const row = this.#length++;
    if (line === this.#next) this.#next += this.#step;
    else this.#turn(row, line);
  }

  #turn(row: number, line: number): void {
    const run = this.#rows.length - 1;
    if (this.#single) {
      this.#single = false;
      this.#step = line - this.#lines.at(run);
      this.#steps.set(run, this.#step);
      this.#next = line + this.#step;
    } else {
      this.#rows.push(row);
      this.#lines.push(line);
      this.#steps.push(0);
      this.#next = NO_LINE;
      this.#single = true;
    }
  }

  /** The line of a row. */
  at(row: number): number {
    let low = 0;
    let high = this.#rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#rows.at(middle) <= row) low = middle;
      else high = middle - 1;
    }
    return this.#lines.at(low) + (row - this.#rows.at(low)) * this.#steps.at(low);
  }
}
