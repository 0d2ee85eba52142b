import { formatNumber } from '../model/document/number-format.ts';
import { DAY_MS } from '../model/time/units.ts';
import type { Coded, CodedLists, PageData, PageItems } from '../report/pictures/page/page-data.ts';
import { WORDS } from '../report/pictures/page/words.ts';

const CHOICES = ['type', 'assignee', 'team', 'labels', 'stage', 'outcome'] as const;
type Choice = (typeof CHOICES)[number];

/** Milliseconds after the last key before a text is looked for. */
const PAUSE = 120;

/** What the reader asks to see. */
export class ItemFilters {
  readonly #data: PageData;
  #tell: (matches: Uint8Array | null) => void = () => {};
  /** Made when a text is first looked for. */
  #texts: readonly string[] | null = null;

  constructor(data: PageData) {
    this.#data = data;
    for (const choice of CHOICES) fillChoice(choice, data.items[choice]);
    const form = document.getElementById('filter-form') as HTMLFormElement;
    let timer = 0;
    const soon = (wait: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#apply(), wait);
    };
    form.addEventListener('input', (event) => soon((event.target as HTMLInputElement).type === 'search' ? PAUSE : 0));
    form.addEventListener('reset', () => soon(0));
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  changed(tell: (matches: Uint8Array | null) => void): void {
    this.#tell = tell;
  }

  #apply(): void {
    const matches = this.#matches();
    const { id } = this.#data.items;
    const count = matches === null ? id.length : matches.reduce((sum, one) => sum + one, 0);
    const said = WORDS.matching(formatNumber(count, 'number'), formatNumber(id.length, 'number'));
    const status = document.getElementById('matching');
    if (status !== null) status.textContent = matches === null ? '' : said;
    this.#tell(matches);
  }

  #matches(): Uint8Array | null {
    const { items, today } = this.#data;
    const tests: ((item: number) => boolean)[] = [];
    for (const choice of CHOICES) {
      const asked = chosen(choice);
      if (asked !== '') tests.push(choiceTest(items[choice], Number(asked)));
    }
    const [from, to] = [dayOf('from'), dayOf('to')];
    if (from !== null || to !== null) tests.push(dateTest(items, today, from, to));
    const text = chosen('text').trim().toLowerCase();
    if (text !== '') {
      this.#texts ??= items.id.map((id, item) => `${id}\n${items.title[item] ?? ''}`.toLowerCase());
      const texts = this.#texts;
      tests.push((item) => (texts[item] as string).includes(text));
    }
    if (tests.length === 0) return null;
    return Uint8Array.from(items.id, (_, item) => (tests.every((test) => test(item)) ? 1 : 0));
  }
}

function input(key: string): HTMLInputElement | HTMLSelectElement | null {
  return document.querySelector(`[data-filter="${key}"]`);
}

const chosen = (key: string): string => input(key)?.value ?? '';

/** The chosen day, counted since 1970. */
function dayOf(key: string): number | null {
  const time = Date.parse(chosen(key));
  return Number.isNaN(time) ? null : time / DAY_MS;
}

/** The values of a field; a field that no item has is not offered. */
function fillChoice(choice: Choice, { at, values }: Coded | CodedLists): void {
  const select = input(choice) as HTMLSelectElement | null;
  if (select === null) return;
  const isMissing = (at as readonly unknown[]).some((one) => (Array.isArray(one) ? one.length === 0 : one === -1));
  if (values.length === 0) {
    (select.closest('label') as HTMLElement).hidden = true;
    return;
  }
  const words =
    choice === 'outcome' ? values.map((value) => WORDS.outcomes[value as keyof typeof WORDS.outcomes]) : values;
  const order = words.map((_, index) => index);
  if (choice !== 'stage') order.sort((a, b) => (words[a] as string).localeCompare(words[b] as string));
  for (const index of order) select.append(new Option(words[index], String(index)));
  if (isMissing) select.append(new Option(WORDS.none, '-1'));
}

function choiceTest({ at }: Coded | CodedLists, asked: number): (item: number) => boolean {
  return (item) => {
    const own = at[item];
    if (typeof own === 'number') return own === asked;
    return asked === -1 ? (own?.length ?? 0) === 0 : (own?.includes(asked) ?? false);
  };
}

function dateTest({ finished }: PageItems, today: number | null, from: number | null, to: number | null) {
  return (item: number) => {
    const day = finished[item] ?? today;
    return day !== null && (from === null || day >= from) && (to === null || day <= to);
  };
}
