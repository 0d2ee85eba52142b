import type { FlowEfficiency } from '../../../../contract/result.ts';
import { ratio } from '../../../../model/time/instants.ts';
import { windowPeriods } from '../../../derive/window-periods.ts';
import type { MetricInput } from '../../../metric-input.ts';

/** Where the time of the items went that finished in each period. @param items those whose parts are known */
export function partsByPeriod(input: MetricInput, items: Int32Array): NonNullable<FlowEfficiency['byPeriod']> {
  const { duration, excludePaused, facts } = input;
  const { periods, at } = windowPeriods(input);
  const sums = periods.map(() => ({ items: 0, activeMs: 0, waitingMs: 0, blockedMs: 0, pausedMs: 0 }));
  for (const item of items) {
    const sum = sums[at(facts.ended[item] as number)];
    if (sum === undefined) continue;
    sum.items++;
    sum.activeMs += facts.activeMs[item] as number;
    sum.waitingMs += facts.waitingMs[item] as number;
    sum.blockedMs += facts.blockedMs[item] as number;
    sum.pausedMs += facts.pausedMs[item] as number;
  }
  return periods.map((period, index) => {
    const { items: count, activeMs, waitingMs, blockedMs, pausedMs } = sums[index] as (typeof sums)[number];
    return {
      ...period,
      items: count,
      activeDays: activeMs / duration.dayMs,
      waitingDays: waitingMs / duration.dayMs,
      blockedDays: blockedMs / duration.dayMs,
      pausedDays: pausedMs / duration.dayMs,
      efficiency: ratio(activeMs, activeMs + waitingMs + blockedMs + (excludePaused ? 0 : pausedMs)),
    };
  });
}
