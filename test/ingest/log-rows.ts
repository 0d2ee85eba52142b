import type { EventLog } from '../../src/model/log/event-log.ts';

/** One part of every transition of a log, in input order. */
export function rowsOf(log: EventLog, part: 'item' | 'at' | 'from' | 'to' | 'people' | 'line'): number[] {
  return Array.from({ length: log.transitions.length }, (_, row) => log.transitions[part](row));
}
