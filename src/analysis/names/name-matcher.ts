import type { Spelling } from './name-spellings.ts';
import { type Word, wordsIn } from './name-words.ts';

/** A step of the words that make a name. */
interface Step {
  next: Map<string, Step> | null;
  /** The label of the person whose name ends here; null where none does. */
  label: string | null;
  proper: boolean;
}

/** No name has more signs in a row within it: `Smith, Anna`, `anna%20smith`. */
const LONGEST_GAP = 6;

/** A label that is there already. */
const LABEL = /(?:person|owner|input) \d+/y;

/** The rest of an address whose first part was a name. */
const DOMAIN = /[\w.+-]{0,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/uy;

/**
 * Finds names in texts, whole words and the longest first. Each word of a text is looked up once or twice, however many
 * names there are.
 */
export class NameMatcher {
  readonly #root: Step = { next: null, label: null, proper: false };

  /** Has these words be replaced by the label, unless they have one. */
  add({ words, proper }: Spelling, label: string): void {
    if (words.length === 0 || /^(?:person|owner|input) \p{N}+$/u.test(words.join(' '))) return;
    let step = this.#root;
    for (const word of words) {
      step.next ??= new Map();
      let next = step.next.get(word);
      if (next === undefined) {
        next = { next: null, label: null, proper: false };
        step.next.set(word, next);
      }
      step = next;
    }
    if (step.label !== null) return;
    step.label = label;
    step.proper = proper;
  }

  /** The text with labels in the place of names. */
  replace(text: string): string {
    if (this.#root.next === null) return text;
    const replaced = this.#replaced(text);
    // Accents of a name in an address are octets.
    return replaced === text && /%[0-9a-f]{2}/i.test(text) ? this.#decoded(text) : replaced;
  }

  #decoded(text: string): string {
    try {
      const decoded = decodeURIComponent(text);
      const replaced = this.#replaced(decoded);
      return replaced === decoded ? text : replaced;
    } catch {
      return text;
    }
  }

  #replaced(text: string): string {
    const words = wordsIn(text);
    let result = '';
    let copied = 0;
    for (let index = 0; index < words.length; index++) {
      const { start } = words[index] as Word;
      if (start < copied) continue;
      LABEL.lastIndex = start;
      const made = LABEL.exec(text);
      if (made !== null) {
        result += text.slice(copied, start + made[0].length);
        copied = start + made[0].length;
        continue;
      }
      const found = this.#at(text, words, index);
      if (found === null) continue;
      DOMAIN.lastIndex = found.end;
      const domain = DOMAIN.exec(text);
      result += text.slice(copied, start) + found.label;
      copied = found.end + (domain === null ? 0 : domain[0].length);
    }
    return copied === 0 ? text : result + text.slice(copied);
  }

  /** The longest name that begins with a word. */
  #at(text: string, words: readonly Word[], first: number): { label: string; end: number } | null {
    let step: Step | undefined = this.#root;
    let found: { label: string; end: number } | null = null;
    for (let index = first; index < words.length; index++) {
      const { word, start, end } = words[index] as Word;
      if (index > first && start - (words[index - 1] as Word).end > LONGEST_GAP) break;
      step = step.next?.get(word);
      if (step === undefined) break;
      if (step.label !== null && (!step.proper || isProper(text, words[first] as Word, end)))
        found = { label: step.label, end };
    }
    return found;
  }
}

/** Whether a word that may mean something else is written as a name. */
function isProper(text: string, { start }: Word, end: number): boolean {
  const before = start === 0 ? '' : text[start - 1];
  return (
    before === '@' || /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(text.slice(start, end)) || text.slice(start, end) === text.trim()
  );
}
