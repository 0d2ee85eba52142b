import { Buffer } from 'node:buffer';
import { type Dictionary, EMPTY } from '../../model/log/dictionary.ts';
import { type CsvRecord, WORD } from '../text/csv/csv-record.ts';
import type { CsvRows } from '../text/csv/csv-rows.ts';
import { plainCell } from './cell-text.ts';
import { NumberedKeys } from './numbered-keys.ts';

/** Longer cells are prose, and each is different: they are not kept. */
const LONGEST_CELL = 512;
/** Words of four bytes that the table may have: a gigabyte of different cells. Places are 32-bit integers. */
const MOST_WORDS = 1 << 28;
/** Places to try before a cell is looked up as a string: a file that is made to collide must not slow down reading. */
const MOST_TRIES = 64;
/** Values that others may have put into the dictionary. If there are more, the dictionary is asked itself. */
const MOST_FOREIGN = 4096;
/** With more entries than this, the table no longer fits into the processor's cache, and finding them in another way pays. */
const MANY = 512;

/** The parts of an entry; the words of the cell come after them. */
const HASH = 0;
/** Twice the length in bytes, plus one for a cell with quotes written twice. */
const SHAPE = 1;
const ID = 2;
const HEAD = 3;

/** The bits of a cell's last word that count, by how many bytes it has; 0 means all four. */
const MASKS = Int32Array.of(-1, 0xff, 0xffff, 0xffffff);

/** Words that an entry takes. Whether quotes are written twice is a bit of its shape and no part of its length. */
function entryWords(shape: number): number {
  return HEAD + (((shape >> 1) + WORD - 1) >> 2);
}

/**
 * A column's dictionary by the bytes of its cells: a cell that came before costs no string, and a new one no look-up
 * of its string.
 *
 * An open hash table of entries one after another, with the cells padded to words, so that four bytes are compared at a
 * time.
 */
export class CellIds {
  readonly #dictionary: Dictionary;
  readonly #mostWords: number;
  /** Where in `entries` the entry of each place of the table is; 0 if there is none. */
  #places = new Int32Array(64);
  #entries = new Int32Array(256);
  #count = 0;
  /** After the last entry. The first entry is that of the empty cell, which has no place. */
  #end = HEAD;
  /** The entry of the record before. */
  #last = 0;
  /** Values of the dictionary, from the first, that the table has. */
  #known = 1;
  /** Values among them that came from elsewhere. */
  #foreign = 0;
  /** Where many entries are, ids of keys with a number. */
  readonly #numbered = new NumberedKeys();
  /** The entry that came last with each id of the leading column; 0: none. */
  #followers = new Int32Array(0);
  /** False once a value of the dictionary may be missing from the table: then what is new here may not be new there. */
  #complete = true;

  /** @param mostWords words of four bytes that the table may have */
  constructor(dictionary: Dictionary, mostWords: number = MOST_WORDS) {
    this.#dictionary = dictionary;
    this.#mostWords = mostWords;
  }

  /**
   * The id of a record's cell; EMPTY if it has no such cell.
   * @param leader the record's id in a column that mostly decides the value of this one, as an item decides its title; −1:
   * there is none
   */
  id(record: CsvRecord, cell: number, leader: number): number {
    return cell >= record.count ? EMPTY : this.#idAt(record, record.first + cell, leader);
  }

  /**
   * The ids of a column of rows.
   * @param leaders the rows' ids in the column that mostly decides the values of this one; null: there is none
   * @param into gets them
   */
  fill(rows: CsvRows, column: number, leaders: Int32Array | null, into: Int32Array): void {
    const { count, record, width } = rows;
    for (let row = 0, place = column; row < count; row++, place += width)
      into[row] = this.#idAt(record, place, leaders === null ? -1 : (leaders[row] as number));
  }

  #idAt(record: CsvRecord, place: number, leader: number): number {
    const start = record.starts[place] as number;
    const length = (record.ends[place] as number) - start;
    if (length === 0) return EMPTY;
    const entries = this.#entries;
    const { view } = record;
    const shape = 2 * length + (record.doubled[place] as number);
    const last = this.#last;
    // Rows of one item follow each other in most exports.
    if (entries[last + SHAPE] === shape && same(entries, last + HEAD, view, start, length))
      return entries[last + ID] as number;
    if (this.#count < MANY || length > LONGEST_CELL) return this.#find(record, place, shape);
    if (leader === -1) {
      const known = this.#numbered.find(record.bytes, start, start + length, record.doubled[place] === 1);
      if (known !== -1) return known;
      const id = this.#find(record, place, shape);
      this.#numbered.note(record.bytes, start, id, this.#count);
      return id;
    }
    if (leader >= this.#followers.length) this.#follow(leader);
    const follower = this.#followers[leader] as number;
    if (entries[follower + SHAPE] === shape && same(entries, follower + HEAD, view, start, length))
      return entries[follower + ID] as number;
    const id = this.#find(record, place, shape);
    // A cell without an entry of its own leaves that of another here. This does no harm: entries are always compared.
    this.#followers[leader] = this.#last;
    return id;
  }

  #follow(leader: number): void {
    const bigger = new Int32Array(Math.max(1024, 2 * this.#followers.length, leader + 1));
    bigger.set(this.#followers);
    this.#followers = bigger;
  }

  /** The id of a cell by its hash. */
  #find(record: CsvRecord, place: number, shape: number): number {
    const length = shape >> 1;
    if (length > LONGEST_CELL) return this.#encode(record.textAt(place), false);
    const start = record.starts[place] as number;
    const entries = this.#entries;
    const { view } = record;
    const hash = hashOf(view, start, length);
    const places = this.#places;
    const mask = places.length - 1;
    for (let tries = 0, slot = hash & mask; tries < MOST_TRIES; tries++, slot = (slot + 1) & mask) {
      const entry = places[slot] as number;
      if (entry === 0) return this.#new(slot, hash, shape, record, place);
      if (entries[entry + HASH] !== hash || entries[entry + SHAPE] !== shape) continue;
      if (!same(entries, entry + HEAD, view, start, length)) continue;
      this.#last = entry;
      return entries[entry + ID] as number;
    }
    return this.#encode(record.textAt(place), false);
  }

  /** The id of a cell that is not in the table. */
  #new(slot: number, hash: number, shape: number, record: CsvRecord, place: number): number {
    if (this.#complete && this.#known < this.#dictionary.size) {
      this.#catchUp();
      return this.#find(record, place, shape);
    }
    const id = this.#encode(record.textAt(place), (shape & 1) === 0);
    this.#last = this.#add(slot, hash, shape, id, record.view, record.starts[place] as number);
    return id;
  }

  /** @param canonical true if the bytes are exactly the text, so that a new text is an entry of the table */
  #encode(text: string, canonical: boolean): number {
    const plain = plainCell(text);
    if (!canonical || plain !== text || !this.#complete) return this.#dictionary.id(plain);
    this.#known++;
    return this.#dictionary.add(text);
  }

  /** Adds to the table the values that others put into the dictionary. */
  #catchUp(): void {
    const { size } = this.#dictionary;
    this.#foreign += size - this.#known;
    if (this.#foreign > MOST_FOREIGN) {
      this.#complete = false;
      return;
    }
    for (; this.#known < size; this.#known++) {
      const value = this.#dictionary.value(this.#known);
      // A cell with these bytes would have another text once it is plain.
      if (plainCell(value) !== value) continue;
      const bytes = Buffer.from(value + '\0'.repeat(WORD));
      const length = bytes.length - WORD;
      // Half a character, which JSON can hold, has no UTF-8 that a cell could be equal to.
      if (bytes.toString('utf8', 0, length) !== value) continue;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      const hash = hashOf(view, 0, length);
      this.#add(this.#freePlace(hash), hash, 2 * length, this.#known, view, 0);
    }
  }

  /** Adds an entry and returns where it is; 0 if the table would become too large, and then it is incomplete. */
  #add(place: number, hash: number, shape: number, id: number, view: DataView, start: number): number {
    const length = shape >> 1;
    const entry = this.#end;
    const end = entry + entryWords(shape);
    if (end > this.#mostWords) {
      this.#complete = false;
      return 0;
    }
    if (end > this.#entries.length) {
      const bigger = new Int32Array(Math.max(end, 2 * this.#entries.length));
      bigger.set(this.#entries);
      this.#entries = bigger;
    }
    const entries = this.#entries;
    entries[entry + HASH] = hash;
    entries[entry + SHAPE] = shape;
    entries[entry + ID] = id;
    for (let at = 0; at < length; at += WORD) entries[entry + HEAD + (at >> 2)] = view.getInt32(start + at, true);
    entries[end - 1] = lastWord(view, start + ((length - 1) & -WORD), length);
    this.#end = end;
    this.#places[place] = entry;
    // At most half of the places are taken.
    if (2 * ++this.#count > this.#places.length) this.#spread();
    return entry;
  }

  /** Gives the entries twice as many places. */
  #spread(): void {
    this.#places = new Int32Array(2 * this.#places.length);
    const entries = this.#entries;
    let entry = HEAD;
    for (let left = this.#count; left > 0; left--) {
      this.#places[this.#freePlace(entries[entry + HASH] as number)] = entry;
      entry += entryWords(entries[entry + SHAPE] as number);
    }
    if (entry !== this.#end)
      throw new Error(`table of cells: ${this.#count} entries end at ${entry}, not ${this.#end}`);
  }

  #freePlace(hash: number): number {
    const places = this.#places;
    const mask = places.length - 1;
    for (let tries = 0, place = hash & mask; tries <= mask; tries++, place = (place + 1) & mask)
      if (places[place] === 0) return place;
    throw new Error(`table of cells: ${this.#count} entries left none of ${places.length} places free`);
  }
}

/** The last word of a cell, without the bytes after its end. */
function lastWord(view: DataView, at: number, length: number): number {
  return view.getInt32(at, true) & (MASKS[length & 3] as number);
}

/** True if a cell of one byte or more consists of these words. */
function same(words: Int32Array, offset: number, view: DataView, start: number, length: number): boolean {
  const last = start + ((length - 1) & -WORD);
  let word = offset;
  for (let at = start; at < last; at += WORD) if (words[word++] !== view.getInt32(at, true)) return false;
  return words[word] === lastWord(view, last, length);
}

/** A hash of a cell, mixed so that its low bits depend on all bytes. */
export function hashOf(view: DataView, start: number, length: number): number {
  const last = start + ((length - 1) & -WORD);
  let hash = length;
  for (let at = start; at < last; at += WORD) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ lastWord(view, last, length), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
