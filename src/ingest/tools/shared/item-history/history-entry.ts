import type { LogFile } from '../../../../model/log/event-log.ts';

/** What an entry of an item's history changed. */
export type ItemChange =
  /** `from` is empty where the tool leaves it out. */
  | { kind: 'status'; from: string; to: string }
  /** `removed: 'all'`: whoever had the item before, it has these people from now on. */
  | { kind: 'people'; removed: readonly string[] | 'all'; added: readonly string[] }
  | { kind: 'blocked'; blocked: boolean; reason: string }
  /** A label, which may be one that means blocked. */
  | { kind: 'label'; label: string; added: boolean };

export type HistoryEntry = ItemChange & {
  at: number;
  /** The tool's own id of the entry: of two at one instant the smaller came first. Empty where there is none. */
  id: string;
  file: LogFile;
  line: number;
};

/** By instant, then by id: numbers as numbers. Entries with the same of both are ordered by what they say. */
export function byTime(a: HistoryEntry, b: HistoryEntry): number {
  return a.at - b.at || Number(a.id) - Number(b.id) || compare(a.id, b.id) || compare(said(a), said(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function said(entry: HistoryEntry): string {
  switch (entry.kind) {
    case 'status':
      return JSON.stringify([entry.from, entry.to]);
    case 'people':
      return JSON.stringify([entry.removed, entry.added]);
    case 'blocked':
      return JSON.stringify([entry.blocked, entry.reason]);
    case 'label':
      return JSON.stringify([entry.added, entry.label]);
  }
}
