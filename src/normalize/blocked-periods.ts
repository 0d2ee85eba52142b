import { Float64Column, Int32Column } from '../model/log/columns.ts';
import type { EventLog } from '../model/log/event-log.ts';

/** Blocked periods of each item of the log, merged and ascending. */
export interface BlockedPeriods {
  /** Item i of the log owns periods offsets[i] to offsets[i + 1] − 1. */
  offsets: Int32Array;
  start: Float64Array;
  /** Infinity where the flag was never cleared. */
  end: Float64Array;
  /** Why, as an id of the log's reasons. */
  reason: Int32Array;
}

/**
 * Turns flags set and cleared into periods. The last flag of an instant holds; a flag that was a cell of a duplicate
 * row does not count.
 *
 * @param place where a transition is in its item's order; −1 for one that does not exist
 */
export function blockedPeriods(log: EventLog, asOf: number, place: (transition: number) => number): BlockedPeriods {
  const offsets = new Int32Array(log.itemCount + 1);
  const start = new Float64Column(16);
  const end = new Float64Column(16);
  const reason = new Int32Column(16);
  const flags = flagsByItem(log, asOf, place);
  for (let item = 0; item < log.itemCount; item++) {
    const own = flags.get(item);
    // Most items never were blocked.
    if (own !== undefined) addPeriods(own);
    offsets[item + 1] = start.length;
  }
  return { offsets, start: start.values(), end: end.values(), reason: reason.values() };

  /** Adds the periods of an item from its flags, in order. */
  function addPeriods(own: readonly number[]): void {
    let since = Number.NaN;
    let why = 0;
    for (const [index, flag] of own.entries()) {
      const at = log.flagAt.at(flag);
      const next = own[index + 1];
      if (next !== undefined && log.flagAt.at(next) === at) continue;
      if (log.flagSet.at(flag) === 1) {
        if (Number.isNaN(since)) [since, why] = [at, log.flagReason.at(flag)];
      } else if (!Number.isNaN(since)) {
        close(since, at, why);
        since = Number.NaN;
      }
    }
    if (!Number.isNaN(since)) close(since, Number.POSITIVE_INFINITY, why);
  }

  function close(from: number, to: number, why: number): void {
    start.push(from);
    end.push(to);
    reason.push(why);
  }
}

function flagsByItem(log: EventLog, asOf: number, place: (transition: number) => number): Map<number, number[]> {
  const flags = new Map<number, number[]>();
  for (let flag = 0; flag < log.flagItem.length; flag++) {
    if (log.flagAt.at(flag) > asOf) continue;
    const transition = log.flagTransition.at(flag);
    if (transition !== -1 && place(transition) === -1) continue;
    const own = flags.get(log.flagItem.at(flag));
    if (own === undefined) flags.set(log.flagItem.at(flag), [flag]);
    else own.push(flag);
  }
  const order = (flag: number) => {
    const transition = log.flagTransition.at(flag);
    return transition === -1 ? flag : place(transition);
  };
  for (const own of flags.values()) {
    own.sort((a, b) => log.flagAt.at(a) - log.flagAt.at(b) || order(a) - order(b));
  }
  return flags;
}
