import { Float64Column, Int32Column } from '../model/columns.ts';
import { type EventLog, NOT_STATED } from '../model/event-log.ts';
import type { Timelines } from '../model/timelines.ts';
import { INSTANT, INSTANT_ROW, PEOPLE, ROW } from '../model/transitions.ts';
import type { OrderedTransitions } from './ordered-transitions.ts';

/** Who had each item of the timelines, through time: one entry an instant, ascending. */
type Assignments = Pick<Timelines, 'peopleOffsets' | 'peopleAt' | 'peopleSet'>;

/**
 * The assignees that rows state, or the assignments logged as changes of their own where an item has any. Of several
 * at one instant the last holds.
 *
 * @param items the log's items in the order of the timelines
 */
export function assignmentsOf(
  log: EventLog,
  ordered: OrderedTransitions,
  items: Int32Array,
  asOf: number,
): Assignments {
  const peopleOffsets = new Int32Array(items.length + 1);
  // As many as there may be, so that nothing is copied as they grow: what stays empty costs no memory.
  const most = ordered.rows.length + log.assignmentItem.length;
  const at = new Float64Column(most);
  const set = new Int32Column(most);
  const own = ownAssignments(log, asOf);
  const { cells, instants } = log.transitions;
  for (let place = 0; place < items.length; place++) {
    const item = items[place] as number;
    const first = at.length;
    const changes = own.get(item);
    if (changes !== undefined) {
      for (const change of changes) enter(first, log.assignmentAt.at(change), log.assignmentPeople.at(change));
    } else {
      for (let index = ordered.offsets[item] as number; index < (ordered.offsets[item + 1] as number); index++) {
        const row = ordered.rows[index] as number;
        const who = cells[row * ROW + PEOPLE] as number;
        if (who !== NOT_STATED) enter(first, instants[row * INSTANT_ROW + INSTANT] as number, who);
      }
    }
    peopleOffsets[place + 1] = at.length;
  }
  return { peopleOffsets, peopleAt: at.values(), peopleSet: set.values() };

  function enter(first: number, instant: number, who: number): void {
    const last = at.length - 1;
    if (last >= first && at.at(last) === instant) set.set(last, who);
    // The same people again are no change; leaving them out keeps the columns short.
    else if (last < first || set.at(last) !== who) {
      at.push(instant);
      set.push(who);
    }
  }
}

function ownAssignments(log: EventLog, asOf: number): Map<number, number[]> {
  const byItem = new Map<number, number[]>();
  for (let change = 0; change < log.assignmentItem.length; change++) {
    if (log.assignmentAt.at(change) > asOf) continue;
    const item = log.assignmentItem.at(change);
    const own = byItem.get(item);
    if (own === undefined) byItem.set(item, [change]);
    else own.push(change);
  }
  for (const own of byItem.values()) own.sort((a, b) => log.assignmentAt.at(a) - log.assignmentAt.at(b) || a - b);
  return byItem;
}
