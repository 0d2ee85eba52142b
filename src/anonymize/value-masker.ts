import { type ByteText, decoded, encoded } from './byte-text.ts';
import type { Column, ColumnTally } from './column-tally.ts';
import { maskValue } from './mask-value.ts';
import type { Replacements } from './replacements.ts';

/** What the values of all files are replaced with, and what the files' columns are. */
export interface Masking {
  replacements: Replacements;
  columns: ColumnTally;
  /** The text of a JSON document that stands within a value. */
  json: (text: ByteText, path: readonly string[]) => ByteText;
}

/**
 * The text as it may be shared, which is counted for its column.
 * @param path where it stands, for JSON in it
 */
export function maskedText(text: string, column: Column, path: readonly string[], masking: Masking): string {
  if (column.kind !== 'kept' && column.kind !== 'masked' && isJson(text)) {
    return decoded(masking.json(encoded(text), path));
  }
  const masked = maskValue(text, column.kind, masking.replacements);
  column.count(masked.fate);
  return masked.text;
}

/** A list or an object, written as JSON. */
function isJson(text: string): boolean {
  if (!/^\s*(?:\{\s*["}]|\[\s*["{[\d\]])/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
