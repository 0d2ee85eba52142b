import { withoutMarks } from '../../../model/status-words/kind-words.ts';

/** Writing without spaces between words: a phrase may stand anywhere. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** How many letters of a phrase find it. */
const KEY_LENGTH = 3;
/** Names come again and again, mostly soon after each other; those of hostile files could be endless. */
const MOST_KNOWN = 20_000;
/** A longer name is a text, and its words say nothing of a column. */
const LONGEST = 200;

type Place = 'words' | 'beginning' | 'ending' | 'last';

interface Phrase<Meaning> {
  text: string;
  place: Place;
  meaning: Meaning;
}

/** `actualStartDate`, `Work_Started-on` and `Started on` are words alike; letter case and accents do not count. */
export function wordsOf(name: string): string {
  const text = name.slice(0, LONGEST).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return withoutMarks(text.replace(/[#№]/g, ' nr '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * What names may mean, by the phrases in them. Phrases are separated by commas and are whole words; `word*` is the beginning
 * of a word, `*word` the end of a longer one, `word.` the last word of a longer name. In writing without spaces a phrase may
 * stand anywhere.
 */
export class PhraseBook<Meaning extends string> {
  readonly #written: readonly Readonly<Record<Meaning, string>>[];
  readonly #known = new Map<string, ReadonlySet<Meaning>>();
  readonly #byBeginning = new Map<string, Phrase<Meaning>[]>();
  readonly #endings: Phrase<Meaning>[] = [];
  readonly #unspaced: Phrase<Meaning>[] = [];
  #isOpen = false;

  /** @param written the phrases of each meaning, by language; taken apart when a name is first asked for */
  constructor(written: Readonly<Record<string, Readonly<Record<Meaning, string>>>>) {
    this.#written = Object.values(written);
  }

  /** All meanings that a name may have. */
  meaningsOf(name: string): ReadonlySet<Meaning> {
    let meanings = this.#known.get(name);
    if (meanings === undefined) {
      meanings = this.#find(wordsOf(name));
      // What came before may be of files that nobody reads any more.
      if (this.#known.size === MOST_KNOWN) this.#known.clear();
      // A copy: the name may be a part of a text, which would be kept with it.
      this.#known.set(Array.from(name).join(''), meanings);
    }
    return meanings;
  }

  #find(name: string): ReadonlySet<Meaning> {
    this.#open();
    const found = new Set<Meaning>();
    if (UNSPACED.test(name))
      for (const { meaning, text } of this.#unspaced) if (name.includes(text)) found.add(meaning);
    let at = 0;
    for (const word of name.split(' ')) {
      for (const phrase of this.#byBeginning.get(word.slice(0, KEY_LENGTH)) ?? [])
        if (stands(phrase, name, at)) found.add(phrase.meaning);
      for (const { meaning, text } of this.#endings)
        if (word.length > text.length && word.endsWith(text)) found.add(meaning);
      at += word.length + 1;
    }
    return found;
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    for (const language of this.#written) {
      for (const meaning of Object.keys(language) as Meaning[]) {
        for (const written of language[meaning].split(',')) this.#add(written.trim(), meaning);
      }
    }
  }

  #add(written: string, meaning: Meaning): void {
    const phrase = { text: wordsOf(written), place: placeOf(written), meaning };
    if (phrase.place === 'ending') this.#endings.push(phrase);
    else if (UNSPACED.test(written)) this.#unspaced.push(phrase);
    else {
      const [first = ''] = phrase.text.split(' ');
      const key = first.slice(0, KEY_LENGTH);
      const others = this.#byBeginning.get(key);
      if (others === undefined) this.#byBeginning.set(key, [phrase]);
      else others.push(phrase);
    }
  }
}

function placeOf(written: string): Place {
  if (written.startsWith('*')) return 'ending';
  if (written.endsWith('*')) return 'beginning';
  return written.endsWith('.') ? 'last' : 'words';
}

/** True if the phrase is in the name at the beginning of a word. */
function stands({ place, text }: Phrase<string>, name: string, at: number): boolean {
  if (!name.startsWith(text, at)) return false;
  const end = at + text.length;
  if (place === 'last') return end === name.length && at > 0;
  return place === 'beginning' || end === name.length || name[end] === ' ';
}
