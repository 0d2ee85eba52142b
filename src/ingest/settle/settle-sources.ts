import type { EventLog, LogFile } from '../../model/log/event-log.ts';
import { HISTORY_GRADES } from '../../model/log/history-grade.ts';
import type { ConfiguredSource, ReadOptions } from '../../model/read-options.ts';
import { allFormats, TABLE_FORMATS } from '../registry.ts';
import { noteCommonCap } from '../tools/shared/row-cap.ts';
import { noteIdleSources } from './configured-source.ts';
import { latestExportWins } from './latest-export-wins.ts';
import { dateSnapshots } from './snapshot-dates.ts';
import { applySourceStatuses } from './source-statuses.ts';

/**
 * Settles what depends on several files, once all have been read.
 * @param sources the configured source of each file that has one
 * @throws PitwallError `snapshot-date`, `bad-option`
 */
export async function settleSources(
  log: EventLog,
  options: ReadOptions,
  sources: ReadonlyMap<LogFile, ConfiguredSource>,
): Promise<void> {
  for (const file of log.files) {
    file.fullerFormats = await fullerFormats(file);
    noteCommonCap(log, file);
    const source = sources.get(file);
    if (source !== undefined)
      file.notes.push(`Read as the source of "${source.files.join(', ')}" in the configuration.`);
  }
  applySourceStatuses(
    log,
    log.files.map((file) => sources.get(file)?.statuses ?? null),
  );
  noteIdleSources(log, options, new Set(sources.values()));
  if (options.snapshots !== undefined) dateSnapshots(log.files, options);
  latestExportWins(log, options.snapshots !== undefined);
}

/** The formats of a file's tool with more history than the file has; its own format too if the file lacks what that may hold. */
async function fullerFormats({ tool, grade }: LogFile): Promise<string[]> {
  const rank = HISTORY_GRADES.indexOf(grade);
  if (rank === 0) return [];
  // The formats for tables of any tool are loaded already.
  const formats = tool === 'table' ? TABLE_FORMATS : await allFormats();
  return formats
    .filter((format) => format.tool === tool && HISTORY_GRADES.indexOf(format.grade) < rank)
    .map(({ id }) => id);
}
