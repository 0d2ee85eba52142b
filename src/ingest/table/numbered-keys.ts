/** Digits that a number may have, so that it is a small integer. */
const MOST_DIGITS = 8;
/** Prefixes that are kept: exports of several projects have several. */
const MOST_PREFIXES = 8;
/** A prefix may have this many places for each key that is known, and this many in any case. */
const SPARSE = 16;
const ALWAYS = 4096;

const ZERO = 48;

/** The keys of one prefix. */
interface Prefix {
  bytes: Uint8Array;
  /** The id of each number, plus one; 0 where it is not known. */
  ids: Int32Array;
}

/**
 * Ids of keys such as `FLOW-123` or `4711` by their number. This takes two reads of memory; a hash table needs several, in
 * places that may be far apart. Keys that it does not know must be found in another way.
 */
export class NumberedKeys {
  readonly #prefixes: Prefix[] = [];
  /** The parts of the last key that was looked for; −1: it is no such key. */
  #digitsAt = -1;
  #number = 0;
  #prefix: Prefix | null = null;

  /**
   * The id of the key in these bytes; −1 if it is not known.
   * @param doubled true if quotes are written twice in it: the same bytes are another key then, which is not kept here
   */
  find(bytes: Uint8Array, start: number, end: number, doubled: boolean): number {
    this.#digitsAt = -1;
    if (doubled) return -1;
    let at = end;
    const least = Math.max(start, end - MOST_DIGITS);
    while (at > least) {
      const digit = (bytes[at - 1] as number) - ZERO;
      if (digit < 0 || digit > 9) break;
      at--;
    }
    // A zero in front would make two keys of one number.
    if (at === end || (bytes[at] === ZERO && at < end - 1)) return -1;
    if (at > start && (bytes[at - 1] as number) >= ZERO && (bytes[at - 1] as number) <= ZERO + 9) return -1;
    let number = 0;
    for (let digit = at; digit < end; digit++) number = number * 10 + (bytes[digit] as number) - ZERO;
    this.#digitsAt = at;
    this.#number = number;
    const prefix = this.#prefixOf(bytes, start, at);
    if (prefix === null || number >= prefix.ids.length) return -1;
    return (prefix.ids[number] as number) - 1;
  }

  /**
   * Keeps the id of the key that was looked for last.
   * @param known how many different keys there are
   */
  note(bytes: Uint8Array, start: number, id: number, known: number): void {
    if (this.#digitsAt === -1) return;
    const number = this.#number;
    if (number >= ALWAYS + SPARSE * known) return;
    const prefix = this.#prefixOf(bytes, start, this.#digitsAt) ?? this.#add(bytes.slice(start, this.#digitsAt));
    if (prefix === null) return;
    if (number >= prefix.ids.length) {
      const bigger = new Int32Array(Math.max(2 * prefix.ids.length, number + 1));
      bigger.set(prefix.ids);
      prefix.ids = bigger;
    }
    prefix.ids[number] = id + 1;
  }

  #prefixOf(bytes: Uint8Array, start: number, end: number): Prefix | null {
    if (this.#prefix !== null && same(this.#prefix.bytes, bytes, start, end)) return this.#prefix;
    for (const prefix of this.#prefixes) {
      if (!same(prefix.bytes, bytes, start, end)) continue;
      this.#prefix = prefix;
      return prefix;
    }
    return null;
  }

  #add(bytes: Uint8Array): Prefix | null {
    if (this.#prefixes.length === MOST_PREFIXES) return null;
    const prefix = { bytes: Uint8Array.from(bytes), ids: new Int32Array(1024) };
    this.#prefixes.push(prefix);
    return prefix;
  }
}

function same(prefix: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  const { length } = prefix;
  if (length !== end - start) return false;
  for (let at = 0; at < length; at++) if (prefix[at] !== bytes[start + at]) return false;
  return true;
}
