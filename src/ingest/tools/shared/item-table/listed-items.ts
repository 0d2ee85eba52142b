import type { LogFile } from '../../../../model/log/event-log.ts';

/** The items that a file has listed so far. */
export class ListedItems {
  readonly #file: LogFile;
  readonly #items = new Set<number>();

  constructor(file: LogFile) {
    this.#file = file;
  }

  get count(): number {
    return this.#items.size;
  }

  /** Accounts for a row: true for the first one of its item, false for one that is merged with it. */
  take(item: number): boolean {
    if (this.#items.has(item)) {
      this.#file.merged++;
      return false;
    }
    this.#items.add(item);
    this.#file.used++;
    return true;
  }
}
