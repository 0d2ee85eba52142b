import { isTrackerWord } from './tracker-words.ts';

/** The ways to write a name. Its pseudonym keeps them, so that a reader that distinguishes them still does. */
type Spelling = 'plain' | 'mail' | 'last first';

/** A longer text is not a name. */
const LONGEST_NAME = 200;
/** More words are not a name either. */
const MOST_WORDS = 6;

/** Remembers the replacement of each value, so that a value gets the same word everywhere. */
export class Replacements {
  readonly #people = new Map<string, number>();
  readonly #spellings = new Map<string, Map<string, number>>();
  /** Words of people's names. */
  readonly #nameWords = new Set<string>();
  /** Logins that known people may have. */
  readonly #logins = new Set<string>();
  readonly #texts = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  readonly #hosts = new Map<string, number>();
  readonly #ids = new Map<string, number>();
  readonly #projects = new Map<string, number>();
  readonly #keys = new Map<string, number>();

  /** The replacement for the number of an account. */
  account(digits: string): number {
    return numberOf(this.#people, digits);
  }

  /** The replacement for a person's name, account or id. */
  personWord(name: string): string {
    // Jira Data Center's key of the account with that number.
    const [, digits] = /^JIRAUSER(\d+)$/.exec(name) ?? [];
    return digits === undefined ? `person-${this.#person(name, 'plain')}` : `JIRAUSER${this.account(digits)}`;
  }

  mail(address: string): string {
    // Bugzilla's address for nobody.
    if (/^nobody@/i.test(address)) return 'nobody@example.invalid';
    return `person-${this.#person(address, 'mail')}@example.invalid`;
  }

  /** The replacement for `Smith, Anna` if Anna Smith is known; null if these may be two people. */
  lastFirst(name: string): string | null {
    return this.#people.has(personKey(name)) ? `${this.#person(name, 'last first')}, person` : null;
  }

  /** True for the name of a known person, or a text with a word of such a name or with a login made of it. */
  namesPerson(text: string): boolean {
    return (
      this.#people.has(personKey(text)) ||
      wordsOfName(text).some((word) => this.#nameWords.has(word) || this.#logins.has(word))
    );
  }

  /** True for the whole name of a known person, in two words or more, even if trackers use all its words. */
  isWholeName(text: string): boolean {
    return /\p{L}\P{L}+\p{L}/u.test(text) && wordsOfName(text).length > 1 && this.#people.has(personKey(text));
  }

  textWord(text: string): string {
    return `text-${padded(numberOf(this.#texts, text))}`;
  }

  /** The replacement for a number that may be a phone's. */
  number(digits: string): number {
    return numberOf(this.#numbers, digits);
  }

  hostWord(host: string): string {
    return `host-${padded(numberOf(this.#hosts, host.toLowerCase()))}.invalid`;
  }

  idWord(id: string): string {
    return `id-${padded(numberOf(this.#ids, id))}`;
  }

  /** The replacement for the letters of an id, such as `SHOP` in `SHOP-12`, in the same case. */
  projectWord(prefix: string): string {
    let number = numberOf(this.#projects, prefix);
    let letters = '';
    for (; number > 0; number = Math.floor((number - 1) / 26)) letters = LETTERS[(number - 1) % 26] + letters;
    return prefix === prefix.toUpperCase() ? `KEY${letters}` : `key${letters.toLowerCase()}`;
  }

  /** The replacement for the name of a column or of a JSON key. */
  keyWord(name: string): string {
    return `key-${padded(numberOf(this.#keys, name))}`;
  }

  #person(name: string, spelling: Spelling): string {
    const number = numberOf(this.#people, personKey(name));
    // A word of a name may also be one of a status: `Doing`.
    for (const word of wordsOfName(name)) if (word.length > 2 && !isTrackerWord(word)) this.#nameWords.add(word);
    for (const login of loginsOf(name)) this.#logins.add(login);
    const written = `${number} ${spelling}`;
    const spellings = this.#spellings.get(written) ?? new Map<string, number>();
    this.#spellings.set(written, spellings);
    const variant = numberOf(spellings, name);
    return padded(number) + (variant === 1 ? '' : `-${variant}`);
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Words of a name, or of the part of an address before the @. */
function wordsOfName(name: string): string[] {
  const plain = name.slice(0, LONGEST_NAME).replace(/(?<=.)@.*$/s, '');
  return plain
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** `asmith`, `annas`, `annasmith` and the like, for `Anna Smith` and for `Smith, Anna`. */
function loginsOf(name: string): string[] {
  const words = wordsOfName(name).filter((word) => /\p{L}/u.test(word));
  const [first, last] = [words[0], words.at(-1)];
  if (words.length < 2 || first === undefined || last === undefined || words.length > MOST_WORDS) return [];
  const [initial = '', other = ''] = [[...first][0], [...last][0]];
  const logins = [initial + last, last + initial, first + other, other + first, first + last, last + first];
  return [...logins, words.join('')].filter((login) => login.length > 2 && !isTrackerWord(login));
}

/** One key for all spellings of a name: `Anna Smith`, `smith, anna` and `anna.smith@acme.example`. */
function personKey(name: string): string {
  return name.length > LONGEST_NAME ? name : wordsOfName(name).sort().join(' ') || name;
}

function numberOf(numbers: Map<string, number>, value: string): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  const number = numbers.size + 1;
  numbers.set(value, number);
  return number;
}

function padded(number: number): string {
  return String(number).padStart(3, '0');
}
