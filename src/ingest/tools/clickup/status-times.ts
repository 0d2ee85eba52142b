import { MINUTE_MS } from '../../../model/time/units.ts';
import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';

/** A status of a task, since when it had it first, and for how long in all. */
export interface StatusTime {
  status: string;
  /** What kind of status it is; empty where the answer does not say. */
  type: string;
  since: number;
  minutes: number;
}

/** The statuses that a task has had, by their beginning; null if the object has none. */
export function statusTimes(task: JsonObject | null, instant: (value: unknown) => number): StatusTime[] | null {
  const history = own(task, 'status_history');
  if (!Array.isArray(history)) return null;
  const times = history.map((value) => readTime(objectOf(value), instant));
  const current = readTime(objectOf(own(task, 'current_status')), instant);
  if (current.status !== '' && !times.some(({ status }) => status === current.status)) times.push(current);
  const order = (a: number, b: number) => (a === b || (Number.isNaN(a) && Number.isNaN(b)) ? 0 : a < b ? -1 : 1);
  return times
    .filter(({ status }) => status !== '')
    .sort((a, b) => order(a.since, b.since) || (a.status < b.status ? -1 : 1));
}

function readTime(entry: JsonObject | null, instant: (value: unknown) => number): StatusTime {
  const total = objectOf(own(entry, 'total_time'));
  const minutes = own(total, 'by_minute');
  return {
    status: textOf(own(entry, 'status')),
    type: textOf(own(entry, 'type')),
    since: instant(own(total, 'since')),
    minutes: typeof minutes === 'number' ? minutes : Number.NaN,
  };
}

/**
 * True if each status ends where the next begins, to a minute or so: then the task was in each once, and the beginnings
 * are the times of its moves. A task that came back to a status has the time of both visits in one sum.
 */
export function isContiguous(times: readonly Omit<StatusTime, 'type'>[], current: string): boolean {
  // A task that is back in a status that it had before others, if only for a moment.
  if (times.length === 0 || (current !== '' && times.at(-1)?.status !== current)) return false;
  return times.every(({ since, minutes }, index) => {
    if (Number.isNaN(since)) return false;
    const next = times[index + 1];
    // Both the beginning and the sum are cut to minutes.
    return next === undefined || Math.abs(since + minutes * MINUTE_MS - next.since) <= MINUTE_MS;
  });
}
