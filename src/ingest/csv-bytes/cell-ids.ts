import { EMPTY } from '../../model/dictionary.ts';
import type { CsvRecord } from './csv-record.ts';

/** Longer cells are prose, and each is different: they are not kept. */
const LONGEST_CELL = 512;
/** Bounds on what a column of cells that are all different may cost: cells, and bytes of them. */
const MOST_CELLS = 1 << 18;
const MOST_BYTES = 1 << 24;
/** Places to try before a cell is looked up as a string: a file made to collide must not make reading slow. */
const MOST_TRIES = 64;

/** What an entry is made of. */
const HASH = 0;
/** Twice the length in bytes, plus one for a cell with quotes written twice. */
const SHAPE = 1;
const OFFSET = 2;
const ID = 3;
const ENTRY = 4;

/**
 * The ids of a column's cells by their bytes: a cell that came before costs no string.
 *
 * An open hash table of entries, whose bytes lie one after another in an array of their own.
 */
export class CellIds {
  readonly #encode: (text: string) => number;
  /** The entry at each place of the table, as an index into `entries`; 0 where there is none. */
  #places = new Int32Array(64);
  /** The first entry is that of the empty cell, which has no place. */
  #entries = new Int32Array(32 * ENTRY);
  #end = ENTRY;
  #arena = new Uint8Array(512);
  #used = 0;
  /** The entry of the record before. */
  #last = 0;

  /** @param encode gives the id of a text that was not seen before */
  constructor(encode: (text: string) => number) {
    this.#encode = encode;
  }

  /** The id of a record's cell; EMPTY where it has no such cell. */
  id(record: CsvRecord, cell: number): number {
    if (cell >= record.count) return EMPTY;
    const start = record.starts[cell] as number;
    const length = (record.ends[cell] as number) - start;
    if (length === 0) return EMPTY;
    const shape = 2 * length + (record.doubled[cell] as number);
    // Rows of one item follow each other in most exports.
    if (this.#is(this.#last, shape, record.bytes, start, length)) return this.#entries[this.#last + ID] as number;
    if (length > LONGEST_CELL) return this.#encode(record.text(cell));
    const hash = hashOf(record.bytes, start, start + length);
    const mask = this.#places.length - 1;
    for (let tries = 0, place = hash & mask; tries < MOST_TRIES; tries++, place = (place + 1) & mask) {
      const entry = this.#places[place] as number;
      if (entry === 0) return this.#add(place, hash, shape, record, cell);
      if (this.#entries[entry + HASH] !== hash || !this.#is(entry, shape, record.bytes, start, length)) continue;
      this.#last = entry;
      return this.#entries[entry + ID] as number;
    }
    return this.#encode(record.text(cell));
  }

  /** True if an entry is of this cell. */
  #is(entry: number, shape: number, bytes: Uint8Array, start: number, length: number): boolean {
    if (this.#entries[entry + SHAPE] !== shape) return false;
    const arena = this.#arena;
    const offset = this.#entries[entry + OFFSET] as number;
    for (let at = 0; at < length; at++) if (arena[offset + at] !== bytes[start + at]) return false;
    return true;
  }

  #add(place: number, hash: number, shape: number, record: CsvRecord, cell: number): number {
    const id = this.#encode(record.text(cell));
    const length = shape >> 1;
    if (this.#end >= MOST_CELLS * ENTRY || this.#used + length > MOST_BYTES) return id;
    if (this.#end === this.#entries.length) this.#entries = grown(this.#entries, new Int32Array(2 * this.#end));
    const needed = this.#used + length;
    if (needed > this.#arena.length) {
      this.#arena = grown(this.#arena, new Uint8Array(Math.max(needed, 2 * this.#arena.length)));
    }
    const entry = this.#end;
    this.#entries[entry + HASH] = hash;
    this.#entries[entry + SHAPE] = shape;
    this.#entries[entry + OFFSET] = this.#used;
    this.#entries[entry + ID] = id;
    this.#arena.set(record.bytes.subarray(record.starts[cell], record.ends[cell]), this.#used);
    this.#used = needed;
    this.#end += ENTRY;
    this.#places[place] = entry;
    this.#last = entry;
    // At most half of the places are taken.
    if ((2 * this.#end) / ENTRY > this.#places.length) this.#spread();
    return id;
  }

  /** Gives the entries twice as many places. */
  #spread(): void {
    const places = new Int32Array(2 * this.#places.length);
    const mask = places.length - 1;
    for (let entry = ENTRY; entry < this.#end; entry += ENTRY) {
      let place = (this.#entries[entry + HASH] as number) & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = entry;
    }
    this.#places = places;
  }
}

/** A hash of some bytes: four at a time, mixed so that its low bits depend on all of them. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const four =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    hash = Math.imul(hash ^ four, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function grown<A extends Int32Array | Uint8Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
