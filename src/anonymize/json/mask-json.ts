import { PitwallError } from '../../model/errors.ts';
import type { ByteText } from '../byte-text.ts';
import type { Masking } from '../values/value-masker.ts';
import { type JsonContainer, type JsonPart, type JsonPartSink, JsonParts } from './json-parts.ts';
import { JsonScope } from './json-scope.ts';

/** A longer object is copied before its end is known, so that memory does not grow with the document. */
const LONGEST_OBJECT = 1024 * 1024;

/** The number of nested containers held at once. */
const DEEPEST_HELD = 200;
/** No export is nested this deep. A file that is was made to break programs. */
const DEEPEST = 5000;

/**
 * Copies JSON: arrays, wrapped arrays, JSON Lines, whole documents. Records are held until they end, since a later key
 * may say what an earlier value is. Everything between values stays as it is.
 */
export class JsonMasker implements JsonPartSink {
  readonly #parts: JsonParts;
  /** Containers that are being copied before their end is known: the file itself, and long documents in it. */
  readonly #scopes: JsonScope[];
  /** Held containers, the outermost first. */
  #held: JsonContainer[] = [];
  #size = 0;
  #out: ByteText[] = [];

  /** @param path the keys that lead to the document, if it is inside a value */
  constructor(masking: Masking, path: readonly string[] = []) {
    this.#parts = new JsonParts(this);
    // Documents one after another are like the elements of an array.
    this.#scopes = [new JsonScope({ kind: 'container', open: '[', parts: [], close: '' }, path, masking)];
  }

  write(text: ByteText): ByteText {
    this.#parts.write(text, false);
    return this.#written();
  }

  /** The rest. A document that is cut off in the file is cut off in the copy. */
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
    // A surplus bracket is copied too.
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

  /** Copies what has been read of the outermost container, except the open container in it. */
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
