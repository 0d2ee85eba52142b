import { closeSync, constants, fstatSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isOwn } from './code-folder.ts';

// A file of compiled code: a head of eight words of four bytes, then what V8 gave. V8 knows code of another version or
// with other flags by itself. It does not notice code that was damaged, and would run it.
const HEAD = 32;
const MARK = 0x50_57_43_31;

/** Larger by far than any code that is kept. */
const LARGEST = 64 << 20;

/**
 * Of the code and its length, which is the fourth word. Every word counts: a disk that lost a block would end each run in
 * a crash. That takes 2 ms, as long as loading what Node has for sums.
 */
function sumOf(words: Uint32Array): number {
  let sum = words[3]! | 0;
  for (let at = HEAD / 4; at < words.length; at += 1) sum = (Math.imul(sum, 31) + words[at]!) | 0;
  return sum >>> 0;
}

/** A number for a text, so that it can be compared at a glance. */
export function numberOf(text: string): number {
  let number = text.length;
  for (let at = 0; at < text.length; at += 1) number = (Math.imul(number, 31) + text.charCodeAt(at)) | 0;
  return number >>> 0;
}

/** The words of a buffer that holds whole words only, from its start. */
function wordsOf(file: Uint8Array): Uint32Array {
  return new Uint32Array(file.buffer, file.byteOffset, file.byteLength >>> 2);
}

/**
 * Compiled code as a file.
 * @param name of the file: code under another name is another program's
 */
export function sealed(code: Uint8Array, name: string): Uint8Array {
  const file = new Uint8Array(HEAD + Math.ceil(code.byteLength / 4) * 4);
  file.set(code, HEAD);
  const words = wordsOf(file);
  words.set([MARK, numberOf(name), file.byteLength, code.byteLength]);
  words[4] = sumOf(words);
  return file;
}

/** The code in a file that is whole; null if anything is amiss. */
export function unsealed(file: Uint8Array, name: string): Uint8Array | null {
  if (file.byteLength < HEAD || file.byteLength % 4 !== 0) return null;
  const words = wordsOf(file);
  const length = words[3]!;
  const whole =
    words[0] === MARK &&
    words[1] === numberOf(name) &&
    words[2] === file.byteLength &&
    length <= file.byteLength - HEAD &&
    words[4] === sumOf(words);
  return whole ? file.subarray(HEAD, HEAD + length) : null;
}

/** The code kept at a path; null if there is none, if it is not the user's own, or if it is damaged. */
export function readCode(path: string): Uint8Array | null {
  // No link is followed, and nothing is waited for: a pipe in its place would never end.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  let opened: number;
  try {
    opened = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    const stats = fstatSync(opened);
    if (!stats.isFile() || !isOwn(stats) || stats.size > LARGEST) return null;
    const file = new Uint8Array(stats.size);
    return readSync(opened, file) === stats.size ? unsealed(file, basename(path)) : null;
  } finally {
    closeSync(opened);
  }
}

/** Puts the code at a path, all of it or nothing, whoever else does the same meanwhile. */
export function writeCode(path: string, code: Uint8Array): void {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, sealed(code, basename(path)), { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
