import { FINISHED, NOT_STARTED } from '../../../model/item-facts.ts';
import type { MetricInput } from '../../metric-input.ts';
import { END_UNKNOWN, PARTS_UNKNOWN } from '../left-out.ts';
import { isUndated } from '../undated.ts';

const HISTORY_CUT = 'the first part of their history is missing';

/** Why the hours and days of an item are not known; null where they are. What is left out takes no share of anybody. */
export function leftOutReason({ facts, timelines }: MetricInput, item: number): string | null {
  if (isUndated({ facts, timelines }, item)) return END_UNKNOWN;
  if (timelines.milestones[item] === 1 || facts.partsUnknown[item] === 1) return PARTS_UNKNOWN;
  if ((timelines.created[item] as number) < (timelines.cutBefore[item] as number)) return HISTORY_CUT;
  return null;
}

/** Whether an item could have cost anything within the window, as far as is known. */
export function livesInWindow({ facts, timelines, window }: MetricInput, item: number): boolean {
  if (timelines.milestones[item] === 1 && facts.outcome[item] === NOT_STARTED) return false;
  // Compared so that what is not known (NaN) counts as within.
  return !((timelines.created[item] as number) >= window.to) && !((facts.ended[item] as number) <= window.from);
}

/** When an item's time is over: at its finish or drop, or at asOf. */
export function endOfItem({ asOf, facts }: MetricInput, item: number): number {
  return (facts.outcome[item] as number) >= FINISHED ? (facts.ended[item] as number) : asOf;
}
