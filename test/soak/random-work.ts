import { Random } from '../reference/log/random.ts';
import type { Change, WorkItem } from './work.ts';

/** Numbers of items on both sides of every limit at which a reader does something else. */
const COUNTS = [
  ...[5, 9, 31, 32, 33, 63, 64, 65, 127, 129, 255, 257, 340, 511, 512, 513],
  ...[700, 1023, 1024, 1025, 1400, 2047, 2049, 4095, 4096, 4097, 8193, 20_000],
];
const LARGE = 2000;

/**
 * Letters by what they are written with. Those of `latin` are in windows-1252, and none of them follows another so that
 * both together are UTF-8: such a file would rightly be read as that.
 */
const WORDS = {
  ascii: ['letter', 'Poster', 'a', 'of', '&', '<b>', '100%', "it's", '\\n', '#3', '(x)', '__proto__', 'constructor'],
  latin: ['café', 'Größe', 'Ærø', 'ÿ', 'mañana', '5 €', 'a–b'],
  any: ['Ω', 'Прове́рка', '審査', '😀', 'e\u0301', '👩‍💻', 'ﬁ', 'x\u2028x', 'İ'],
} as const;
const MARKS = ['"', '"', '""', '""', ',', ';', '|', '\t', '\n', '\r\n', '\r', "'", ' ', '  '];
const PREFIXES = ['A', 'FLOW', 'team-b', 'x.y', 'K9', 'Q_', '#', 'ab:c', 'R/', 'Z', 'zz', 'T'];
const NAMES = ['ana', 'Ben', 'cleo', 'Dee, Eve', 'Al "Ace" Lee', 'Kim\tO', 'li', 'Mo Mo', '__proto__', 'toString'];
const STATUSES = ['To do', 'In "real" work', 'Review,\nQA', 'a"b', 'a""b', "Can't go on", 'x\ty', 'Ready', 'Blocked'];
const DAY_MS = 86_400_000;
const START = Date.UTC(2024, 1, 1);

type Letters = keyof typeof WORDS;

/** The items of a seed: always the same. */
export function randomWork(seed: number): WorkItem[] {
  const random = new Random(seed);
  const count = random.chance(0.25) ? random.whole(5, LARGE) : random.pick(COUNTS);
  return new RandomItems(random, count).items;
}

class RandomItems {
  readonly items: WorkItem[];
  readonly #random: Random;
  readonly #words: readonly string[];
  readonly #statuses: string[];
  readonly #people: string[];
  readonly #idForms: readonly string[];
  /** What most titles of a file are: short ones test lengths, sentences are what people write. */
  readonly #short: number;

  constructor(random: Random, count: number) {
    this.#random = random;
    const letters = random.pick<Letters>(['ascii', 'latin', 'any', 'any']);
    this.#words = [WORDS.ascii, ...(letters === 'ascii' ? [] : [WORDS[letters]])].flat();
    const spare = Array.from({ length: random.pick([0, 0, 30, 70]) }, (_, number) => `Step ${number} ${this.#word()}`);
    this.#statuses = unique([
      ...random.shuffled(STATUSES).slice(0, random.whole(2, 7)),
      this.#word(),
      ...spare,
      'Done',
    ]);
    const others = Array.from({ length: random.pick([0, 5, 60, 600]) }, (_, number) => `${this.#word()} ${number}`);
    this.#people = unique([...NAMES, ...others].map((name) => name.replaceAll(/[;|]/g, '')));
    const forms = ['number', 'prefix', 'prefix', 'quoted', 'quoted', 'zeros', 'long', 'letters', 'marks', 'digits'];
    this.#idForms = random.chance(0.5) ? forms : [random.pick(forms)];
    this.#short = random.next();
    const ids = this.#ids(count);
    const last = count > LARGE ? 3 : random.whole(1, 7);
    this.items = ids.map((id) => this.#item(id, last));
  }

  #ids(count: number): string[] {
    const random = this.#random;
    const ids = new Set<string>();
    const most = 2 * count + 10;
    while (ids.size < count) {
      const number = random.whole(0, most);
      const prefix = random.pick(PREFIXES);
      const id = this.#id(random.pick(this.#idForms), prefix, number);
      ids.add(id);
      // The same bytes, once as they stand and once with quotes written twice.
      if (id.includes('"') && ids.size < count && random.chance(0.7)) ids.add(id.replaceAll('"', '""'));
    }
    return [...ids];
  }

  #id(form: string, prefix: string, number: number): string {
    const random = this.#random;
    if (form === 'number') return `${number}`;
    if (form === 'prefix') return `${prefix}-${number}`;
    if (form === 'quoted') return `${prefix.slice(0, random.whole(1, 2))}"${number}`;
    if (form === 'zeros') return `${'0'.repeat(random.whole(1, 3))}${number}`;
    if (form === 'long') return `${'x'.repeat(random.pick([29, 60, 250, 505, 510, 600]))}${number}`;
    if (form === 'letters') return plain(`${this.#word()}${number}${random.pick(['', 'é', 'a', '"'])}`);
    if (form === 'marks') return `${prefix}${random.pick([',', ';', '|', ' ', '\t', '\n'])}${number}`;
    return `${random.whole(1, 9)}${`${number}`.padStart(random.whole(6, 17), '0')}`;
  }

  #item(id: string, last: number): WorkItem {
    const random = this.#random;
    const created = START + random.whole(0, 300) * DAY_MS + random.whole(0, 86_399) * 1000;
    const item: WorkItem = { id, title: this.#title(), type: random.pick(['', 'Bug', 'Story']), created, changes: [] };
    let at = created;
    let from = random.chance(0.5) ? (this.#statuses[0] as string) : '';
    for (let step = random.whole(1, last); step > 0; step--) {
      at += random.pick([1000, 61_000, 3_600_000, DAY_MS, random.whole(1, 20 * DAY_MS)]);
      const change = this.#change(at, from);
      item.changes.push(change);
      from = change.to;
    }
    return item;
  }

  #change(at: number, from: string): Change {
    const random = this.#random;
    const others = this.#statuses.filter((status) => status !== from);
    const people = Array.from({ length: random.pick([0, 1, 1, 1, 2]) }, () => random.pick(this.#people));
    return {
      at,
      from,
      to: random.chance(0.3) && from !== 'Done' ? 'Done' : random.pick(others),
      people: unique(people),
      points: random.pick(['', '1', '2', '0.5', '13']),
      rows: random.chance(0.02) ? 2 : 1,
    };
  }

  #title(): string {
    const random = this.#random;
    if (random.chance(this.#short)) {
      const units = [...MARKS, 'a', 'b', 'é', '0'].filter((unit) => unit !== 'é' || this.#words.includes('café'));
      return plain(Array.from({ length: random.whole(0, 9) }, () => random.pick(units)).join(''));
    }
    const length = random.weighted([
      [random.whole(1, 8), 500] as const,
      [120, 20] as const,
      [random.whole(9000, 14_000), 0.1] as const,
    ]);
    const words = Array.from({ length }, () => this.#word() + (random.chance(0.2) ? random.pick(MARKS) : ''));
    return plain(words.join(' '));
  }

  #word(): string {
    return this.#random.pick(this.#words);
  }
}

/** A text that no reader changes: white space around it is none of it, nor a `'` that keeps a spreadsheet from computing. */
function plain(text: string): string {
  return text.replace(/^[\s']+|\s+$/g, '');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
