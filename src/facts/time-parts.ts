import type { Duration } from '../model/duration.ts';
import { ACTIVE, WAITING } from '../model/stage-columns.ts';
import type { Timelines } from '../model/timelines.ts';

/** The four parts of a span of an item's time, and its rework, in milliseconds of the basis. */
export interface TimeParts {
  activeMs: number;
  waitingMs: number;
  blockedMs: number;
  pausedMs: number;
  reworkMs: number;
}

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

/**
 * Divides the time of the visits [first, end), the last of which ends at `until`, into its parts.
 *
 * @param rework 1 for each visit that is rework
 */
export function timeParts(
  timelines: Timelines,
  kinds: Uint8Array,
  duration: Duration,
  item: number,
  span: { first: number; end: number; until: number },
  rework: Uint8Array,
): TimeParts {
  const parts: TimeParts = { activeMs: 0, waitingMs: 0, blockedMs: 0, pausedMs: 0, reworkMs: 0 };
  const { start, stage, blockedOffsets, blockedEnd } = timelines;
  const lastPeriod = blockedOffsets[item + 1] as number;
  /** Visits and periods both ascend: a period that ended before a visit concerns no later one. */
  let period = blockedOffsets[item] as number;
  for (let visit = span.first; visit < span.end; visit++) {
    const from = start[visit] as number;
    const to = visit + 1 < span.end ? (start[visit + 1] as number) : span.until;
    if (to <= from) continue;
    while (period < lastPeriod && (blockedEnd[period] as number) <= from) period++;
    const blocked = period < lastPeriod ? blockedBetween(timelines, duration, item, from, to, period) : 0;
    const free = duration.between(from, to) - blocked;
    parts.blockedMs += blocked;
    const kind = kinds[stage[visit] as number];
    if (kind === ACTIVE) parts.activeMs += free;
    else if (kind === WAITING) parts.waitingMs += free;
    else parts.pausedMs += free;
    if (rework[visit] === 1) parts.reworkMs += free;
  }
  return parts;
}
