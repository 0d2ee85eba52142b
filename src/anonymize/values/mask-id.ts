import type { Replacements } from './replacements.ts';
import { isTrackerWords } from './tracker-words.ts';
import { isLinkWord, isRandomId } from './value-shape.ts';

/** `SHOP-12`, as trackers number items in a project. */
const PROJECT_ID = /^\p{Lu}[\p{Lu}\d_]{0,30}-\d{1,9}$/u;
const PROJECT = /^\p{Lu}[\p{Lu}\d_]{0,30}$/u;
/** Letters with a number after them: the letters may be a name. */
const NUMBERED = /^([^\d\s]\D*?|[\p{L}\p{N}_.-]*?[\p{L}_.-])([-_:#. ]?)(\d{1,9})$/u;

export function isProjectId(text: string): boolean {
  return PROJECT_ID.test(text);
}

/** One or several ids, and the words that trackers put between them. A text with other words is replaced as a whole. */
export function maskIds(text: string, replacements: Replacements): string {
  if (!/\s/.test(text)) return text.replace(/[^,;|]+/g, (id) => maskId(id, replacements));
  const parts = text.split(/[\s,;|]+/).filter((part) => part !== '');
  const isList = parts.every((part) => isLinkWord(part.replace(/:$/, '')) || isPlainId(part));
  // Numbers with only spaces between them may be a phone number.
  if (!isList || !/[,;|:#\p{L}]/u.test(text)) return isTrackerWords(text) ? text : replacements.idWord(text);
  return text.replace(/[^\s,;|]+/g, (part) => (isPlainId(part) ? maskId(part, replacements) : part));
}

function isPlainId(text: string): boolean {
  return /^[#!]?\d{1,19}$/.test(text) || isRandomId(text) || isProjectId(text);
}

/** One id: its number stays, its words are replaced. */
export function maskId(id: string, replacements: Replacements): string {
  if (/^[#!]?\d{1,19}$/.test(id) || isRandomId(id)) return id;
  // Some ids are words that every tracker has: `done` of a category, `todo` of a list.
  if (/^\d+(?:[/:]\d+)+$/.test(id) || (!/\d/.test(id) && isTrackerWords(id))) return id;
  if (PROJECT.test(id)) return replacements.projectWord(id);
  const [, prefix = '', separator = '', number = ''] = NUMBERED.exec(id) ?? [];
  if (number === '') return replacements.idWord(id);
  return replacements.projectWord(prefix) + separator + number;
}
