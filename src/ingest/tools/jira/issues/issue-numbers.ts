import type { EventLog } from '../../../../model/log/event-log.ts';

/**
 * The form of issue keys, `ABC-12`; old projects, and servers with a pattern of their own, have `A-1`. It tells a key from a
 * number or a name, and never decides what a file is.
 */
export const KEY: RegExp = /^[A-Z][A-Z0-9_]*-\d+$/;

/**
 * The issues by their numeric ids, which some files have in place of keys. A file that gives the number alone may come
 * before the one that gives number and key: then the issue is known by its number until that comes.
 */
export class IssueNumbers {
  readonly #log: EventLog;
  readonly #items = new Map<string, number>();
  /** Items that no file has given a key yet. */
  readonly #unnamed = new Set<number>();
  /** Numbers with several keys, as two sites have them: they are of no use. */
  readonly #ambiguous = new Set<string>();

  constructor(log: EventLog) {
    this.#log = log;
  }

  /** How many issues are known by their number alone. */
  get unnamed(): ReadonlySet<number> {
    return this.#unnamed;
  }

  /** The item of an issue of the current file. @param number empty where the file does not give it */
  item(key: string, number: string): number {
    if (number === '') return this.#log.item(key);
    const known = this.#items.get(number);
    if (known !== undefined && this.#unnamed.has(known)) {
      if (this.#log.rename(known, key)) {
        this.#unnamed.delete(known);
        return this.#log.item(key);
      }
      this.#noteTwo(number, key);
    }
    const item = this.#log.item(key);
    if (known === undefined) this.#items.set(number, item);
    else if (known !== item) this.#ambiguous.add(number);
    return item;
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
