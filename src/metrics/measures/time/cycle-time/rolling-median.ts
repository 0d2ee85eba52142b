import type { CycleTime } from '../../../../contract/result.ts';
import { dateOfDay } from '../../../../model/time/zone.ts';
import { medianOf } from '../../../derive/distribution-of.ts';
import type { MetricInput } from '../../../metric-input.ts';

/** Local days that it looks back, the day itself included. */
const DAYS = 28;
/** A median of fewer says little. */
const LEAST = 5;

/**
 * On each local day on which one of the items finished: the median cycle time of those that finished on the 28 local
 * days up to it. Null where they are fewer than 5.
 */
export function rollingMedian(input: MetricInput, items: Int32Array): NonNullable<CycleTime['rollingMedian']> {
  const { facts, percentiles, zone } = input;
  const dayOf = (item: number) => zone.dayOf(facts.ended[item] as number);
  const ordered = items.slice().sort((a, b) => (facts.ended[a] as number) - (facts.ended[b] as number) || a - b);
  const days = Float64Array.from(ordered, dayOf);
  const times = Float64Array.from(ordered, (item) => facts.cycleTimeDays[item] as number);
  const found: NonNullable<CycleTime['rollingMedian']> = [];
  let first = 0;
  for (let next = 1; next <= days.length; next++) {
    const day = days[next - 1] as number;
    // A clock that is put back must not split a day.
    if (next < days.length && (days[next] as number) <= day) continue;
    while ((days[first] as number) <= day - DAYS) first++;
    const count = next - first;
    const median = count < LEAST ? null : medianOf(times.slice(first, next), percentiles);
    found.push({ date: dateOfDay(day), items: count, medianDays: median });
  }
  return found;
}
