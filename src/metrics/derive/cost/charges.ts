import { Float64Column, Int32Column } from '../../../model/columns.ts';
import { ACTIVE } from '../../../model/stage-columns.ts';
import { DAY_MS } from '../../../model/units.ts';
import type { MetricInput } from '../../metric-input.ts';
import { leftOutReason, livesInWindow } from './charged-items.ts';
import type { Staff } from './staff.ts';

/**
 * Who could be charged for which visit, and when: one row for each person of each unbroken stretch. Instants are working
 * time (`Calendar.before`), in which nights and weekends take no time; a stretch without working time is not there.
 */
export interface Charges {
  /** Item i owns the rows from `offsets[i]` to `offsets[i + 1]`. */
  offsets: Int32Array;
  visit: Int32Array;
  /** A number of the staff, or of a stage's nameless person. */
  person: Int32Array;
  from: Float64Array;
  to: Float64Array;
}

/**
 * The unblocked stretches of all items' `active` visits before their ends, within the window, until they are stale.
 * @param isOpen whether the window holds any time
 */
export function chargesOf(input: MetricInput, staff: Staff, isOpen: boolean): Charges {
  const { asOf, cost, facts, kinds, timelines, window } = input;
  const { blockedEnd, blockedOffsets, blockedStart, offsets, peopleAt, peopleOffsets, peopleSet, stage, start } =
    timelines;
  const itemOffsets = new Int32Array(timelines.count + 1);
  if (!isOpen) return { offsets: itemOffsets, ...NO_ROWS };
  const calendar = input.calendar();
  const staleMs = cost.staleAfterDays === null ? Number.POSITIVE_INFINITY : cost.staleAfterDays * DAY_MS;
  // As many as there usually are at most: what stays empty costs no memory, and growing would copy all, several times.
  const likely = stage.length + peopleAt.length;
  const visits = new Int32Column(likely);
  const persons = new Int32Column(likely);
  const froms = new Float64Column(likely);
  const tos = new Float64Column(likely);
  /** The current item's last assignment that the walk has reached, and the end of its assignments. */
  let entry = 0;
  let entries = 0;
  /** Its first blocked period that is not over yet, and the end of its periods. */
  let period = 0;
  let periods = 0;
  for (let item = 0; item < timelines.count; item++) {
    itemOffsets[item] = visits.length;
    if (!livesInWindow(input, item) || leftOutReason(input, item) !== null) continue;
    entry = (peopleOffsets[item] as number) - 1;
    // Today's assignee says nothing about yesterday's.
    entries = timelines.peopleKnown[item] === 1 ? (peopleOffsets[item + 1] as number) : entry + 1;
    period = blockedOffsets[item] as number;
    periods = blockedOffsets[item + 1] as number;
    const last = (offsets[item + 1] as number) - 1;
    const end = facts.endVisit[item] as number;
    for (let visit = offsets[item] as number; visit < end; visit++) {
      if (kinds[stage[visit] as number] !== ACTIVE) continue;
      const entered = start[visit] as number;
      const left = visit < last ? (start[visit + 1] as number) : asOf;
      const from = Math.max(window.from, entered);
      const to = Math.min(window.to, left, entered + staleMs);
      if (from < to) chargeUnblocked(item, visit, from, to);
    }
  }
  itemOffsets[timelines.count] = visits.length;
  return {
    offsets: itemOffsets,
    visit: visits.values(),
    person: persons.values(),
    from: froms.values(),
    to: tos.values(),
  };

  function chargeUnblocked(item: number, visit: number, from: number, to: number): void {
    let at = from;
    // Stretches of an item come in order: a period that is over before one concerns no later one.
    while (period < periods && (blockedEnd[period] as number) <= from) period++;
    for (let next = period; next < periods && at < to; next++) {
      const until = Math.min(to, blockedStart[next] as number);
      if (at < until) chargePeople(item, visit, at, until);
      at = Math.max(at, blockedEnd[next] as number);
    }
    if (at < to) chargePeople(item, visit, at, to);
  }

  /** Cuts a stretch where other people get the item. Stretches of an item come in order, so the walk never goes back. */
  function chargePeople(item: number, visit: number, from: number, to: number): void {
    let work = calendar.before(from);
    for (let at = from; at < to; ) {
      while (entry + 1 < entries && (peopleAt[entry + 1] as number) <= at) entry++;
      const until = entry + 1 < entries ? Math.min(to, peopleAt[entry + 1] as number) : to;
      const workUntil = calendar.before(until);
      if (work < workUntil) {
        const people = entry < (peopleOffsets[item] as number) ? NO_PEOPLE : staff.of(peopleSet[entry] as number);
        if (people.length === 0) push(visit, staff.nameless(stage[visit] as number), work, workUntil);
        else for (let one = 0; one < people.length; one++) push(visit, people[one] as number, work, workUntil);
      }
      work = workUntil;
      at = until;
    }
  }

  function push(visit: number, person: number, from: number, to: number): void {
    visits.push(visit);
    persons.push(person);
    froms.push(from);
    tos.push(to);
  }
}

const NO_PEOPLE = new Int32Array(0);

const NO_ROWS = {
  visit: new Int32Array(0),
  person: new Int32Array(0),
  from: new Float64Array(0),
  to: new Float64Array(0),
};
