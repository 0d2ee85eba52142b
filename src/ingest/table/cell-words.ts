import { WORD } from '../text/csv/csv-record.ts';

/** Bits of a quick hash, and how many of them there are. */
const QUICK_BITS = 10;
export const QUICK_HASHES = 1 << QUICK_BITS;

/** The bits of a cell's last word that count, by how many bytes it has; 0 means all four. */
const MASKS = Int32Array.of(-1, 0xff, 0xffff, 0xffffff);

/** The last word of a cell, without the bytes after its end. */
export function lastWord(view: DataView, at: number, length: number): number {
  return view.getInt32(at, true) & (MASKS[length & 3] as number);
}

/** True if a cell of one byte or more consists of these words. */
export function same(words: Int32Array, offset: number, view: DataView, start: number, length: number): boolean {
  const last = start + ((length - 1) & -WORD);
  let word = offset;
  for (let at = start; at < last; at += WORD) if (words[word++] !== view.getInt32(at, true)) return false;
  return words[word] === lastWord(view, last, length);
}

/** A place among the recent cells, from the first and the last word of a cell and its length. */
export function quickHash(view: DataView, start: number, length: number): number {
  const first = view.getInt32(start, true) & (length < WORD ? (MASKS[length] as number) : -1);
  const last = length <= WORD ? 0 : view.getInt32(start + length - WORD, true);
  return Math.imul(first ^ Math.imul(last, 0x85ebca6b) ^ length, 0x9e3779b1) >>> (32 - QUICK_BITS);
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
