import { Int32Column } from './columns.ts';

/** Places in the block are 32-bit integers. */
const MOST_BYTES = 0x7fffffff;
/** What UTF-8 takes at most of a unit of UTF-16. */
const MOST_PER_UNIT = 3;
/** Half of a character, as JSON may hold it: UTF-8 cannot write it. */
const HALF = /\p{Surrogate}/u;

/** Texts as UTF-8, one behind the other: a fraction of what strings take, for texts of which few are ever read. */
export class TextBytes {
  #bytes = new Uint8Array(4096);
  /** The byte behind each text. */
  readonly #ends = new Int32Column();
  #end = 0;
  /** Texts that cannot be kept as bytes. */
  readonly #others = new Map<number, string>();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #encoder = new TextEncoder();

  readonly #mostBytes: number;

  /** @param mostBytes texts beyond so many bytes stay strings */
  constructor(mostBytes: number = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  get length(): number {
    return this.#ends.length;
  }

  push(text: string): void {
    if (HALF.test(text) || !this.#reserve(MOST_PER_UNIT * text.length)) this.#others.set(this.length, text);
    else this.#end += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#end)).written;
    this.#ends.push(this.#end);
  }

  /** Adds the text in these bytes, which are UTF-8. */
  pushBytes(bytes: Uint8Array, start: number, end: number): void {
    if (this.#reserve(end - start)) {
      const kept = this.#bytes;
      let to = this.#end;
      for (let at = start; at < end; at++) kept[to++] = bytes[at] as number;
      this.#end = to;
    } else this.#others.set(this.length, this.#decoder.decode(bytes.subarray(start, end)));
    this.#ends.push(this.#end);
  }

  at(index: number): string {
    const start = index === 0 ? 0 : this.#ends.at(index - 1);
    return this.#others.get(index) ?? this.#decoder.decode(this.#bytes.subarray(start, this.#ends.at(index)));
  }

  /** Makes room for so many bytes; false where there is none. */
  #reserve(count: number): boolean {
    const wanted = this.#end + count;
    if (wanted > this.#mostBytes) return false;
    if (wanted > this.#bytes.length) {
      const bigger = new Uint8Array(Math.min(this.#mostBytes, Math.max(wanted, 2 * this.#bytes.length)));
      bigger.set(this.#bytes);
      this.#bytes = bigger;
    }
    return true;
  }
}
