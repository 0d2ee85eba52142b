import { type EventLog, NOT_STATED } from '../model/log/event-log.ts';

/**
 * Writes who had each item of the timelines, item after item: one entry an instant, ascending. The assignees that rows
 * state count, or the assignments logged as changes of their own where an item has any. Of several at one instant the
 * last holds.
 */
export class AssignmentWriter {
  at: Float64Array;
  set: Int32Array;
  length = 0;
  readonly #log: EventLog;
  readonly #own: Map<number, number[]>;
  #first = 0;
  #rowsCount = true;

  /** @param rows how many rows of transitions there are */
  constructor(log: EventLog, rows: number, asOf: number) {
    this.#log = log;
    this.#own = ownAssignments(log, asOf);
    // As many as there may be, so that nothing is copied: what stays empty costs no memory.
    const most = rows + log.assignmentItem.length;
    this.at = new Float64Array(most);
    this.set = new Int32Array(most);
  }

  /** Begins the next item of the timelines with the changes of its own. */
  begin(item: number): void {
    this.#first = this.length;
    const own = this.#own.get(item);
    this.#rowsCount = own === undefined;
    if (own === undefined) return;
    for (const change of own) this.#enter(this.#log.assignmentAt.at(change), this.#log.assignmentPeople.at(change));
  }

  /** Adds what the item's next row states. */
  row(instant: number, who: number): void {
    if (who !== NOT_STATED && this.#rowsCount) this.#enter(instant, who);
  }

  #enter(instant: number, who: number): void {
    const { at, set } = this;
    const last = this.length - 1;
    if (last < this.#first || (at[last] !== instant && set[last] !== who)) {
      at[last + 1] = instant;
      set[last + 1] = who;
      this.length = last + 2;
    } else if (at[last] === instant) set[last] = who;
    // The same people again are no change; leaving them out keeps the columns short.
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
