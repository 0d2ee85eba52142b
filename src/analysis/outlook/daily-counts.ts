import { DROPPED, FINISHED, IN_PROGRESS } from '../../model/item-facts.ts';
import { within } from '../../model/time/window.ts';
import type { DailyCounts } from '../../stats/forecast/index.ts';
import type { Dataset } from '../dataset.ts';

type Source = Pick<Dataset, 'derived' | 'window' | 'zone'>;

/** What happened on each local day, from the first whole one of the window to the last. */
export interface DailyFlow {
  daily: DailyCounts & { added: Float64Array };
  /** Items that are over since an instant that nothing says: on no day. */
  endsUnknown: number;
  /** Items whose creation nothing says. */
  creationsUnknown: number;
}

/** Counts what the selected items did, day by day; null where the window holds no whole day. */
export function dailyFlow({ derived: { facts }, window, zone }: Source, selection: Int32Array): DailyFlow | null {
  if (Number.isNaN(window.from) || window.to <= window.from) return null;
  const opening = zone.dayOf(window.from);
  const firstDay = zone.startOfDay(opening) < window.from ? opening + 1 : opening;
  const days = zone.dayOf(window.to) - firstDay;
  if (days <= 0) return null;
  const finished = new Float64Array(days);
  const added = new Float64Array(days);
  const flow: DailyFlow = { daily: { firstDay, finished, added }, endsUnknown: 0, creationsUnknown: 0 };
  const count = (counts: Float64Array, instant: number, by: number) => {
    const day = within(window, instant) ? zone.dayOf(instant) - firstDay : -1;
    if (day >= 0 && day < days) counts[day] = (counts[day] as number) + by;
  };
  for (const item of selection) {
    const ended = facts.ended[item] as number;
    const outcome = facts.outcome[item] as number;
    const created = facts.created[item] as number;
    if (outcome >= FINISHED && Number.isNaN(ended)) flow.endsUnknown++;
    if (Number.isNaN(created)) flow.creationsUnknown++;
    count(added, created, 1);
    if (outcome === FINISHED) count(finished, ended, 1);
    else if (outcome === DROPPED) count(added, ended, -1);
  }
  return flow;
}

/** How many of the selected items are left; items of which nobody knows whether they were over at asOf are none. */
export function openItems({ derived: { facts } }: Source, selection: Int32Array, onlyStarted: boolean): number {
  let open = 0;
  for (const item of selection) {
    if (facts.outcomeUnknown[item] === 1) continue;
    const outcome = facts.outcome[item] as number;
    if (onlyStarted ? outcome === IN_PROGRESS : outcome < FINISHED) open++;
  }
  return open;
}
