import type { EventLog } from '../../../../model/log/event-log.ts';
import { aliasOf } from '../../shared/moved-items.ts';

/**
 * The form of issue keys, `ABC-12`; old projects, and servers with a pattern of their own, have `A-1`. It tells a key from a
 * number or a name, and never decides what a file is.
 */
export const KEY: RegExp = /^[A-Z][A-Z0-9_]*-\d+$/;

/** What a file says of an issue that shows whether it is a known one under another key; instants are NaN if it does not. */
export interface IssueSeen {
  created: number;
  updated: number;
  /** Words that two issues of one number seldom share if they are of two sites: its title. */
  title: string;
  /** Keys that it had before. */
  former: readonly string[];
}

const NOTHING_SEEN: IssueSeen = { created: Number.NaN, updated: Number.NaN, title: '', former: [] };

/**
 * The issues by their numeric ids, which some files have in place of keys. A file that gives the number alone may come
 * before the one that gives number and key: then the issue is known by its number until that comes.
 */
export class IssueNumbers {
  readonly #log: EventLog;
  readonly #items = new Map<string, number>();
  /** Items that no file has given a key yet. */
  readonly #unnamed = new Set<number>();
  /** Of issues by their numbers, when they were created and last changed. */
  readonly #seen = new Map<string, Omit<IssueSeen, 'former'>>();
  /** Numbers with several keys, as two sites have them: they are of no use. */
  readonly #ambiguous = new Set<string>();

  constructor(log: EventLog) {
    this.#log = log;
  }

  /** How many issues are known by their number alone. */
  get unnamed(): ReadonlySet<number> {
    return this.#unnamed;
  }

  /**
   * The item of an issue of the current file.
   * @param number empty where the file does not give it
   * @param seen what tells an issue that was moved from another issue of the same number
   */
  item(key: string, number: string, seen: IssueSeen = NOTHING_SEEN): number {
    this.#takeFormer(key, seen.former);
    const item = number === '' ? this.#log.item(key) : this.#numbered(key, number, seen);
    for (const former of seen.former) this.#alias(item, former);
    return item;
  }

  #numbered(key: string, number: string, seen: IssueSeen): number {
    const known = this.#items.get(number);
    if (known !== undefined && this.#unnamed.has(known)) {
      if (this.#log.rename(known, key)) {
        this.#unnamed.delete(known);
        this.#see(number, seen);
        return this.#log.item(key);
      }
      this.#noteTwo(number, key);
    } else if (known !== undefined) this.#takeMove(known, key, number, seen);
    this.#see(number, seen);
    const item = this.#log.item(key);
    if (known === undefined) this.#items.set(number, item);
    else if (known !== item) this.#ambiguous.add(number);
    return item;
  }

  /** An issue that is known by a key that it had before gets the one that it has now. */
  #takeFormer(key: string, former: readonly string[]): void {
    if (former.length === 0 || this.#log.find(key) !== -1) return;
    const known = former.map((old) => this.#log.find(old)).find((item) => item !== -1);
    if (known !== undefined) this.#log.rename(known, key);
  }

  /** An issue of a known number under another key: moved, if it was created at the same instant and is called the same. */
  #takeMove(known: number, key: string, number: string, { created, updated, title }: IssueSeen): void {
    const name = this.#log.itemIds[known] as string;
    const before = this.#seen.get(number);
    if (name === key || this.#log.find(key) !== -1 || before === undefined) return;
    if (before.created !== created || before.title !== title || title === '') return;
    if (updated < before.updated) this.#alias(known, key);
    else if (this.#log.rename(known, key)) this.#alias(known, name);
  }

  #alias(item: number, old: string): void {
    if (!aliasOf(this.#log, item, old)) this.#noteTwo(old, this.#log.itemIds[item] as string);
  }

  #see(number: string, { created, updated, title }: IssueSeen): void {
    if (!Number.isNaN(created)) this.#seen.set(number, { created, updated, title });
  }

  /** The item of an issue whose key the file does not give. */
  itemOfNumber(number: string): number {
    const known = this.#items.get(number);
    // By its name, so that the log knows that this file has it, too.
    if (known !== undefined && !this.#ambiguous.has(number)) return this.#log.item(this.#log.itemIds[known] as string);
    const item = this.#log.item(number);
    if (known === undefined) this.#items.set(number, item);
    this.#unnamed.add(item);
    return item;
  }

  /** The key of the issue with this number; null if no file gives it. */
  keyOf(number: string): string | null {
    const item = this.#items.get(number);
    if (item === undefined || this.#unnamed.has(item) || this.#ambiguous.has(number)) return null;
    return this.#log.itemIds[item] as string;
  }

  #noteTwo(number: string, key: string): void {
    this.#log.findings.add(
      'issue-twice',
      () => ({
        weight: 'warning',
        message: 'Issues whose history came under their number, and partly under their key, became two items',
        cure: 'Name the file that gives numbers and keys (the list of issues) before the others.',
      }),
      { item: key, value: number },
    );
  }
}
