import { EMPTY } from '../../model/log/dictionary.ts';
import type { EventLog } from '../../model/log/event-log.ts';
import type { Settings } from '../../model/settings.ts';
import { DAY_MS } from '../../model/time/units.ts';
import { statedKinds } from '../workflow/stated-kinds.ts';

/** A working life: no flow rests so long between two dates that follow each other. */
const FAR_MS = 40 * 365.25 * DAY_MS;

/** From one instant to another; NaN where there is no date. */
interface Stretch {
  first: number;
  latest: number;
}

/** Between which instants the dates of a log lie. */
export interface DateSpan extends Stretch {
  /** Dates outside of this lie far from all others. */
  near: Stretch;
}

/**
 * From the first to the latest creation, transition, start, finish, assignment or blocking instant of a log, whatever it
 * is about. The latest is the default of `asOf`: the same file gives the same answer tomorrow. A finish date of an item that is
 * not over by its status of today, and a start date of one that is not begun, are never the latest: they are plans, or have
 * been taken back.
 *
 * Dates from which more than forty years without any date part more than half of all are left out: they are slips, or
 * placeholders such as 9999-12-31.
 */
export function dateSpanOf(log: EventLog, settings: Settings): DateSpan {
  const whole = { first: log.firstDate, latest: log.latestDate };
  include(whole, log.transitions.first);
  include(whole, log.transitions.latest);
  for (const column of [log.assignmentAt, log.flagAt]) for (const at of column.values()) include(whole, at);
  const near = whole.latest - whole.first > FAR_MS ? (mostOf(datesOf(log)) ?? whole) : whole;
  const unused = unusedDates(log, settings);
  return { first: near.first, latest: unused === null ? near.latest : latestUsed(log, unused, near.latest), near };
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

/** The latest date that counts, of those up to a limit. */
function latestUsed(log: EventLog, unused: UnusedDates, limit: number): number {
  const { assignmentAt, flagAt, transitions } = log;
  let latest = Number.NaN;
  const take = (at: number) => {
    if (at <= limit && !(latest >= at)) latest = at;
  };
  take(transitions.latest);
  if (transitions.latest > limit) for (let row = 0; row < transitions.length; row++) take(transitions.at(row));
  for (const column of [assignmentAt, flagAt]) for (const at of column.values()) take(at);
  take(log.latestCreation);
  for (let item = 0; item < log.itemCount; item++) {
    const { started, finished } = unused(item);
    take(log.created.at(item));
    if (!started) take(log.started.at(item));
    if (!finished) take(log.finished.at(item));
  }
  return latest;
}

function include(span: Stretch, at: number): void {
  if (Number.isNaN(at)) return;
  if (!(span.first <= at)) span.first = at;
  if (!(span.latest >= at)) span.latest = at;
}

/** Every date that the log keeps, ascending. */
function datesOf(log: EventLog): Float64Array {
  const { transitions } = log;
  const columns = [log.created, log.started, log.finished, log.assignmentAt, log.flagAt].map((column) =>
    column.values(),
  );
  const dates = new Float64Array(transitions.length + columns.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (let row = 0; row < transitions.length; row++) dates[count++] = transitions.at(row);
  for (const column of columns) for (const at of column) if (!Number.isNaN(at)) dates[count++] = at;
  return dates.subarray(0, count).sort();
}

/** The stretch without such a gap that holds more than half of the dates; null if none does. */
function mostOf(dates: Float64Array): Stretch | null {
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
