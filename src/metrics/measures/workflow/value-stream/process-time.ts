import { blockedBetween } from '../../../../facts/index.ts';
import { ACTIVE } from '../../../../model/workflow/stage-columns.ts';
import type { MetricInput } from '../../../metric-input.ts';

/**
 * Calls `found` for each visit [first, end) of an item with its process time: unblocked time in an active stage. The
 * last visit ends at `until`.
 *
 * @param found gets the visit, the instant it ended, all of its time and its process time, in milliseconds of the basis
 */
export function eachProcessTime(
  { duration, kinds, timelines }: MetricInput,
  item: number,
  end: number,
  until: number,
  found: (visit: number, to: number, all: number, process: number) => void,
): void {
  const { blockedEnd, blockedOffsets, offsets, stage, start } = timelines;
  let period = blockedOffsets[item] as number;
  const periods = blockedOffsets[item + 1] as number;
  for (let visit = offsets[item] as number; visit < end; visit++) {
    const from = start[visit] as number;
    const to = visit + 1 < end ? (start[visit + 1] as number) : until;
    const all = duration.between(from, to);
    let process = 0;
    if (kinds[stage[visit] as number] === ACTIVE) {
      // Visits and periods both ascend: a period that ended before a visit concerns no later one.
      while (period < periods && (blockedEnd[period] as number) <= from) period++;
      process = period < periods ? all - blockedBetween(timelines, duration, item, from, to, period) : all;
    }
    found(visit, to, all, process);
  }
}
