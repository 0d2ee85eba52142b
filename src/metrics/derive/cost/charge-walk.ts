import type { Calendar } from '../../../model/time/calendar.ts';
import { DAY_MS } from '../../../model/time/units.ts';
import { ACTIVE } from '../../../model/workflow/stage-columns.ts';
import type { MetricInput } from '../../metric-input.ts';
import type { ChargeRows } from './charge-rows.ts';
import { leftOutReason, livesInWindow } from './charged-items.ts';
import type { Staff } from './staff.ts';

const NO_PEOPLE = new Int32Array(0);

/**
 * Writes what people could be charged for, item by item: the unblocked stretches of its `active` visits before its end,
 * within the window, until they are stale. A stretch without working time is not there. The window must hold some time.
 */
export class ChargeWalk {
  readonly #input: MetricInput;
  readonly #staff: Staff;
  readonly #rows: ChargeRows;
  readonly #calendar: Calendar;
  readonly #staleMs: number;
  /** The current item's last assignment that the walk has reached, and the first and the end of its assignments. */
  #entry = 0;
  #firstEntry = 0;
  #entries = 0;
  /** Its first blocked period that is not over yet, and the end of its periods. */
  #period = 0;
  #periods = 0;
  /** The last instant looked up and its working time: one stretch mostly begins where the one before it ended. */
  #instant = Number.NaN;
  #work = 0;

  constructor(input: MetricInput, staff: Staff, rows: ChargeRows) {
    const { staleAfterDays } = input.cost;
    this.#input = input;
    this.#staff = staff;
    this.#rows = rows;
    this.#calendar = input.calendar();
    this.#staleMs = staleAfterDays === null ? Number.POSITIVE_INFINITY : staleAfterDays * DAY_MS;
  }

  /** Adds the rows of an item, in the order of its visits. */
  add(item: number): void {
    const { asOf, facts, kinds, timelines, window } = this.#input;
    if (!livesInWindow(this.#input, item) || leftOutReason(this.#input, item) !== null) return;
    const { blockedOffsets, offsets, peopleKnown, peopleOffsets, stage, start } = timelines;
    this.#firstEntry = peopleOffsets[item] as number;
    this.#entry = this.#firstEntry - 1;
    // Today's assignee says nothing about yesterday's.
    this.#entries = peopleKnown[item] === 1 ? (peopleOffsets[item + 1] as number) : this.#firstEntry;
    this.#period = blockedOffsets[item] as number;
    this.#periods = blockedOffsets[item + 1] as number;
    const last = (offsets[item + 1] as number) - 1;
    const end = facts.endVisit[item] as number;
    for (let visit = offsets[item] as number; visit < end; visit++) {
      if (kinds[stage[visit] as number] !== ACTIVE) continue;
      const entered = start[visit] as number;
      const left = visit < last ? (start[visit + 1] as number) : asOf;
      const from = Math.max(window.from, entered);
      const to = Math.min(window.to, left, entered + this.#staleMs);
      if (!(from < to)) continue;
      if (this.#period === this.#periods) this.#chargePeople(visit, from, to);
      else this.#chargeUnblocked(visit, from, to);
    }
  }

  #chargeUnblocked(visit: number, from: number, to: number): void {
    const { blockedEnd, blockedStart } = this.#input.timelines;
    let at = from;
    // Stretches of an item come in order: a period that is over before one concerns no later one.
    while (this.#period < this.#periods && (blockedEnd[this.#period] as number) <= from) this.#period++;
    for (let next = this.#period; next < this.#periods && at < to; next++) {
      const until = Math.min(to, blockedStart[next] as number);
      if (at < until) this.#chargePeople(visit, at, until);
      at = Math.max(at, blockedEnd[next] as number);
    }
    if (at < to) this.#chargePeople(visit, at, to);
  }

  /** Cuts a stretch where other people get the item. Stretches of an item come in order, so the walk never goes back. */
  #chargePeople(visit: number, from: number, to: number): void {
    const { peopleAt, peopleSet, stage } = this.#input.timelines;
    const entries = this.#entries;
    let entry = this.#entry;
    let work = from === this.#instant ? this.#work : this.#calendar.before(from);
    for (let at = from; at < to; ) {
      while (entry + 1 < entries && (peopleAt[entry + 1] as number) <= at) entry++;
      const until = entry + 1 < entries ? Math.min(to, peopleAt[entry + 1] as number) : to;
      if (!(until > at)) throw new Error(`walk over charges: visit ${visit} gets no further than ${at}`);
      const workUntil = this.#calendar.before(until);
      if (work < workUntil) {
        const people = entry < this.#firstEntry ? NO_PEOPLE : this.#staff.of(peopleSet[entry] as number);
        if (people.length === 0) this.#rows.push(visit, this.#staff.nameless(stage[visit] as number), work, workUntil);
        for (let one = 0; one < people.length; one++) this.#rows.push(visit, people[one] as number, work, workUntil);
      }
      work = workUntil;
      at = until;
    }
    this.#entry = entry;
    this.#instant = to;
    this.#work = work;
  }
}
