import type { ByteText } from './byte-text.ts';

/** A piece of JSON text. */
export type JsonPart =
  /** White space, commas, colons. */
  | { kind: 'gap'; raw: ByteText }
  /** A string with its quotes; without the last where the file or the line ends in it. */
  | { kind: 'string'; raw: ByteText }
  /** A number, true, false, null; or anything else that is no JSON. */
  | { kind: 'word'; raw: ByteText }
  | JsonContainer;

/** An object or an array, as far as it has been read. */
export interface JsonContainer {
  kind: 'container';
  open: '{' | '[';
  parts: JsonPart[];
  /** Its closing bracket; empty while there is none. */
  close: ByteText;
}

/** Gets what `JsonParts` cuts out. */
export interface JsonPartSink {
  open(bracket: '{' | '['): void;
  close(bracket: '}' | ']'): void;
  part(part: JsonPart): void;
}

const GAP = /[\s,:]+/y;
const WORD = /[^\s,:{}[\]"]+/y;
const STRING = /"(?:[^"\\\n\r]|\\[^\n\r])*/y;

/** Cuts JSON text, however it is split into chunks, into its parts; what is no JSON is cut as well as it can be. */
export class JsonParts {
  readonly #sink: JsonPartSink;
  #rest: ByteText = '';
  #wanted = 0;

  constructor(sink: JsonPartSink) {
    this.#sink = sink;
  }

  /** @param last true if nothing comes after the text */
  write(text: ByteText, last: boolean): void {
    const all = this.#rest + text;
    this.#rest = all;
    // A long string is not scanned again for every chunk.
    if (!last && all.length < this.#wanted) return;
    let at = 0;
    while (at < all.length) {
      const next = this.#take(all, at, last);
      if (next === -1) break;
      at = next;
    }
    this.#rest = all.slice(at);
    this.#wanted = 2 * this.#rest.length;
  }

  /** Takes one part. @returns where the next starts; −1 if the end of this one is yet to come */
  #take(text: ByteText, at: number, last: boolean): number {
    const first = text[at] as string;
    if (first === '{' || first === '[') {
      this.#sink.open(first);
      return at + 1;
    }
    if (first === '}' || first === ']') {
      this.#sink.close(first);
      return at + 1;
    }
    if (first === '"') return this.#string(text, at, last);
    const kind = /[\s,:]/.test(first) ? 'gap' : 'word';
    const end = endOf(kind === 'gap' ? GAP : WORD, text, at);
    if (end === text.length && !last) return -1;
    this.#sink.part({ kind, raw: text.slice(at, end) });
    return end;
  }

  #string(text: ByteText, at: number, last: boolean): number {
    let end = endOf(STRING, text, at);
    if (end === text.length && !last) return -1;
    // A backslash is left where the line or the file ends behind it.
    if (text[end] === '\\') {
      if (end + 1 === text.length && !last) return -1;
      end++;
    }
    if (text[end] === '"') end++;
    this.#sink.part({ kind: 'string', raw: text.slice(at, end) });
    return end;
  }
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return Math.max(pattern.lastIndex, at + 1);
}
