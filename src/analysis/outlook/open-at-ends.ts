import { blockedBetween } from '../../facts/index.ts';
import { medianOf } from '../../metrics/derive/distribution-of.ts';
import { clockSpans, countBefore } from '../../metrics/derive/in-progress.ts';
import { spansUnknown } from '../../metrics/derive/unknown-spans.ts';
import type { MetricInput } from '../../metrics/metric-input.ts';
import { ACTIVE, WAITING } from '../../model/workflow/stage-columns.ts';

/** What was in progress at the end of a period. */
export interface OpenAtEnd {
  /** How many items; null where nobody knows since when any of them was. */
  wip: number | null;
  /** How many of them have a known age. */
  n: number;
  medianDays: number | null;
}

/**
 * What was in progress just before each period's end, and how old it was at the period's last millisecond, as `wip` and
 * `age` would say; of items that were reopened later, as is known at asOf.
 *
 * @param bounds the instants between the periods, and those before the first and after the last, ascending
 */
export function openAtEnds(input: MetricInput, bounds: Float64Array): OpenAtEnd[] {
  const { ended, items, started } = clockSpans(input);
  const ends = bounds.subarray(1);
  const begun = countBefore(started, ends);
  const over = countBefore(ended, ends);
  const ages: number[][] = Array.from(ends, () => []);
  for (let index = 0; index < items.length; index++) {
    const until = ended[index] as number;
    let at = firstAfter(ends, started[index] as number);
    for (; at < ends.length && (ends[at] as number) <= until; at++) {
      ages[at]?.push(ageAt(input, items[index] as number, (ends[at] as number) - 1));
    }
  }
  return ages.map((days, at) => {
    const window = { from: bounds[at] as number, to: ends[at] as number };
    const unknown = items.length === 0 && spansUnknown({ ...input, window });
    return {
      wip: unknown ? null : (begun[at] as number) - (over[at] as number),
      n: days.length,
      medianDays: medianOf(Float64Array.from(days), input.percentiles),
    };
  });
}

/** The first of some ascending moments that is later than an instant. */
function firstAfter(moments: Float64Array, instant: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as number) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How old an item was that was in progress at an instant, in days of the basis. */
function ageAt(input: MetricInput, item: number, instant: number): number {
  const { duration, excludePaused, facts } = input;
  const pausedMs = excludePaused ? pausedUntil(input, item, instant) : 0;
  return duration.spanDays(facts.started[item] as number, instant, pausedMs);
}

/** How long an item had been paused by an instant: unblocked, and in none of the stages that count. */
function pausedUntil({ duration, facts, kinds, timelines }: MetricInput, item: number, instant: number): number {
  const { offsets, stage, start } = timelines;
  const last = (offsets[item + 1] as number) - 1;
  let paused = 0;
  for (let visit = facts.startVisit[item] as number; visit <= last; visit++) {
    const from = start[visit] as number;
    if (from >= instant) break;
    const kind = kinds[stage[visit] as number];
    if (kind === ACTIVE || kind === WAITING) continue;
    const to = visit < last ? Math.min(instant, start[visit + 1] as number) : instant;
    paused += duration.between(from, to) - blockedBetween(timelines, duration, item, from, to);
  }
  return paused;
}
