import type { EventLog, LogFile } from '../../../../model/log/event-log.ts';
import type { JsonRecords } from '../../../format.ts';
import type { HistoryEntry } from './history-entry.ts';

/** An item that is in its history alone. */
export function noteUnlisted(log: EventLog, item: number, { file, line }: HistoryEntry): void {
  log.findings.add(
    'unlisted-items',
    () => ({
      weight: 'warning',
      message: 'Items of which only changes are known: when they were created is not, nor are their fields',
      cure: 'Give the list of the items together with their history: "pitwall formats" says how to get both.',
    }),
    { file: file.file, line, item: log.itemIds[item] as string },
  );
}

/** An item whose history is known to lack its older entries: what happened before the oldest one here is unknown. */
export function noteCutHistory(records: JsonRecords, item: number, oldest: number, line: number): void {
  const { log, file } = records;
  if (!Number.isNaN(oldest)) log.cut(item, oldest);
  log.findings.add(
    'cut-history',
    () => ({
      weight: 'warning',
      message: 'Items whose history is cut short: what happened before its oldest entry is unknown',
      cure: 'Fetch the rest of their history, page by page, and give all files together.',
    }),
    { file: file.file, line, item: log.itemIds[item] as string },
  );
}

/** A status that nothing in the export names. */
export function noteUnnamedStatus(
  log: EventLog,
  item: number,
  { file, line }: { file: LogFile; line: number },
  id: string,
): void {
  log.findings.add(
    'unnamed-status',
    () => ({
      weight: 'warning',
      message: 'Statuses that the export names by their id only',
      cure: 'Give the list of statuses, too, if the tool has one ("pitwall formats" says), or put the ids into stages in the configuration.',
    }),
    { file: file.file, line, item: log.itemIds[item] as string, value: id },
  );
}
