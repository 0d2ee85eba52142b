import type { EventLog, LogFile } from '../../../model/log/event-log.ts';

/** Rows at which programs and tools that nobody knows by name stop: round numbers, and what a sheet holds. */
const COMMON_CAPS: ReadonlySet<number> = new Set([
  1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 500_000, 1_000_000, 65_535, 65_536, 1_048_575, 1_048_576,
]);

/**
 * Says that a file has exactly as many rows as its tool gives at most: the rest may be missing.
 * @param value how many of what: `1000 issues`
 * @param cure how to get the rest out of this tool
 */
export function noteRowCap(log: EventLog, file: LogFile, value: string, cure: string): void {
  log.findings.add(
    'row-cap',
    () => ({
      weight: file.tool === 'table' ? 'info' : 'warning',
      message: 'Files with exactly as many rows as a page or a limit holds: the rest may be missing',
      cure,
    }),
    { file: file.file, value },
  );
}

/** The same for a table of any tool, whose cap nobody knows, where its number of rows is one that tools stop at. */
export function noteCommonCap(log: EventLog, file: LogFile): void {
  if (file.tool !== 'table' || !COMMON_CAPS.has(file.rows)) return;
  noteRowCap(
    log,
    file,
    `${file.rows} rows`,
    'Compare the number with the tool; if this is all there is, it is answered.',
  );
}
