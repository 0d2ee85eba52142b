import type { JsonCursor } from './json-cursor.ts';
import type { QuickRecords } from './quick-records.ts';

/** Gets the texts that a JSON file is made of, in the order of the file. */
export interface JsonTexts {
  /** A document that is not cut up: one object, or an array of plain values. */
  document(text: string, line: number): void;
  /** An element of an array of records. */
  element(text: string, line: number): void;
  /** What stands around the elements that follow or went before, with an empty array in their place. */
  around(text: string): void;
  /** What finds records without their texts being cut out; null if nothing does. */
  readonly quick: QuickRecords | null;
  /** A document or an element that `quick` has found. */
  found(cursor: JsonCursor): void;
}
