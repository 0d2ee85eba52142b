import { headerKey } from '../../ingest/table/header-key.ts';
import { type ByteText, decoded, encoded } from '../byte-text.ts';
import { kindOf } from '../table/column-kind.ts';
import type { Column, ColumnTally } from '../table/column-tally.ts';
import { maskValue } from './mask-value.ts';
import type { Recognised } from './recognised.ts';
import type { Replacements } from './replacements.ts';
import { isTrackerWords } from './tracker-words.ts';
import { isRandomId } from './value-shape.ts';
import { looksPersonal } from './vocabulary-shape.ts';

/** The replacements of the values of all files, and the columns of the files. */
export interface Masking {
  replacements: Replacements;
  columns: ColumnTally;
  /** What its format says about the file that is being copied; null if no format reads it. */
  readonly recognised: Recognised | null;
  /** Masks a JSON document inside a value. */
  json: (text: ByteText, path: readonly string[]) => ByteText;
}

/**
 * The text as it may be shared. It is counted for its column.
 * @param path the keys that lead to it, for JSON in it
 */
export function maskedText(text: string, column: Column, path: readonly string[], masking: Masking): string {
  if (column.kind !== 'kept' && column.kind !== 'masked' && isJson(text)) {
    return decoded(masking.json(encoded(text), path));
  }
  const masked = maskValue(text, column.kind, masking);
  column.count(masked);
  return masked.text;
}

/**
 * The name of a column, a field or a JSON key as it may be shared. It stays if trackers or the format use it.
 * @param around the keys that lead to it: below a key for people, an id is a person's
 */
export function maskedName(
  name: string,
  { replacements, recognised, columns }: Masking,
  around: readonly string[] = [],
): string {
  const plain = name.trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return name;
  // A name that looks like a replacement must not be confused with one.
  if (/^key-\d+$/.test(plain)) return replacements.keyWord(name);
  if (columns.isKept(plain)) return name;
  if (replacements.isWholeName(plain)) return replacements.keyWord(name);
  if (isTrackerWords(plain)) return name;
  if (isRandomId(plain)) return around.length > 0 && kindOf(around) === 'people' ? replacements.keyWord(name) : name;
  if (recognised?.ownNames.has(headerKey(plain)) === true) return name;
  if (recognised?.columns.has(headerKey(plain)) === true && !looksPersonal(plain, replacements)) return name;
  if (/^\S+@\S+\.\S+$/.test(plain) && !plain.startsWith('@')) return replacements.mail(plain);
  return replacements.keyWord(name);
}

/** A list or an object, written as JSON. */
function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
