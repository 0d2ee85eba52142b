import { FINISHED } from '../../model/item-facts.ts';
import { within } from '../../model/window.ts';
import type { MetricInput } from '../metric-input.ts';

/** The selected items that finished within the window. */
export function finishedItems({ selection, facts, window }: MetricInput): Int32Array {
  return selection.filter((item) => facts.outcome[item] === FINISHED && within(window, facts.ended[item] as number));
}

/** The items of cycle time: finished within the window, with a start that is known. */
export function cycleTimeItems(input: MetricInput): Int32Array {
  return finishedItems(input).filter((item) => input.facts.startVisit[item] !== -1);
}

/** The items of cycle time whose time is known part by part. */
export function itemsWithParts(input: MetricInput): Int32Array {
  return cycleTimeItems(input).filter((item) => input.facts.partsUnknown[item] === 0);
}
