import { ROLE_NAMES } from './date-roles.ts';
import { ASSIGNEE_NAMES, FIELD_NAMES, ID_NAMES, STATUS_NAMES } from './field-names.ts';
import { wordsOf } from './phrase-book.ts';
import { COLUMN_WORDS } from './words/column-words.ts';
import { DATE_WORDS } from './words/date-words.ts';

/** Small words between others. */
const SMALL = ['a', 'and', 'by', 'for', 'in', 'of', 'the', 'to', 'was', 'went', 'work', 'full', 'first'];

let common: ReadonlySet<string> | null = null;

function commonWords(): ReadonlySet<string> {
  const english = [...Object.values(DATE_WORDS.en ?? {}), ...Object.values(COLUMN_WORDS.en ?? {})];
  const phrases = english.flatMap((written) => written.split(',')).filter((phrase) => !phrase.includes('*'));
  const names = [Object.values(ROLE_NAMES), Object.values(FIELD_NAMES), ID_NAMES, ASSIGNEE_NAMES, STATUS_NAMES];
  return new Set([...phrases, ...names.flat(2), ...SMALL].flatMap((name) => wordsOf(name).split(' ')));
}

/**
 * True if a column's name is made of words alone that columns are commonly called by: it then names nobody, and may be
 * shown where people must lose their names.
 */
export function isCommonName(name: string): boolean {
  common ??= commonWords();
  const words = wordsOf(name);
  return words !== '' && words.split(' ').every((word) => (common as ReadonlySet<string>).has(word));
}
