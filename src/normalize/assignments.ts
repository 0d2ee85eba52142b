import { Float64Column, Int32Column } from '../model/columns.ts';
import { type EventLog, NOT_STATED } from '../model/event-log.ts';
import type { OrderedTransitions } from './ordered-transitions.ts';

/** Who had each item of the log, through time: one entry an instant, ascending. */
export interface Assignments {
  /** Item i of the log owns entries offsets[i] to offsets[i + 1] − 1. */
  offsets: Int32Array;
  at: Float64Array;
  /** Id of a set of people, from `at` on. */
  set: Int32Array;
}

/**
 * The assignees that rows state, or the assignments logged as changes of their own where an item has any. Of several
 * at one instant the last holds.
 */
export function assignmentsOf(log: EventLog, ordered: OrderedTransitions, asOf: number): Assignments {
  const offsets = new Int32Array(log.itemCount + 1);
  const at = new Float64Column();
  const set = new Int32Column();
  const own = ownAssignments(log, asOf);
  const people = log.transitionPeople.values();
  const instants = log.transitionAt.values();
  for (let item = 0; item < log.itemCount; item++) {
    const first = at.length;
    const changes = own.get(item);
    if (changes !== undefined) {
      for (const change of changes) enter(first, log.assignmentAt.at(change), log.assignmentPeople.at(change));
    } else {
      for (let index = ordered.offsets[item] as number; index < (ordered.offsets[item + 1] as number); index++) {
        const row = ordered.rows[index] as number;
        const who = people[row] as number;
        if (who !== NOT_STATED) enter(first, instants[row] as number, who);
      }
    }
    offsets[item + 1] = at.length;
  }
  return { offsets, at: at.values(), set: set.values() };

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
