import type { ItemFacts } from '../model/item-facts.ts';
import type { Duration } from '../model/time/duration.ts';
import type { Timelines } from '../model/timelines.ts';
import { ACTIVE, WAITING } from '../model/workflow/stage-columns.ts';

/**
 * Blocked milliseconds of an item within [from, to).
 * @param first blocked period to begin with: those before it end no later than `from`
 */
export function blockedBetween(
  timelines: Timelines,
  duration: Duration,
  item: number,
  from: number,
  to: number,
  first: number = timelines.blockedOffsets[item] as number,
): number {
  const { blockedOffsets, blockedStart, blockedEnd } = timelines;
  const last = blockedOffsets[item + 1] as number;
  let blocked = 0;
  for (let period = first; period < last && (blockedStart[period] as number) < to; period++) {
    const start = Math.max(from, blockedStart[period] as number);
    const end = Math.min(to, blockedEnd[period] as number);
    if (start < end) blocked += duration.between(start, end);
  }
  return blocked;
}

/** Where the four parts of an item's time, and its rework, go: by item, in milliseconds of the basis. */
type PartColumns = Pick<ItemFacts, 'activeMs' | 'waitingMs' | 'blockedMs' | 'pausedMs' | 'reworkMs'>;

/**
 * Divides the time of an item's visits [first, end), the last of which ends at `until`, into its parts.
 *
 * @param rework 1 for each visit that is rework
 * @param into the item's place in the columns gets what its parts add up to
 */
export function divideTime(
  timelines: Timelines,
  kinds: Uint8Array,
  duration: Duration,
  item: number,
  first: number,
  end: number,
  until: number,
  rework: Uint8Array,
  into: PartColumns,
): void {
  const { start, stage, blockedOffsets, blockedEnd } = timelines;
  const lastPeriod = blockedOffsets[item + 1] as number;
  /** Visits and periods both ascend: a period that ended before a visit concerns no later one. */
  let period = blockedOffsets[item] as number;
  let activeMs = 0;
  let waitingMs = 0;
  let blockedMs = 0;
  let pausedMs = 0;
  let reworkMs = 0;
  for (let visit = first; visit < end; visit++) {
    const from = start[visit] as number;
    const to = visit + 1 < end ? (start[visit + 1] as number) : until;
    if (to <= from) continue;
    while (period < lastPeriod && (blockedEnd[period] as number) <= from) period++;
    const blocked = period < lastPeriod ? blockedBetween(timelines, duration, item, from, to, period) : 0;
    const free = duration.between(from, to) - blocked;
    blockedMs += blocked;
    const kind = kinds[stage[visit] as number];
    if (kind === ACTIVE) activeMs += free;
    else if (kind === WAITING) waitingMs += free;
    else pausedMs += free;
    if (rework[visit] === 1) reworkMs += free;
  }
  into.activeMs[item] = activeMs;
  into.waitingMs[item] = waitingMs;
  into.blockedMs[item] = blockedMs;
  into.pausedMs[item] = pausedMs;
  into.reworkMs[item] = reworkMs;
}
