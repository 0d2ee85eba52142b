import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import type { Settings } from '../../model/settings.ts';
import { DAY_MS } from '../../model/time/units.ts';
import { statedKinds } from '../workflow/stated-kinds.ts';

/** A working life: no flow rests so long between two dates that follow each other. */
const FAR_MS = 40 * 365.25 * DAY_MS;

/** Between which instants the dates of a log lie. */
export interface DateSpan {
  /** NaN where there is no date. */
  first: number;
  latest: number;
}

/**
 * From the first to the latest creation, transition, start, finish, assignment or blocking instant of a log, whatever it
 * is about. The latest is the default of `asOf`: the same file gives the same answer tomorrow. A finish date of an item that is
 * not over by its status of today, and a start date of one that is not begun, count for nothing, here neither: they are
 * plans, or have been taken back.
 *
 * Dates from which more than forty years without any date part more than half of all are left out: they are slips, or
 * placeholders such as 9999-12-31.
 */
export function dateSpanOf(log: EventLog, settings: Settings): DateSpan {
  const { transitions } = log;
  const unused = unusedDates(log, settings);
  const whole = { first: log.firstDate, latest: unused === null ? log.latestDate : latestUsed(log, unused) };
  include(whole, transitions.first);
  include(whole, transitions.latest);
  for (const column of [log.assignmentAt, log.flagAt]) for (const at of column.values()) include(whole, at);
  return whole.latest - whole.first > FAR_MS ? (mostOf(datesOf(log, unused)) ?? whole) : whole;
}

/** Says of an item whether its start or its finish does not count; null where every date does. */
type UnusedDates = (item: number) => { started: boolean; finished: boolean };

function unusedDates(log: EventLog, settings: Settings): UnusedDates | null {
  if (!log.currentStatus.some((status) => status !== EMPTY)) return null;
  const kindOf = statedKinds(log, settings);
  return (item) => {
    const status = log.currentStatus.at(item);
    const kind = status === EMPTY ? null : kindOf(status);
    return { started: kind === 'todo', finished: kind !== null && kind !== 'done' && kind !== 'dropped' };
  };
}

/** The latest date of an item that counts; what items no longer keep counts where it is later than what does not. */
function latestUsed(log: EventLog, unused: UnusedDates): number {
  const used = { first: Number.NaN, latest: Number.NaN };
  const left = { first: Number.NaN, latest: Number.NaN };
  for (let item = 0; item < log.itemCount; item++) {
    const { started, finished } = unused(item);
    include(used, log.created.at(item));
    include(started ? left : used, log.started.at(item));
    include(finished ? left : used, log.finished.at(item));
  }
  return left.latest === log.latestDate ? used.latest : log.latestDate;
}

function include(span: DateSpan, at: number): void {
  if (Number.isNaN(at)) return;
  if (!(span.first <= at)) span.first = at;
  if (!(span.latest >= at)) span.latest = at;
}

/** Every date that the log keeps and that counts, ascending. */
function datesOf(log: EventLog, unused: UnusedDates | null): Float64Array {
  const { transitions, assignmentAt, flagAt } = log;
  const dates = new Float64Array(transitions.length + 3 * log.itemCount + assignmentAt.length + flagAt.length);
  let count = 0;
  const add = (at: number) => {
    if (!Number.isNaN(at)) dates[count++] = at;
  };
  for (let row = 0; row < transitions.length; row++) add(transitions.at(row));
  for (let item = 0; item < log.itemCount; item++) {
    const leaves = unused?.(item);
    add(log.created.at(item));
    if (leaves?.started !== true) add(log.started.at(item));
    if (leaves?.finished !== true) add(log.finished.at(item));
  }
  for (const column of [assignmentAt, flagAt]) for (const at of column.values()) add(at);
  return dates.subarray(0, count).sort();
}

/** The stretch without such a gap that holds more than half of the dates; null if none does. */
function mostOf(dates: Float64Array): DateSpan | null {
  let start = 0;
  for (let place = 1; place <= dates.length; place++) {
    const goesOn = place < dates.length && (dates[place] as number) - (dates[place - 1] as number) <= FAR_MS;
    if (goesOn) continue;
    if (2 * (place - start) > dates.length) {
      return { first: dates[start] as number, latest: dates[place - 1] as number };
    }
    start = place;
  }
  return null;
}
