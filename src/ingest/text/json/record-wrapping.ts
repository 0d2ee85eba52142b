/** What is known of the objects that servers put around records. Text is cut up by it, whichever tool wrote it. */
export interface RecordWrapping {
  /** Keys under which an array in such an object is its records. */
  readonly recordKeys: ReadonlySet<string>;
  /** An object with one of these is a record itself: an array in it belongs to it. */
  readonly identityKeys: ReadonlySet<string>;
  /** True if an object with this address under `self` is a record itself. */
  isRecordAddress(self: string): boolean;
  /** The records that an object wraps, taken out of it; null if the object is a record itself. */
  unwrap(object: Record<string, unknown>): unknown[] | null;
}
