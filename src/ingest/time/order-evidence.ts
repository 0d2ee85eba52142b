import type { EventLog, LogFile, ProvedOrder } from '../../model/log/event-log.ts';

/**
 * The order of day and month that other files of the same tool (of tables: of the same format) prove; null where none
 * does, or where they contradict one another: then each was written with settings of its own.
 */
export function orderOfOthers(log: EventLog, file: LogFile): ProvedOrder | null {
  const others = log.provedOrders.filter(
    ({ tool, format }) => tool === file.tool && (tool !== 'table' || format === file.format),
  );
  const [first] = others;
  return first !== undefined && others.every(({ order }) => order === first.order) ? first : null;
}
