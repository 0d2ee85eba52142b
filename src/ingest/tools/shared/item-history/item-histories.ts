import type { LogFile } from '../../../../model/log/event-log.ts';
import type { JsonRecords, SharedReading } from '../../../format.ts';
import { blockedLabels } from '../text-patterns.ts';
import { seenBefore } from '../value-sets.ts';
import { byTime, type HistoryEntry, type ItemChange } from './history-entry.ts';
import { type ItemHistory, writeHistory } from './history-writer.ts';

/** Where an entry is, and when it happened. */
export interface EntryPlace {
  at: number;
  id: string;
  file: LogFile;
  line: number;
}

/** The histories of a tool's items, over all its files: written once all files have been read. */
export class ItemHistories implements SharedReading {
  readonly #log: JsonRecords['log'];
  readonly #histories = new Map<number, ItemHistory>();
  readonly #known = new Set<string>();
  readonly #blocked: string | undefined;

  /** @param blocked labels that mean blocked, where the user names some */
  constructor(log: JsonRecords['log'], blocked?: string) {
    this.#log = log;
    this.#blocked = blocked;
  }

  /** True if an entry of this key was read before. */
  knows(key: string): boolean {
    return seenBefore(this.#known, key);
  }

  /** Says that a file holds an item's history, possibly an empty one. */
  track(item: number, file: LogFile, line: number, isWhole: boolean, logsPeople: boolean): void {
    const history = this.#of(item, file, line);
    history.isWhole ||= isWhole;
    history.logsPeople ||= logsPeople;
  }

  add(item: number, place: EntryPlace, change: ItemChange): void {
    this.#of(item, place.file, place.line).entries.push({ ...place, ...change } as HistoryEntry);
  }

  write(): void {
    const labels = new Set<string>();
    for (const { entries } of this.#histories.values()) {
      for (const entry of entries) if (entry.kind === 'label') labels.add(entry.label);
    }
    const isBlocked = blockedLabels(this.#blocked, labels);
    for (const history of this.#histories.values()) {
      writeHistory(this.#log, { ...history, entries: labelsAsFlags(history.entries, isBlocked) });
    }
  }

  #of(item: number, file: LogFile, line: number): ItemHistory {
    let history = this.#histories.get(item);
    if (history === undefined) {
      history = { item, entries: [], isWhole: false, logsPeople: false, file, line };
      this.#histories.set(item, history);
    }
    return history;
  }
}

/** The entries, those of labels that mean blocked as flags: an item is blocked as long as it has one of them. */
function labelsAsFlags(entries: readonly HistoryEntry[], isBlocked: (label: string) => boolean): HistoryEntry[] {
  const held = new Set<string>();
  return [...entries].sort(byTime).flatMap((entry): HistoryEntry[] => {
    if (entry.kind !== 'label') return [entry];
    const { label, added, ...place } = entry;
    if (!isBlocked(label)) return [];
    const was = held.size;
    if (added) held.add(label);
    else held.delete(label);
    // A label that is taken off without having been put on was there before.
    if ((added && was > 0) || (!added && held.size > 0)) return [];
    return [{ ...place, kind: 'blocked', blocked: added, reason: added ? label : '' }];
  });
}

/** The histories that all files of the source at hand share. */
export function sharedHistories(records: JsonRecords): ItemHistories {
  return records.shared('item histories', () => new ItemHistories(records.log, records.options.fields.blocked));
}
