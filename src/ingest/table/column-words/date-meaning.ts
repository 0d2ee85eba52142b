import { type DateRole, roleOf } from './date-roles.ts';
import { PhraseBook, wordsOf } from './phrase-book.ts';
import { DATE_WORDS, type DateWord } from './words/date-words.ts';

const BOOK = new PhraseBook<DateWord>(DATE_WORDS);

/** What dates may be besides those of an item's life; the first that a name means counts. */
const ASIDES = ['plan', 'paperwork', 'change'] as const;
const ROLES = ['created', 'started', 'finished'] as const;

/** Dates that no item enters a stage on: wishes and promises, paperwork beside the work, and when a row was last changed. */
export type AsideDate = (typeof ASIDES)[number];

/** What a date of this name is, if it is none of an item's life; null if it may be one. */
export function asideOf(name: string): AsideDate | null {
  if (roleOf(name) !== null) return null;
  const meanings = BOOK.meaningsOf(name);
  return ASIDES.find((aside) => meanings.has(aside)) ?? null;
}

/** The date of an item's life that a column's name may mean; null for plans, changes and names without a known word. */
export function wordRole(name: string): DateRole | null {
  const known = roleOf(name);
  if (known !== null) return known;
  if (asideOf(name) !== null) return null;
  const meanings = BOOK.meaningsOf(name);
  return ROLES.find((role) => meanings.has(role)) ?? null;
}

/** True if the name says that it is of a date: `Approval date`, `Closed at`, `開始日`. Names of stages do not. */
export function isDateName(name: string): boolean {
  return BOOK.meaningsOf(name).has('date');
}

/** What has happened, by its form: nobody plans what is "started" or "closed". */
const HAPPENED =
  /\b(?:created|opened|started|begun|began|finished|completed|closed|done|resolved|ended|delivered|shipped|released|published|launched)\b/;

/** True if the name itself says that its dates are facts, even beside planned ones. */
export function isFact(name: string): boolean {
  return BOOK.meaningsOf(name).has('actual') || HAPPENED.test(wordsOf(name));
}
