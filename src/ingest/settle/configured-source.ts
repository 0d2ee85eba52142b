import type { EventLog } from '../../model/log/event-log.ts';
import type { ConfiguredSource, ReadOptions } from '../../model/read-options.ts';
import { matchesPattern } from './file-pattern.ts';

/** The configured source of a file: the first with a pattern that matches it; null if there is none. */
export function sourceOf(name: string, { sources = [] }: ReadOptions): ConfiguredSource | null {
  return sources.find(({ files }) => files.some((pattern) => matchesPattern(name, pattern))) ?? null;
}

/** Notes configured sources without a file in this run: otherwise a misspelt pattern would go unnoticed. */
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
