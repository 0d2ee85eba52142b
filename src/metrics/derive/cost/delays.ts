import { ACTIVE, WAITING } from '../../../model/stage-columns.ts';
import type { MetricInput } from '../../metric-input.ts';
import { endOfItem } from './charged-items.ts';
import type { DelayTime } from './delay-time.ts';

/** Days of one visit, in the days of `delayBasis`: `waiting` or `paused` by its stage, and `blocked` under a flag. */
export type DelayFound = (visit: number, month: number, waiting: number, blocked: number, paused: number) => void;

/**
 * Calls `found` for the visits of an item between its start and its end, within the window, as far as they hold a delay.
 * The item has started.
 *
 * @param bounds where to cut: ascending instants, from the window's start to its end; a visit over several is several
 */
export function eachDelay(
  input: MetricInput,
  { between, dayMs }: DelayTime,
  bounds: Float64Array,
  item: number,
  found: DelayFound,
): void {
  const { facts, kinds, timelines } = input;
  const { blockedEnd, blockedOffsets, blockedStart, offsets, stage, start } = timelines;
  const months = bounds.length - 1;
  const over = endOfItem(input, item);
  let firstPeriod = blockedOffsets[item] as number;
  const periods = blockedOffsets[item + 1] as number;
  const last = (offsets[item + 1] as number) - 1;
  const end = facts.endVisit[item] as number;
  let month = 0;
  for (let visit = facts.startVisit[item] as number; visit < end; visit++) {
    const kind = kinds[stage[visit] as number];
    // An active visit holds a delay only under a flag.
    if (kind === ACTIVE && firstPeriod === periods) continue;
    const entered = start[visit] as number;
    const left = visit < last ? (start[visit + 1] as number) : over;
    // Visits ascend: a month that is over before one concerns no later one.
    while (month < months && (bounds[month + 1] as number) <= entered) month++;
    for (let part = month; part < months && (bounds[part] as number) < left; part++) {
      const from = Math.max(bounds[part] as number, entered);
      const to = Math.min(bounds[part + 1] as number, left);
      if (from < to) measure(visit, part, kind as number, from, to);
    }
  }

  function measure(visit: number, part: number, kind: number, from: number, to: number): void {
    // Periods ascend too.
    while (firstPeriod < periods && (blockedEnd[firstPeriod] as number) <= from) firstPeriod++;
    let blockedMs = 0;
    for (let period = firstPeriod; period < periods && (blockedStart[period] as number) < to; period++) {
      const since = Math.max(from, blockedStart[period] as number);
      const until = Math.min(to, blockedEnd[period] as number);
      if (since < until) blockedMs += between(since, until);
    }
    const free = kind === ACTIVE ? 0 : (between(from, to) - blockedMs) / dayMs;
    if (kind === WAITING) found(visit, part, free, blockedMs / dayMs, 0);
    else found(visit, part, 0, blockedMs / dayMs, free);
  }
}
