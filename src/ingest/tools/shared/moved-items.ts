import type { EventLog } from '../../../model/log/event-log.ts';
import type { Reading, SharedReading } from '../../format.ts';

/** What a record says of an item besides its key and its id; instants are NaN where it does not say. */
export interface ItemSeen {
  created: number;
  /** An instant by which it had this key. */
  updated: number;
  /** Keys that it had before. */
  former: readonly string[];
}

interface Known {
  item: number;
  created: number;
  /** Key → the latest instant by which the item had it. */
  keys: Map<string, number>;
}

/**
 * Items that keep their id when they are moved and get another key: one item each, under the key that it had last,
 * whichever file comes first.
 */
export class MovedItems implements SharedReading {
  readonly #log: EventLog;
  readonly #isUnique: boolean;
  readonly #known = new Map<string, Known>();
  readonly #former = new Set<string>();

  /** @param isUnique true where no two sites of the tool give one id twice; else creations must not differ */
  constructor(log: EventLog, isUnique: boolean) {
    this.#log = log;
    this.#isUnique = isUnique;
  }

  /**
   * The item of a record of the current file.
   * @param id empty where the record does not give it
   */
  item(key: string, id: string, seen: ItemSeen): number {
    for (const former of seen.former) if (former !== key) this.#former.add(former);
    this.#takeFormer(key, seen.former);
    const known = id === '' ? undefined : this.#known.get(id);
    if (known !== undefined && this.#isSame(known, seen)) this.#takeMove(known, key, seen);
    const item = this.#log.item(key);
    if (known?.item === item) this.#see(known, key, seen);
    else if (id !== '' && known === undefined) {
      const made = { item, created: Number.NaN, keys: new Map<string, number>() };
      this.#known.set(id, made);
      this.#see(made, key, seen);
    }
    for (const former of seen.former) this.#alias(item, former);
    return item;
  }

  /** Nothing is left to write: items have their keys as soon as they are read. */
  write(): void {}

  #isSame({ created }: Known, seen: ItemSeen): boolean {
    if (this.#isUnique || created === seen.created) return true;
    return Number.isNaN(created) || Number.isNaN(seen.created);
  }

  #see(known: Known, key: string, { created, updated }: ItemSeen): void {
    if (Number.isNaN(known.created)) known.created = created;
    const at = Number.isNaN(updated) ? Number.NEGATIVE_INFINITY : updated;
    known.keys.set(key, Math.max(at, known.keys.get(key) ?? at));
    const latest = this.#latestKey(known);
    const name = this.#log.itemIds[known.item] as string;
    if (latest !== name && this.#log.rename(known.item, latest)) this.#alias(known.item, name);
  }

  /** Makes a key a name of the item that is known by its id. */
  #takeMove({ item, keys }: Known, key: string, { updated }: ItemSeen): void {
    if (keys.has(key) || this.#log.find(key) !== -1) return;
    const name = this.#log.itemIds[item] as string;
    if (updated < (keys.get(name) ?? Number.NEGATIVE_INFINITY)) this.#alias(item, key);
    else if (this.#log.rename(item, key)) this.#alias(item, name);
  }

  /** An item that is known by a key that it had before gets the one that it has now. */
  #takeFormer(key: string, former: readonly string[]): void {
    if (former.length === 0 || this.#log.find(key) !== -1) return;
    const known = former.map((old) => this.#log.find(old)).find((item) => item !== -1);
    if (known !== undefined) this.#log.rename(known, key);
  }

  #latestKey({ keys }: Known): string {
    const all = [...keys].filter(([key]) => !this.#former.has(key));
    const [latest] = (all.length === 0 ? [...keys] : all).sort(([a, x], [b, y]) => y - x || (a < b ? 1 : -1));
    return (latest as [string, number])[0];
  }

  #alias(item: number, old: string): void {
    aliasOf(this.#log, item, old);
  }
}

/** Makes an id that an item had before one of its names; false if it is another item's. */
export function aliasOf(log: EventLog, item: number, old: string): boolean {
  const now = log.itemIds[item] as string;
  if (old === now || log.aliases.get(old) === now) return true;
  if (!log.alias(item, old)) return false;
  log.findings.add(
    'moved-issue',
    () => ({
      weight: 'info',
      message: 'Issues that were moved and have another key since: each is one item under its latest key',
      cure: 'Nothing to do: "pitwall item" finds them by their old keys, too.',
    }),
    { item: now, value: `${old} before` },
  );
  return true;
}

/** The items that all files of the source at hand share. */
export function movedItems(reading: Reading, isUnique: boolean): MovedItems {
  return reading.shared('moved items', () => new MovedItems(reading.log, isUnique));
}
