import { PitwallError } from '../../index.ts';
import { cleanText } from './clean-text.ts';

/** A list of an answer of which not all is shown. */
export interface ShortenedList {
  /** Where it is: `cycleTime.byItem`; `[]` stands for every element: `stages[].byVisit`. */
  list: string;
  /** Before how many elements of the whole list the shown ones begin; null where it stands for several lists. */
  offset: number | null;
  shown: number;
  of: number;
}

/** The part of one list that was asked for. */
interface Page {
  list: string;
  offset: number;
  limit: number;
}

/** What is asked to be in an answer. */
export interface Shown {
  /** Whether series over time are shown, the latest part. */
  series: boolean;
  page: Page | null;
}

/** Lists of one element a day, week or month; the first is the oldest. */
const SERIES = new Set(['daily', 'days', 'periods', 'byMonth', 'rollingMedian', 'past', 'ahead', 'wip']);

/** What is shown only where it is asked for as a page. */
const ON_DEMAND = new Set(['examples']);

/** How many bytes one list may take, tried in turn. */
const ALLOWANCES = [5000, 4200, 3600, 3000, 2500, 2100, 1800, 1500, 1250, 1050, 880, 740, 620, 520, 430, 300, 150, 0];
/** Lists that say more than others have this many times as much. */
const WEIGHTS: Readonly<Record<string, number>> = { 'workflow.stages': 4, stages: 6, 'opportunities.list': 4 };
/** So has a series that was asked for. */
const SERIES_WEIGHT = 3;
/** Beside a page that was asked for, other lists are short. */
const BESIDE_A_PAGE = 400;
/** A list in an element of a list has this part of its allowance. */
const NESTED = 6;
/** A list of plain values no longer than this is one value: an interval, the people of an item. */
const ONE_VALUE = 200;

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');

type Shape = Record<string, unknown>;
const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One pass over an answer. */
class Pass {
  readonly lists = new Map<string, ShortenedList>();
  isPageFound = false;
  readonly shown: Shown;
  readonly pageBytes: number;

  /** @param pageBytes how many bytes the page may take */
  constructor(shown: Shown, pageBytes: number) {
    this.shown = shown;
    this.pageBytes = pageBytes;
  }

  value(value: unknown, path: string, key: string, allowance: number): unknown {
    if (typeof value === 'string') return cleanText(value);
    if (Array.isArray(value)) return this.list(value, path, key, allowance);
    if (!isShape(value)) return value;
    // From entries, because a key of the data may be `__proto__`.
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const shown = cleanText(name);
        return [shown, this.value(inner, path === '' ? shown : `${path}.${shown}`, shown, allowance)];
      }),
    );
  }

  private list(whole: readonly unknown[], path: string, key: string, allowance: number): unknown[] {
    const { page, series } = this.shown;
    if (page?.list === path) {
      this.isPageFound = true;
      const asked = whole.slice(page.offset, page.offset + page.limit);
      const shown = this.taken(asked, path, page.offset, this.pageBytes);
      this.lists.set(path, { list: path, offset: page.offset, shown: shown.length, of: whole.length });
      return shown;
    }
    const way = this.elementOnTheWay(path);
    if (way !== null) {
      const shown = whole.slice(way, way + 1).map((element) => this.value(element, `${path}[${way}]`, '', allowance));
      this.lists.set(path, { list: path, offset: way, shown: shown.length, of: whole.length });
      return shown;
    }
    if (whole.every((value) => typeof value !== 'object' || value === null) && bytesOf(whole) <= ONE_VALUE) {
      return this.taken(whole, path, 0, ONE_VALUE);
    }
    const isSeries = SERIES.has(key);
    const isAsked = isSeries ? series : !ON_DEMAND.has(key);
    const room = isAsked ? allowance * (isSeries ? SERIES_WEIGHT : (WEIGHTS[path] ?? 1)) : 0;
    const shown = isSeries
      ? this.taken([...whole].reverse(), path, 0, room).reverse()
      : this.taken(whole, path, 0, room);
    if (shown.length < whole.length) this.note(path, isSeries ? whole.length - shown.length : 0, shown, whole);
    return shown;
  }

  /** The element that the page is in: of a list on the way to it, nothing else is shown. */
  private elementOnTheWay(path: string): number | null {
    const { page } = this.shown;
    if (page === null || !page.list.startsWith(`${path}[`)) return null;
    const index = /^\[(\d+)\]/.exec(page.list.slice(path.length))?.[1];
    return index === undefined ? null : Number(index);
  }

  /** The first elements, as many as fit. */
  private taken(elements: readonly unknown[], path: string, from: number, room: number): unknown[] {
    const taken: unknown[] = [];
    let bytes = 2;
    for (const [index, element] of elements.entries()) {
      if (room === 0) break;
      const shown = this.value(element, `${path}[${from + index}]`, '', room / NESTED);
      bytes += bytesOf(shown) + 1;
      if (bytes > room) break;
      taken.push(shown);
    }
    return taken;
  }

  private note(path: string, offset: number, shown: readonly unknown[], whole: readonly unknown[]): void {
    const list = path.replace(/\[\d+\]/g, '[]');
    const known = this.lists.get(list);
    const before = known ?? { shown: 0, of: 0 };
    this.lists.set(list, {
      list,
      offset: known === undefined && list === path ? offset : null,
      shown: before.shown + shown.length,
      of: before.of + whole.length,
    });
  }
}

/**
 * An answer whose JSON takes no more than `most` bytes: lists are cut, everything else stays.
 * @throws PitwallError `too-large` if it is larger without any list; `unknown-list` if it has no such list
 */
export function shortened(answer: unknown, most: number, shown: Shown): { result: unknown; lists: ShortenedList[] } {
  if (shown.page !== null) return aPage(answer, most, shown, shown.page);
  for (const allowance of ALLOWANCES) {
    const pass = new Pass(shown, 0);
    const made = { result: pass.value(answer, '', '', allowance), lists: [...pass.lists.values()] };
    if (bytesOf(made) <= most) return made;
  }
  throw tooLarge(most);
}

/** What the entry of the page grows by once it is filled. */
const GROWTH = 32;

function aPage(answer: unknown, most: number, shown: Shown, page: Page): { result: unknown; lists: ShortenedList[] } {
  const made = (pass: Pass, allowance: number) => ({
    result: pass.value(answer, '', '', allowance),
    lists: [...pass.lists.values()],
  });
  // If not one element fits, what is beside it makes room.
  const [first, last] = [BESIDE_A_PAGE, 0].map((allowance) => {
    const beside = new Pass(shown, 0);
    const bytes = bytesOf(made(beside, allowance));
    if (!beside.isPageFound) throw unknownList(page.list, answer);
    const pass = new Pass(shown, Math.max(0, most - bytes - GROWTH));
    return { ...made(pass, allowance), hasElements: (pass.lists.get(page.list)?.shown ?? 0) > 0 };
  }) as [Made, Made];
  const { lists, result } = first.hasElements && bytesOf(first) <= most ? first : last;
  if (bytesOf({ result, lists }) > most) throw tooLarge(most);
  return { result, lists };
}

interface Made {
  result: unknown;
  lists: ShortenedList[];
  hasElements: boolean;
}

function tooLarge(most: number): PitwallError {
  return new PitwallError(
    'too-large',
    `the answer is larger than ${most} bytes, even without its lists`,
    null,
    'Ask for one metric, or for fewer items with where',
  );
}

function unknownList(list: string, answer: unknown): PitwallError {
  const pass = new Pass({ series: false, page: null }, 0);
  pass.value(answer, '', '', 0);
  const known = [...pass.lists.keys()].slice(0, 12).join(', ');
  return new PitwallError(
    'unknown-list',
    `this answer has no list "${cleanText(list, 80)}"`,
    'list',
    `Name one as "shortened" does, with a number for []${known === '' ? '' : `: ${known}`}`,
  );
}
