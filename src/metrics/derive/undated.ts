import { FINISHED } from '../../model/item-facts.ts';
import type { MetricInput } from '../metric-input.ts';

/** True for an item that is over by its status of today alone: nobody knows since when, nor when its last visit ended. */
export function isUndated({ facts, timelines }: Pick<MetricInput, 'facts' | 'timelines'>, item: number): boolean {
  return (facts.outcome[item] as number) >= FINISHED && facts.endVisit[item] === timelines.offsets[item + 1];
}
