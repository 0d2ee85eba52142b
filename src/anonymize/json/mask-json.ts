import { PitwallError } from '../../model/errors.ts';
import type { ByteText } from '../byte-text.ts';
import type { Masking } from '../values/value-masker.ts';
import { type JsonContainer, type JsonPart, type JsonPartSink, JsonParts } from './json-parts.ts';
import { JsonScope } from './json-scope.ts';

/** An object that is longer than this is copied before its end is known: memory does not grow with a document. */
const LONGEST_OBJECT = 1024 * 1024;

/** Containers in each other that are held at a time. */
const DEEPEST_HELD = 200;
/** No export is nested so deep; what is, is made to break programs. */
const DEEPEST = 5000;

/**
 * A copy of JSON: arrays, wrapped arrays, JSON Lines, whole documents. Records are held until they end, since what a
 * value is may be said after it; everything between values stays as it is.
 */
export class JsonMasker implements JsonPartSink {
  readonly #parts: JsonParts;
  /** What is being copied though its end is not known: the file itself, and long documents in it. */
  readonly #scopes: JsonScope[];
  /** Containers that are held, the outermost first. */
  #held: JsonContainer[] = [];
  #size = 0;
  #out: ByteText[] = [];

  /** @param path where the document stands, if it is within a value */
  constructor(masking: Masking, path: readonly string[] = []) {
    this.#parts = new JsonParts(this);
    // Documents one after another are like the elements of an array.
    this.#scopes = [new JsonScope({ kind: 'container', open: '[', parts: [], close: '' }, path, masking)];
  }

  write(text: ByteText): ByteText {
    this.#parts.write(text, false);
    return this.#written();
  }

  /** The rest; a document that the file cuts is cut in the copy. */
  end(): ByteText {
    this.#parts.write('', true);
    const [outermost] = this.#held;
    if (outermost !== undefined) this.#out.push(this.#scope.copy(outermost));
    this.#held = [];
    return this.#written();
  }

  open(bracket: '{' | '['): void {
    const container: JsonContainer = { kind: 'container', open: bracket, parts: [], close: '' };
    this.#held.at(-1)?.parts.push(container);
    this.#held.push(container);
    if (this.#held.length > DEEPEST_HELD) this.#letGo();
    if (this.#scopes.length > DEEPEST) {
      throw new PitwallError('bad-json', 'it is nested too deep', null, 'Export the data again.');
    }
    this.#grow(1);
  }

  close(bracket: '}' | ']'): void {
    const container = this.#held.pop();
    if (container !== undefined) {
      container.close = bracket;
      if (this.#held.length === 0) this.#give(container);
      return;
    }
    // A bracket too many is copied, too.
    if (this.#scopes.length > 1) this.#scopes.pop();
    this.#out.push(bracket);
  }

  part(part: JsonPart): void {
    const holder = this.#held.at(-1);
    if (holder === undefined) {
      this.#out.push(this.#scope.copy(part));
      return;
    }
    holder.parts.push(part);
    this.#grow(part.kind === 'container' ? 0 : part.raw.length);
  }

  get #scope(): JsonScope {
    return this.#scopes.at(-1) as JsonScope;
  }

  #give(part: JsonPart): void {
    this.#size = 0;
    this.#out.push(this.#scope.copy(part));
  }

  #grow(length: number): void {
    this.#size += length;
    if (this.#size > LONGEST_OBJECT) this.#letGo();
  }

  /** Copies what has been read of the outermost container, but for the one in it that is still open. */
  #letGo(): void {
    const [outermost, ...inner] = this.#held;
    if (outermost === undefined) return;
    const scope = this.#scope.inner(outermost);
    this.#out.push(outermost.open);
    for (const part of outermost.parts) if (part !== inner[0]) this.#out.push(scope.copy(part));
    this.#scopes.push(scope);
    this.#held = inner;
    this.#size = inner.length === 0 ? 0 : sizeOf(inner[0] as JsonContainer);
    if (this.#size > LONGEST_OBJECT) this.#letGo();
  }

  #written(): ByteText {
    const text = this.#out.join('');
    this.#out = [];
    return text;
  }
}

function sizeOf(part: JsonPart): number {
  return part.kind === 'container' ? part.parts.reduce((sum, each) => sum + sizeOf(each), 1) : part.raw.length;
}
