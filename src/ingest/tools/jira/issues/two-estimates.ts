import type { EventLog, LogFile } from '../../../../model/log/event-log.ts';

/** An issue that has both of Jira's estimates, and not the same in each. Nothing is noted where they agree. */
export function noteTwoEstimates(log: EventLog, file: LogFile, item: number, taken: string, other: string): void {
  if (taken === other || Number(taken) === Number(other)) return;
  log.findings.add(
    'two-estimates',
    () => ({
      weight: 'warning',
      message: 'Issues with two different estimates, Story Points and Story point estimate: the first was taken',
      cure: 'Say which counts: --map points="Story point estimate", or whatever the column or path is.',
    }),
    { file: file.file, item: log.itemIds[item] as string, value: `${taken}, ${other}` },
  );
}
