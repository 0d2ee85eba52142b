import { wordsIn } from './name-words.ts';
import { ORDINARY_WORDS, PARTICLES, ROLE_WORDS } from './role-words.ts';

/** Words in a row that name a person. */
export interface Spelling {
  words: string[];
  /** True where they count as a name only if they are written as one. */
  proper: boolean;
}

/** A surname that is as long makes, with the first letter before it, a login that is no ordinary word. */
const LONG_SURNAME = 5;

/** Names of more words are searched for as they are written, and no other way. */
const MOST_WORDS = 6;

/** The name as it is written, and what it is apart from order, case, accents and gaps. */
export function wholeSpellings(name: string): Spelling[] {
  const local = localPart(name);
  const umlauts = name.toLowerCase().replace(/[äöü]/g, (letter) => `${{ ä: 'a', ö: 'o', ü: 'u' }[letter]}e`);
  const texts = [name, umlauts, withoutApostrophes(name), ...(local === null ? [] : [local])];
  return [...new Set(texts)].flatMap((text) => orders(namesWords(text)));
}

/** What else a person of this name goes by: the parts of the name, and logins made of it. */
export function otherSpellings(name: string): Spelling[] {
  const text = localPart(name) ?? name;
  return [...new Set([text, withoutApostrophes(text)])].flatMap(partsAndLogins);
}

function partsAndLogins(name: string): Spelling[] {
  const words = namesWords(name).filter((word) => !PARTICLES.has(word));
  if (words.length < 2 || words.length > MOST_WORDS || words.some((word) => ROLE_WORDS.has(word))) return [];
  const parts = words.filter(isPart).map((word) => spelling([word]));
  const [first = ''] = words;
  const last = words.at(-1) as string;
  return [...parts, ...initials(first, last), ...initials(last, first)];
}

/** Two letters are a part of a name as any, unless they are also a word: `To do` is no person's. */
function isPart(word: string): boolean {
  return word.length > 2 ? !/^\p{N}+$/u.test(word) : /^\p{L}{2}$/u.test(word) && !ORDINARY_WORDS.has(word);
}

/** `O'Brien` as many write it: `OBrien`. */
function withoutApostrophes(name: string): string {
  return name.replace(/(?<=\p{L})['’ʼ‘`´](?=\p{L})/gu, '');
}

function initials(first: string, last: string): Spelling[] {
  const initial = first.slice(0, 1);
  if (last.length < 3) return [];
  const apart = [spelling([initial, last]), spelling([last, initial])].map((one) => ({ ...one, proper: true }));
  return last.length < LONG_SURNAME ? apart : [...apart, spelling([initial + last])];
}

/** Under which the same person is known in another spelling: the words of the name in no order. */
export function looseKey(name: string): string {
  return namesWords(localPart(name) ?? name)
    .sort()
    .join(' ');
}

/** The part of an address before the @, if that can be a name. */
function localPart(name: string): string | null {
  const [, local = ''] = /^([^\s@]+)@[^\s@]+$/.exec(name.trim()) ?? [];
  return local === '' || namesWords(local).every((word) => ROLE_WORDS.has(word)) ? null : local;
}

function namesWords(name: string): string[] {
  return wordsIn(name).map(({ word }) => word);
}

function orders(words: string[]): Spelling[] {
  if (words.every((word) => ROLE_WORDS.has(word))) return [];
  // A short number is an account's, and much else.
  if (words.join('').length < 2 || /^\p{N}{1,5}$/u.test(words.join(''))) return [];
  const [first = '', ...others] = words;
  if (others.length === 0) return [spelling(words)];
  const several = [words, [words.join('')]];
  if (words.length <= MOST_WORDS) {
    const last = words.at(-1) as string;
    const turned = [last, ...words.slice(0, -1)];
    several.push([...others, first], turned, [turned.join('')]);
  }
  return several.map(spelling);
}

function spelling(words: string[]): Spelling {
  const [word = ''] = words;
  return { words, proper: words.length === 1 && (word.length < 3 || ORDINARY_WORDS.has(word)) };
}
