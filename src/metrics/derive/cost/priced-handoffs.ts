import { eachHandoff } from '../../../facts/index.ts';
import { within } from '../../../model/window.ts';
import type { MetricInput } from '../../metric-input.ts';
import { endOfItem } from './charged-items.ts';
import type { ChargedLabour } from './charged-labour.ts';
import { priceOf } from './rates.ts';

/** Hours of one hand-off; NaN where nobody says how long it takes. */
export function handoffHoursOf({ cost }: MetricInput): number {
  return (cost.handoffMinutes ?? Number.NaN) / 60;
}

/**
 * Calls `found` for each hand-off of an item within the window. It costs the receiver's rate: the highest, of several.
 * The item has started.
 *
 * @param found gets the instant, the visit that the item is in after it, its hours (NaN: not given), their cost, and who
 * received it (a set of people)
 */
export function eachPricedHandoff(
  input: MetricInput,
  { rates, staff }: ChargedLabour,
  item: number,
  found: (at: number, visit: number, hours: number, cost: number, to: number) => void,
): void {
  const { facts, people, timelines, window } = input;
  if (!((facts.handoffs[item] as number) > 0)) return;
  const hours = handoffHoursOf(input);
  const isTimed = !Number.isNaN(hours);
  const last = (timelines.offsets[item + 1] as number) - 1;
  let visit = timelines.offsets[item] as number;
  eachHandoff(timelines, people, item, facts.started[item] as number, endOfItem(input, item), (at, _, to) => {
    if (!within(window, at)) return;
    // The stage after the hand-off, even if the item entered it at that very instant.
    while (visit < last && (timelines.start[visit + 1] as number) <= at) visit++;
    // What takes no known time has no price: nobody's rate need be looked up.
    const cost = isTimed ? priceOf(hours, rates.highest(staff.of(to), timelines.stage[visit] as number)) : Number.NaN;
    found(at, visit, hours, cost, to);
  });
}
