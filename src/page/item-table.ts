import { formatNumber, UNKNOWN } from '../model/document/number-format.ts';
import { DAY_MS } from '../model/time/units.ts';
import type { PageData, PageItems } from '../report/pictures/page/page-data.ts';
import { WORDS } from '../report/pictures/page/words.ts';

const ROWS = 50;

type Key = keyof typeof WORDS.columns;

interface Column {
  key: Key;
  isNumber: boolean;
  text(item: number): string;
  /** What it is sorted by; null comes last. */
  rank(item: number): number | string | null;
}

/** The items, a page at a time: sorted by a column, and those that match. */
export class ItemTable {
  readonly #columns: readonly Column[];
  readonly #table = document.getElementById('item-table') as HTMLTableElement;
  #order: number[];
  #sorted: { key: Key; descending: boolean } | null = null;
  #matches: Uint8Array | null = null;
  #first = 0;

  constructor(data: PageData) {
    this.#columns = columnsOf(data);
    this.#order = data.items.id.map((_, item) => item);
    this.#makeHead();
    document.getElementById('previous')?.addEventListener('click', () => this.#turn(-ROWS));
    document.getElementById('next')?.addEventListener('click', () => this.#turn(ROWS));
  }

  filter(matches: Uint8Array | null): void {
    this.#matches = matches;
    this.#first = 0;
    this.#show();
  }

  #turn(rows: number): void {
    this.#first = Math.max(0, this.#first + rows);
    this.#show();
  }

  #makeHead(): void {
    const row = this.#table.tHead?.insertRow() as HTMLTableRowElement;
    for (const { isNumber, key } of this.#columns) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      if (isNumber) cell.className = 'n';
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.sort = key;
      button.textContent = WORDS.columns[key];
      button.addEventListener('click', () => this.#sort(key));
      cell.append(button);
      row.append(cell);
    }
  }

  #sort(key: Key): void {
    const column = this.#columns.find((one) => one.key === key) as Column;
    // Numbers are looked at from the largest.
    const descending = this.#sorted?.key === key ? !this.#sorted.descending : column.isNumber;
    this.#sorted = { key, descending };
    sortBy(this.#order, column, descending);
    for (const button of this.#table.querySelectorAll<HTMLButtonElement>('[data-sort]')) {
      const own = button.dataset.sort === key;
      const cell = button.closest('th') as HTMLElement;
      if (own) cell.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
      const mark = own ? (descending ? ' ▼' : ' ▲') : '';
      button.textContent = `${WORDS.columns[button.dataset.sort as Key]}${mark}`;
    }
    this.#first = 0;
    this.#show();
  }

  #show(): void {
    const matches = this.#matches;
    const shown = matches === null ? this.#order : this.#order.filter((item) => matches[item] === 1);
    if (this.#first >= shown.length) this.#first = 0;
    const rows = shown.slice(this.#first, this.#first + ROWS);
    const body = document.createElement('tbody');
    for (const item of rows) {
      const row = body.insertRow();
      for (const { isNumber, key, text } of this.#columns) {
        const cell = row.insertCell();
        cell.className = isNumber ? 'n' : key;
        cell.textContent = text(item);
      }
    }
    this.#table.tBodies[0]?.replaceWith(body);
    const number = (count: number) => formatNumber(count, 'number');
    const status = document.getElementById('rows');
    if (status !== null)
      status.textContent =
        shown.length === 0
          ? WORDS.noItems
          : WORDS.rowsShown(number(this.#first + 1), number(this.#first + rows.length), number(shown.length));
    (document.getElementById('previous') as HTMLButtonElement).disabled = this.#first === 0;
    (document.getElementById('next') as HTMLButtonElement).disabled = this.#first + ROWS >= shown.length;
  }
}

/** What is unknown comes last either way; equal ones keep the order of the data. */
function sortBy(order: number[], { rank }: Column, descending: boolean): void {
  const ranks = new Map(order.map((item) => [item, rank(item)]));
  const texts = [...new Set([...ranks.values()].filter((one) => typeof one === 'string'))];
  const collator = new Intl.Collator('en', { numeric: true });
  const places = new Map(texts.sort(collator.compare).map((text, place) => [text, place]));
  const numberOf = (item: number) => {
    const own = ranks.get(item) ?? null;
    return typeof own === 'string' ? (places.get(own) as number) : own;
  };
  const numbers = new Map(order.map((item) => [item, numberOf(item)]));
  order.sort((a, b) => {
    const [first, second] = [numbers.get(a) ?? null, numbers.get(b) ?? null];
    if (first === null || second === null) return Number(first === null) - Number(second === null) || a - b;
    return (descending ? second - first : first - second) || a - b;
  });
}

function columnsOf({ days, items }: PageData): Column[] {
  const plain = (value: string | null | undefined) => value ?? UNKNOWN;
  const dayText = (day: number | null | undefined) =>
    day === null || day === undefined ? UNKNOWN : new Date(day * DAY_MS).toISOString().slice(0, 10);
  const coded = (key: 'type' | 'stage' | 'outcome'): Column => {
    const { at, values } = items[key];
    const own = (item: number) => values[at[item] as number] ?? null;
    const words = (value: string | null) =>
      key === 'outcome' && value !== null ? WORDS.outcomes[value as keyof typeof WORDS.outcomes] : value;
    return { key, isNumber: false, text: (item) => plain(words(own(item))), rank: (item) => words(own(item)) };
  };
  const listed = (key: 'assignee' | 'team' | 'labels'): Column => {
    const { at, values } = items[key];
    const own = (item: number) => (at[item] ?? []).map((place) => values[place]).join(', ') || null;
    return { key, isNumber: false, text: (item) => plain(own(item)), rank: own };
  };
  const day = (key: 'created' | 'finished'): Column => ({
    key,
    isNumber: true,
    text: (item) => dayText(items[key][item]),
    rank: (item) => items[key][item] ?? null,
  });
  const amount = (key: 'cycleTime' | 'age' | 'points'): Column => ({
    key,
    isNumber: true,
    text: (item) => formatNumber(items[key][item] ?? null, key === 'points' ? 'points' : 'days', days),
    rank: (item) => items[key][item] ?? null,
  });
  const all: Column[] = [
    { key: 'id', isNumber: false, text: (item) => items.id[item] as string, rank: (item) => items.id[item] as string },
    {
      key: 'title',
      isNumber: false,
      text: (item) => plain(items.title[item]),
      rank: (item) => items.title[item] ?? null,
    },
    coded('type'),
    listed('assignee'),
    listed('team'),
    listed('labels'),
    coded('stage'),
    coded('outcome'),
    day('created'),
    day('finished'),
    amount('cycleTime'),
    amount('age'),
    amount('points'),
  ];
  return all.filter(({ key }) => isKnown(items, key));
}

/** A column of dashes takes the room of titles. */
function isKnown(items: PageItems, key: Key): boolean {
  const column = items[key];
  if (Array.isArray(column)) return column.some((value) => value !== null);
  return (column as { values: readonly string[] }).values.length > 0;
}
