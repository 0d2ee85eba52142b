import { isTrackerWord } from './tracker-words.ts';

/** Ways in which a name is written, which its pseudonym keeps: programs that tell them apart still do. */
type Spelling = 'plain' | 'mail' | 'last first';

/** What is longer is no name. */
const LONGEST_NAME = 200;

/** Remembers what each value was replaced by, so that the same value is replaced by the same word everywhere. */
export class Replacements {
  readonly #people = new Map<string, number>();
  readonly #spellings = new Map<string, Map<string, number>>();
  /** Words of people's names. */
  readonly #nameWords = new Set<string>();
  readonly #texts = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  readonly #hosts = new Map<string, number>();
  readonly #ids = new Map<string, number>();
  readonly #projects = new Map<string, number>();
  readonly #keys = new Map<string, number>();

  /** The number that stands for an account's number. */
  account(digits: string): number {
    return numberOf(this.#people, digits);
  }

  /** The word that stands for a person's name, account or id. */
  personWord(name: string): string {
    // Jira Data Center's key of the account with that number.
    const [, digits] = /^JIRAUSER(\d+)$/.exec(name) ?? [];
    return digits === undefined ? `person-${this.#person(name, 'plain')}` : `JIRAUSER${this.account(digits)}`;
  }

  mail(address: string): string {
    // How Bugzilla writes that there is nobody.
    if (/^nobody@/i.test(address)) return 'nobody@example.invalid';
    return `person-${this.#person(address, 'mail')}@example.invalid`;
  }

  /** `Smith, Anna` as Anna Smith is written, if such a person is known; null if these may be two people. */
  lastFirst(name: string): string | null {
    return this.#people.has(personKey(name)) ? `${this.#person(name, 'last first')}, person` : null;
  }

  /** True for the name of a person that was met, or of words that are part of such names. */
  namesPerson(text: string): boolean {
    return this.#people.has(personKey(text)) || wordsOfName(text).some((word) => this.#nameWords.has(word));
  }

  textWord(text: string): string {
    return `text-${padded(numberOf(this.#texts, text))}`;
  }

  /** The number that stands for one that may be a phone's. */
  number(digits: string): number {
    return numberOf(this.#numbers, digits);
  }

  hostWord(host: string): string {
    return `host-${padded(numberOf(this.#hosts, host.toLowerCase()))}.invalid`;
  }

  idWord(id: string): string {
    return `id-${padded(numberOf(this.#ids, id))}`;
  }

  /** Letters that stand for what is before the number of an id, in its case: `SHOP` in `SHOP-12`. */
  projectWord(prefix: string): string {
    let number = numberOf(this.#projects, prefix);
    let letters = '';
    for (; number > 0; number = Math.floor((number - 1) / 26)) letters = LETTERS[(number - 1) % 26] + letters;
    return prefix === prefix.toUpperCase() ? `KEY${letters}` : `key${letters.toLowerCase()}`;
  }

  /** The word that stands for a name of a column or of a JSON key. */
  keyWord(name: string): string {
    return `key-${padded(numberOf(this.#keys, name))}`;
  }

  #person(name: string, spelling: Spelling): string {
    const number = numberOf(this.#people, personKey(name));
    // Words of one name alone are met in statuses, too: `Doing`.
    for (const word of wordsOfName(name)) if (word.length > 2 && !isTrackerWord(word)) this.#nameWords.add(word);
    const written = `${number} ${spelling}`;
    const spellings = this.#spellings.get(written) ?? new Map<string, number>();
    this.#spellings.set(written, spellings);
    const variant = numberOf(spellings, name);
    return padded(number) + (variant === 1 ? '' : `-${variant}`);
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Words of a name, or of what stands before the @ of an address. */
function wordsOfName(name: string): string[] {
  const plain = name.slice(0, LONGEST_NAME).replace(/(?<=.)@.*$/s, '');
  return plain
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** What spellings of one name have in common: `Anna Smith`, `smith, anna` and `anna.smith@acme.example`. */
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
