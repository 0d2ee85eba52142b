import type { Buffer } from 'node:buffer';

/** How servers wrap records in objects. */
export interface RecordWrapping {
  /** Keys under which an array in such an object is its records. */
  readonly recordKeys: ReadonlySet<string>;
  /** An object with one of these is a record itself: an array in it belongs to it. */
  readonly identityKeys: ReadonlySet<string>;
  /** True if an object with this address under `self` is a record itself. */
  isRecordAddress(self: string): boolean;
  /** The records that an object wraps, taken out of it; null if the object is a record itself. */
  unwrap(object: Record<string, unknown>): unknown[] | null;
  /** A record taken out of the envelope that a collecting program put around it; the record itself if there is none. */
  inner(record: unknown): unknown;
}

/** The keys of a document's outermost object so far: they show whether an array in it holds its records. */
export class OuterKeys {
  readonly #wrapping: RecordWrapping;
  /** Span of the last string, counted from the start of the document: a key if a colon follows. */
  #start = 0;
  #end = 0;
  /** Span of the string before it: the value of the last key, if that is a string. */
  #valueStart = 0;
  #valueEnd = 0;
  #key = '';
  #identified = false;

  constructor(wrapping: RecordWrapping) {
    this.#wrapping = wrapping;
  }

  /** Notes a string with its quotes. */
  string(start: number, end: number): void {
    this.#valueStart = this.#start;
    this.#valueEnd = this.#end;
    this.#start = start;
    this.#end = end;
  }

  /** Notes that a colon follows the last string. */
  colon(bytes: Buffer, document: number): void {
    if (
      this.#key === 'self' &&
      this.#wrapping.isRecordAddress(bytes.toString('utf8', document + this.#valueStart, document + this.#valueEnd))
    )
      this.#identified = true;
    this.#key = bytes.toString('utf8', document + this.#start + 1, document + this.#end - 1);
    if (this.#wrapping.identityKeys.has(this.#key)) this.#identified = true;
  }

  /** True if an array under the last key holds the records that the object wraps. */
  wrapRecords(): boolean {
    return !this.#identified && this.#wrapping.recordKeys.has(this.#key);
  }

  clear(): void {
    this.#start = this.#end = this.#valueStart = this.#valueEnd = 0;
    this.#key = '';
    this.#identified = false;
  }
}
