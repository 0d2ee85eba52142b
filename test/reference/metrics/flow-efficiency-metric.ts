import { percentile } from '../distribution.ts';
import { cycledIn } from '../populations.ts';
import { sum } from '../time/intervals.ts';
import type { Window } from '../time/window.ts';
import type { Facts, ReferenceSettings } from '../types.ts';

/** Definitions §5, flowEfficiency. */
export function flowEfficiencyMetric(facts: Facts[], window: Window, settings: ReferenceSettings) {
  const items = cycledIn(facts, window);
  const whole = (item: { activeDays: number; waitingDays: number; blockedDays: number; pausedDays: number }) =>
    item.activeDays + item.waitingDays + item.blockedDays + (settings.excludePaused ? 0 : item.pausedDays);
  const parts = items.map(({ activeDays, waitingDays, blockedDays, pausedDays }) => ({
    activeDays: activeDays!,
    waitingDays: waitingDays!,
    blockedDays: blockedDays!,
    pausedDays: pausedDays!,
  }));
  const total = {
    activeDays: sum(parts.map(({ activeDays }) => activeDays)),
    waitingDays: sum(parts.map(({ waitingDays }) => waitingDays)),
    blockedDays: sum(parts.map(({ blockedDays }) => blockedDays)),
    pausedDays: sum(parts.map(({ pausedDays }) => pausedDays)),
  };
  const own = parts.filter((item) => whole(item) > 0).map((item) => item.activeDays / whole(item));
  return {
    items: items.length,
    ...total,
    efficiency: whole(total) > 0 ? total.activeDays / whole(total) : null,
    waitToActive: total.activeDays > 0 ? (whole(total) - total.activeDays) / total.activeDays : null,
    medianItem: percentile(own, 50, settings.percentiles.method),
  };
}
