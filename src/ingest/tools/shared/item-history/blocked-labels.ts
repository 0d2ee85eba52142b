import { byTime, type HistoryEntry } from './history-entry.ts';

/** The entries, those of labels that mean blocked as flags: an item is blocked as long as it has one of them. */
export function labelsAsFlags(entries: readonly HistoryEntry[], isBlocked: (label: string) => boolean): HistoryEntry[] {
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
