/** Where a value is in its record: keys of objects, or one position in an array. */
export type Path = readonly (string | number)[];

/** The text between two values, and the path of the second; no path after the last value. */
export interface RecordPart {
  literal: string;
  path: Path | null;
}

/** A string, a number, `true`, `false` or `null`. */
const SCALAR = /"[^"\\]*(?:\\.[^"\\]*)*"|[-\d][-+.\deE]*|true|false|null/y;
const SPACE = /\s*/y;

/** Objects nested deeper than this are not taken apart: columns come from the first few levels. */
const DEEPEST = 16;

/**
 * Takes a record apart into its plain values and the text between them. Records of one shape have that text in common, to
 * the byte.
 *
 * @param text valid JSON that starts with the record's bracket
 * @returns null if it is open which cell a value belongs to: a list within an object, or a key that comes twice
 */
export function recordParts(text: string): RecordPart[] | null {
  return new RecordText(text).parts();
}

/** The text of a record, read from its start to its end. */
class RecordText {
  readonly #text: string;
  readonly #parts: RecordPart[] = [];
  #at = 0;
  /** Where the text before the next value starts. */
  #literalStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parts(): RecordPart[] | null {
    const known = this.#text.startsWith('[') ? this.#array() : this.#object([]);
    if (!known) return null;
    this.#parts.push({ literal: this.#text.slice(this.#literalStart, this.#at).trimEnd(), path: null });
    return this.#parts;
  }

  #object(path: Path): boolean {
    if (path.length === DEEPEST) return false;
    const keys = new Set<string>();
    this.#step();
    if (this.#next() === '}') return this.#ends();
    do {
      const key = JSON.parse(this.#match(SCALAR)) as string;
      if (keys.has(key)) return false;
      keys.add(key);
      this.#step();
      const inner = [...path, key];
      if (!(this.#next() === '{' ? this.#object(inner) : this.#scalar(inner))) return false;
    } while (!this.#ends());
    return true;
  }

  #array(): boolean {
    this.#step();
    if (this.#next() === ']') return this.#ends();
    let position = 0;
    do if (!this.#scalar([position++])) return false;
    while (!this.#ends());
    return true;
  }

  #scalar(path: Path): boolean {
    this.#parts.push({ literal: this.#text.slice(this.#literalStart, this.#at), path });
    const found = this.#match(SCALAR) !== '';
    this.#literalStart = this.#at;
    return found;
  }

  /** Passes over the next byte; true if it closes an object or an array. */
  #ends(): boolean {
    const byte = this.#step();
    return byte === '}' || byte === ']';
  }

  /** Passes over the next byte and the space around it. */
  #step(): string {
    this.#match(SPACE);
    const byte = this.#text.charAt(this.#at++);
    this.#match(SPACE);
    return byte;
  }

  #next(): string {
    return this.#text.charAt(this.#at);
  }

  /** Passes over what a pattern matches here; empty if it does not. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}
