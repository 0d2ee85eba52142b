import type { EventLog } from '../../model/log/event-log.ts';
import type { ConfiguredSource, ReadOptions } from '../../model/read-options.ts';
import { matchesPattern } from './file-pattern.ts';

/** The configured source that a file belongs to: the first that means it; null if none does. */
export function sourceOf(name: string, { sources = [] }: ReadOptions): ConfiguredSource | null {
  return sources.find(({ files }) => files.some((pattern) => matchesPattern(name, pattern))) ?? null;
}

/** Says which configured sources no file of the run belongs to: a misspelt pattern would go unnoticed. */
export function noteIdleSources(log: EventLog, { sources = [] }: ReadOptions, used: ReadonlySet<unknown>): void {
  for (const source of sources) {
    if (used.has(source)) continue;
    log.findings.add(
      'source-without-files',
      () => ({
        weight: 'info',
        message: 'configured sources that no file given belongs to',
        cure: 'Nothing to do if their files were left out; otherwise correct the pattern under "sources"',
      }),
      { value: source.files.join(', ') },
    );
  }
}
