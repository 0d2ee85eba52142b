import { Float64Column, Int32Column } from '../../../model/log/columns.ts';

/**
 * What can happen to an item at an instant. At one and the same instant it happens in this order: steps start before
 * others end, so that an item which goes from one to the next is never seen waiting in between.
 */
export const STEP = {
  /** The marker `Start` of a log. */
  opening: 0,
  queue: 1,
  suspend: 2,
  start: 3,
  /** An event without duration. */
  happen: 4,
  resume: 5,
  /** The end of the step that this row started. */
  end: 6,
  /** The end of a step of this activity. */
  complete: 7,
  abort: 8,
  drop: 9,
  /** The marker `End` of a log. */
  closing: 10,
} as const;

/** Events of items as columns, to be gone through item by item in the order in which they happened. */
export class ItemEvents {
  readonly at = new Float64Column();
  readonly step = new Int32Column();
  readonly row = new Int32Column();
  readonly #item = new Int32Column();

  push(item: number, at: number, step: number, row: number): void {
    this.#item.push(item);
    this.at.push(at);
    this.step.push(step);
    this.row.push(row);
  }

  /** Calls `visit` for each item with the indexes of its events in order; the array is valid during the call only. */
  byItem(visit: (item: number, events: Int32Array) => void): void {
    const items = this.#item.values();
    let highest = -1;
    for (const item of items) if (item > highest) highest = item;
    const offsets = new Int32Array(highest + 2);
    for (const item of items) offsets[item + 1]!++;
    for (let item = 0; item <= highest; item++) offsets[item + 1]! += offsets[item]!;
    const next = offsets.slice();
    const order = new Int32Array(items.length);
    for (let event = 0; event < items.length; event++) order[next[items[event]!]!++] = event;
    const at = this.at.values();
    const step = this.step.values();
    const place = this.#newestFirst() ? -1 : 1;
    for (let item = 0; item <= highest; item++) {
      const events = order.subarray(offsets[item]!, offsets[item + 1]!);
      if (events.length === 0) continue;
      events.sort((a, b) => at[a]! - at[b]! || step[a]! - step[b]! || place * (a - b));
      visit(item, events);
    }
  }

  /** A file that steps back in time within its items more often than forward lists the newest first. */
  #newestFirst(): boolean {
    const items = this.#item.values();
    const last = new Map<number, number>();
    let balance = 0;
    for (let event = 0; event < items.length; event++) {
      // Start and end of one row are always in order.
      if (event > 0 && this.row.at(event) === this.row.at(event - 1)) continue;
      const at = this.at.at(event);
      const before = last.get(items[event]!);
      if (before !== undefined) balance += Math.sign(at - before);
      last.set(items[event]!, at);
    }
    return balance < 0;
  }
}
