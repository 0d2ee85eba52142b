import { wordsOf } from './name-words.ts';
import type { Replacements } from './replacements.ts';
import { isTrackerWord } from './tracker-words.ts';

/** A status is shorter; what is longer is a sentence. */
const LONGEST = 60;
const MOST_WORDS = 6;
const COMPANY =
  /(?:^|[\s,])(?:gmbh|ag|kg|ltd|limited|llc|llp|inc|incorporated|corp|corporation|plc|co|sarl|sas|bv|nv|oy|ab|spa|srl|pty|holding|group|bank)\.?$/i;
const CONTACT = /@|:\/\/|www\.|(?:\d\D{0,2}){7}|(?=[\w+/=-]*\d)[\w+/=-]{16}/i;
const SENTENCE = /[!?“”]|[.,:;](?:\s|$)/;

/** True for a value that may be somebody, a company, a sentence, a phone or an address, though it stands among statuses. */
export function looksPersonal(text: string, replacements: Replacements): boolean {
  if (text.length > LONGEST || CONTACT.test(text) || SENTENCE.test(text) || COMPANY.test(text)) return true;
  if (wordsOf(text).length > MOST_WORDS) return true;
  return looksLikeFullName(text) || replacements.namesPerson(text);
}

/** Capitalised words, none of which trackers use. */
function looksLikeFullName(text: string): boolean {
  const words = text.split(/[\s_.-]+/);
  return (
    words.length > 1 &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}'’]*$/u.test(word)) &&
    !words.some((word) => isTrackerWord(word.toLowerCase()))
  );
}
