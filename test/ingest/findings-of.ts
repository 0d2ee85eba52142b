import type { EventLog } from '../../src/model/log/event-log.ts';

/** Code → count of a log's findings. */
export function findingsOf(log: EventLog): Record<string, number> {
  return Object.fromEntries(log.findings.list().map(({ code, count }) => [code, count]));
}
