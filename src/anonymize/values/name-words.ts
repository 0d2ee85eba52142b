import { MODIFIERS } from './column-name-words.ts';

/** A longer text is not a name, and comparing it would take long. */
const LONGEST = 200;

/** A name as lower-case words: camel case, underscores and punctuation are all spaces. */
export function wordsOf(name: string): string[] {
  return name
    .slice(0, LONGEST)
    .normalize('NFC')
    .replace(/^WEF_[0-9A-F]+_/i, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}#%]+/u)
    .filter((word) => word !== '');
}

/** The words without those that only say which of several values it is. */
export function subjectOf(words: readonly string[]): string[] {
  return words.filter((word) => !MODIFIERS.has(word));
}
