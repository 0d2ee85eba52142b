import type { Float64Column } from '../model/columns.ts';
import type { EventLog } from '../model/event-log.ts';

/**
 * The latest creation, transition, start, finish, assignment or blocking instant of a log, whatever it is about; NaN
 * if it has none. The default of `asOf`: the same file gives the same answer tomorrow.
 */
export function latestInstant(log: EventLog): number {
  let latest = log.latestDate;
  if (!(latest >= log.transitions.latest) && !Number.isNaN(log.transitions.latest)) latest = log.transitions.latest;
  for (const column of [log.assignmentAt, log.flagAt]) latest = laterOf(latest, column);
  return latest;
}

function laterOf(latest: number, column: Float64Column): number {
  const values = column.values();
  let result = latest;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (!(result >= value) && !Number.isNaN(value)) result = value;
  }
  return result;
}
