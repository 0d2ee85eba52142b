import type { ByteText } from '../byte-text.ts';

/** A piece of JSON text. */
export type JsonPart =
  /** White space, commas, colons. */
  | { kind: 'gap'; raw: ByteText }
  /** A string with its quotes, but without the last one if the file or the line ends first. */
  | { kind: 'string'; raw: ByteText }
  /** A number, true, false, null; or anything else that is not JSON. */
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

/** Receives the parts from `JsonParts`. */
export interface JsonPartSink {
  open(bracket: '{' | '['): void;
  close(bracket: '}' | ']'): void;
  part(part: JsonPart): void;
}

const BEYOND_GAP = /[^\s,:]/g;
const BEYOND_WORD = /[\s,:{}[\]"]/g;
/** The characters in a string that need a closer look. */
const IN_STRING = /["\\\n\r]/g;

/** Cuts JSON text into its parts, however it is split into chunks. Text that is not JSON is cut as well as possible. */
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

  /** Takes one part. @returns where the next starts; −1 if the end of this one is not there yet */
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
    const end = next(kind === 'gap' ? BEYOND_GAP : BEYOND_WORD, text, at + 1);
    if (end === text.length && !last) return -1;
    this.#sink.part({ kind, raw: text.slice(at, end) });
    return end;
  }

  #string(text: ByteText, at: number, last: boolean): number {
    let end = next(IN_STRING, text, at + 1);
    while (text[end] === '\\') {
      if (end + 1 >= text.length && !last) return -1;
      const isCut = end + 1 >= text.length || /[\n\r]/.test(text[end + 1] as string);
      end = isCut ? end + 1 : next(IN_STRING, text, end + 2);
    }
    if (end >= text.length && !last) return -1;
    if (text[end] === '"') end++;
    this.#sink.part({ kind: 'string', raw: text.slice(at, end) });
    return end;
  }
}

/** The place of the next match of a pattern for one character, or the end of the text. */
function next(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
