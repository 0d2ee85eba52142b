import type { EventLog } from '../../model/log/event-log.ts';
import { HISTORY_GRADES } from '../../model/log/history-grade.ts';
import type { OrderedTransitions } from './ordered-transitions.ts';

/** True for an item whose source has dates, or less, in place of transitions. */
export function onlyDates(log: EventLog, ordered: OrderedTransitions, item: number): boolean {
  if (ordered.offsets[item] !== ordered.offsets[item + 1]) return false;
  return log.hasMilestones.at(item) === 1 || HISTORY_GRADES[log.grade.at(item)] !== 'full-log';
}
