import type { Growth } from './columns.ts';
import { LineNumbers } from './line-numbers.ts';

/** What a row of `cells` holds, and how wide it is. */
export const ITEM = 0;
export const FROM = 1;
export const TO = 2;
export const PEOPLE = 3;
export const ROW = 6;
/** Where a row's instant is in `instants`, and how wide a row is there. */
export const INSTANT = 2;
export const INSTANT_ROW = 3;

/**
 * The transitions of a log, row by row in one block of memory. The rows of an item often lie far apart: all of a row in
 * one place is one place to fetch, where a column for each part would be five. Its line, which only findings name, is
 * kept apart.
 *
 * Row r has its item, statuses and people in cells[r × ROW + ITEM …] and its instant in
 * instants[r × INSTANT_ROW + INSTANT], which are two views of the same memory.
 */
export class Transitions {
  cells: Int32Array;
  instants: Float64Array;
  length = 0;
  /** The first and the latest instant; NaN while there are none. */
  first = Number.NaN;
  latest = Number.NaN;
  /** True while no row is earlier than the row before it: then the rows of every item are in order, too. */
  ascending = true;
  readonly #growth: Growth;
  readonly #lines = new LineNumbers();
  #capacity: number;

  constructor(growth: Growth) {
    this.#growth = growth;
    this.#capacity = 1024;
    const memory = new ArrayBuffer(this.#capacity * ROW * Int32Array.BYTES_PER_ELEMENT);
    this.cells = new Int32Array(memory);
    this.instants = new Float64Array(memory);
  }

  /** Adds a row and returns its index. */
  push(item: number, at: number, from: number, to: number, people: number, line: number): number {
    const row = this.length++;
    if (row === this.#capacity) this.#grow();
    const { cells } = this;
    const first = row * ROW;
    cells[first + ITEM] = item;
    cells[first + FROM] = from;
    cells[first + TO] = to;
    cells[first + PEOPLE] = people;
    this.#lines.push(line);
    this.instants[row * INSTANT_ROW + INSTANT] = at;
    if (this.latest > at) this.ascending = false;
    else this.latest = at;
    if (!(this.first <= at)) this.first = at;
    return row;
  }

  item(row: number): number {
    return this.cells[row * ROW + ITEM] as number;
  }

  /** Epoch milliseconds. */
  at(row: number): number {
    return this.instants[row * INSTANT_ROW + INSTANT] as number;
  }

  /** Id of the status it came from; EMPTY where the row does not say. */
  from(row: number): number {
    return this.cells[row * ROW + FROM] as number;
  }

  to(row: number): number {
    return this.cells[row * ROW + TO] as number;
  }

  /** Set of people from this instant on, NOBODY, or NOT_STATED. */
  people(row: number): number {
    return this.cells[row * ROW + PEOPLE] as number;
  }

  line(row: number): number {
    return this.#lines.at(row);
  }

  #grow(): void {
    this.#capacity = this.#growth.longer(this.#capacity);
    const memory = new ArrayBuffer(this.#capacity * ROW * Int32Array.BYTES_PER_ELEMENT);
    const cells = new Int32Array(memory);
    cells.set(this.cells);
    this.cells = cells;
    this.instants = new Float64Array(memory);
  }
}
