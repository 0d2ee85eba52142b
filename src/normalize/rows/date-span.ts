import type { EventLog } from '../../model/log/event-log.ts';
import { DAY_MS } from '../../model/time/units.ts';

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
 * is about. The latest is the default of `asOf`: the same file gives the same answer tomorrow.
 *
 * Dates from which more than forty years without any date part more than half of all are left out: they are slips, or
 * placeholders such as 9999-12-31.
 */
export function dateSpanOf(log: EventLog): DateSpan {
  const { transitions } = log;
  const whole = { first: log.firstDate, latest: log.latestDate };
  include(whole, transitions.first);
  include(whole, transitions.latest);
  for (const column of [log.assignmentAt, log.flagAt]) for (const at of column.values()) include(whole, at);
  return whole.latest - whole.first > FAR_MS ? (mostOf(datesOf(log)) ?? whole) : whole;
}

function include(span: DateSpan, at: number): void {
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
