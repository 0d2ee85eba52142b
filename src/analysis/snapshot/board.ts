import type { SnapshotLine } from '../../contract/statistics/history-schema.ts';
import { isoOf } from '../../model/time/instants.ts';
import type { Dataset } from '../dataset.ts';

const SAMPLE = 16;

/**
 * The items that the data hold by an instant, whatever is selected. Of their ids it keeps the hashes that are lowest: a
 * board that grows keeps most of them, and another board has others.
 */
export function boardAt({ log, span, timelines }: Dataset, instant: number): SnapshotLine['board'] {
  const hashes: number[] = [];
  for (let item = 0; item < timelines.count; item++) {
    const first = timelines.start[timelines.offsets[item] as number] as number;
    const hasVisit = timelines.offsets[item] !== timelines.offsets[item + 1];
    if ((timelines.created[item] as number) > instant || (hasVisit && first > instant)) continue;
    hashes.push(hashOf(log.itemIds[timelines.item[item] as number] as string));
  }
  const lowest = [...new Set(hashes)].sort((a, b) => a - b).slice(0, SAMPLE);
  return {
    from: isoOf(span.first),
    items: hashes.length,
    sample: lowest.map((hash) => hash.toString(16).padStart(8, '0')),
  };
}

/** FNV-1a of 32 bits, mixed as MurmurHash3 ends, because ids that are alike would have hashes that are. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
