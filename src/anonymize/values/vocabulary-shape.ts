import { wordsOf } from './name-words.ts';
import type { Replacements } from './replacements.ts';
import { isTrackerWord } from './tracker-words.ts';

/** A longer text is a sentence, not a status. */
const LONGEST = 60;
const MOST_WORDS = 6;
const COMPANY =
  /(?:^|[\s,])(?:gmbh|ag|kg|ltd|limited|llc|llp|inc|incorporated|corp|corporation|plc|co|sarl|sas|bv|nv|oy|ab|spa|srl|pty|holding|group|bank)\.?$/i;
const CONTACT = /@|:\/\/|www\.|(?:\d\D{0,2}){7}|(?=[\w+/=-]*\d)[\w+/=-]{16}/i;
const SENTENCE = /[!?“”]|[.,:;](?:\s|$)/;

/** True for a value among statuses that may be a person, a company, a sentence, a phone number or an address. */
export function looksPersonal(text: string, replacements: Replacements): boolean {
  if (text.length > LONGEST || CONTACT.test(text) || SENTENCE.test(text) || COMPANY.test(text)) return true;
  if (wordsOf(text).length > MOST_WORDS) return true;
  return looksLikeFullName(text) || replacements.namesPerson(text);
}

/** True for capitalised words, none of which trackers use. */
function looksLikeFullName(text: string): boolean {
  const words = text.split(/[\s_.-]+/);
  return (
    words.length > 1 &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}'’]*$/u.test(word)) &&
    !words.some((word) => isTrackerWord(word.toLowerCase()))
  );
}
