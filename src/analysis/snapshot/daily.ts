import type { Daily } from '../../contract/statistics/history-schema.ts';
import { noneCreated, noStartKnown } from '../../metrics/derive/populations.ts';
import type { MetricInput } from '../../metrics/metric-input.ts';
import { DROPPED, FINISHED } from '../../model/item-facts.ts';

/**
 * What happened on each local day from one to another.
 * @param first the first day
 * @param end the day after the last
 */
export function dailyOf(input: MetricInput, first: number, end: number): Daily {
  const { facts, selection, zone } = input;
  const days = () => new Array<number>(end - first).fill(0);
  const [created, started, finished, dropped] = [days(), days(), days(), days()];
  const count = (counts: number[], instant: number) => {
    const day = zone.dayOf(instant) - first;
    if (day >= 0 && day < counts.length) counts[day] = (counts[day] as number) + 1;
  };
  for (const item of selection) {
    count(created, facts.created[item] as number);
    count(started, facts.started[item] as number);
    const outcome = facts.outcome[item];
    if (outcome === FINISHED) count(finished, facts.ended[item] as number);
    else if (outcome === DROPPED) count(dropped, facts.ended[item] as number);
  }
  return {
    created: noneCreated(input) ? null : created,
    started: noStartKnown(input) ? null : started,
    finished,
    dropped,
  };
}
