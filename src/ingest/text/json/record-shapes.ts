import { Buffer } from 'node:buffer';
import { NEWLINE } from './bytes.ts';
import { type ExpectedBytes, expectedBytes } from './expected-bytes.ts';
import { type Path, recordParts } from './record-parts.ts';

/** In place of a cell: the value is in no column. */
const NO_CELL = -1;
/** In place of a cell: the record ends here. */
export const END = -2;

/** Enough for the shapes of records that an export has. If all records differ, more would only fill the memory. */
const MOST_STEPS = 2000;

/** The bytes before a value, and what may come after that value. */
export interface ShapeStep {
  readonly literal: ExpectedBytes;
  /** Line breaks in the record so far. */
  readonly breaks: number;
  /** The cell that the value is; NO_CELL for a value that is in no column, END where the record ends. */
  readonly cell: number;
  /** At the end of the record: the cells without a value. */
  readonly missing: readonly number[];
  /** The first of the steps that may follow. */
  next: ShapeStep | null;
  /** Another step that may come in place of this one. */
  other: ShapeStep | null;
}

/**
 * The shapes of the records so far: the bytes before, between and after their values. Exports write all records alike, so
 * that comparing bytes finds the values of a record without parsing it.
 *
 * The shapes form a tree, in which those with the same beginning share it. So a key that some records lack costs no copy
 * of all the other steps.
 */
export class RecordShapes {
  /** Comes before every record. */
  readonly root: ShapeStep = {
    literal: expectedBytes(new Uint8Array(0)),
    breaks: 0,
    cell: NO_CELL,
    missing: [],
    next: null,
    other: null,
  };
  readonly cells: number;
  readonly #cellOf = new Map<string, number>();
  readonly #bracket: '{' | '[';
  /** Bytes of the longest literal. */
  longest = 0;
  #steps = 0;

  /** @param paths where the values of each column are in a record; all positions if records are arrays */
  constructor(paths: readonly Path[]) {
    this.cells = paths.length;
    for (const [cell, path] of paths.entries()) this.#cellOf.set(JSON.stringify(path), cell);
    this.#bracket = typeof paths[0]?.[0] === 'number' ? '[' : '{';
  }

  /** Learns the shape of a record, if it can be learned. */
  learn(text: string): void {
    if (this.#steps >= MOST_STEPS || !text.startsWith(this.#bracket)) return;
    const parts = recordParts(text);
    // An array with more values than there are columns is an error of its own.
    if (parts === null || (this.#bracket === '[' && parts.length - 1 > this.cells)) return;
    const missing = new Set(Array(this.cells).keys());
    let at = this.root;
    for (const { literal, path } of parts) {
      const cell = path === null ? END : this.#cell(path);
      missing.delete(cell);
      at = this.#after(at, literal, cell, cell === END ? [...missing] : []);
    }
  }

  #cell(path: Path): number {
    return this.#cellOf.get(JSON.stringify(path)) ?? NO_CELL;
  }

  /** The step after another; it is made if there is none yet. */
  #after(before: ShapeStep, text: string, cell: number, missing: number[]): ShapeStep {
    const bytes = Buffer.from(text);
    for (let known = before.next; known !== null; known = known.other) {
      if (bytes.equals(known.literal.bytes)) return known;
    }
    this.#steps++;
    this.longest = Math.max(this.longest, bytes.length);
    const breaks = bytes.reduce((count, byte) => count + (byte === NEWLINE ? 1 : 0), before.breaks);
    const made = { literal: expectedBytes(bytes), breaks, cell, missing, next: null, other: before.next };
    before.next = made;
    return made;
  }
}
