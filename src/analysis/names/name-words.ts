/** A word of a text as names are compared: without accents, in small letters. */
export interface Word {
  word: string;
  start: number;
  end: number;
}

/**
 * Letters of scripts that write no spaces are words of their own, so that a name is found within a run of them. An octet
 * as addresses of the web write it is a gap.
 */
const WORDS =
  /%[0-9a-f]{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+/giu;

/** The words of a text, in its order. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORDS)) {
    const [found] = match;
    if (found.startsWith('%')) continue;
    words.push({ word: plain(found), start: match.index, end: match.index + found.length });
  }
  return words;
}

/** What remains of a word where accents and letter case do not count. */
function plain(word: string): string {
  return ASCII.test(word)
    ? word.toLowerCase()
    : word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').normalize('NFC');
}

const ASCII = /^[a-z0-9]+$/i;
