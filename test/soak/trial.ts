import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../reference/log/random.ts';
import { randomWork } from './random-work.ts';
import type { ReadingProcess } from './reading-process.ts';
import { type FailingCase, smallest } from './smallest.ts';
import { PLAIN, randomSpellings, type Spelling } from './spelling.ts';
import type { WorkItem } from './work.ts';
import { written } from './written.ts';

/** What one seed came to. */
export interface Outcome {
  items: number;
  files: number;
  /** What is wrong, with the seed and where the smallest input was written; null if nothing is. */
  failed: string | null;
}

/**
 * Has the log of one seed read in many forms, which must all come to the same.
 * @param searchMs what the search for the smallest input may take, in milliseconds
 * @param onFailure told what is wrong before that search
 */
export async function trial(
  seed: number,
  reader: ReadingProcess,
  searchMs: number,
  onFailure: (what: string) => void = () => {},
): Promise<Outcome> {
  const items = randomWork(seed);
  const spellings = [PLAIN, ...randomSpellings(new Random(seed), items)];
  const failure = await reader.failure({ items, spellings });
  const outcome = { items: items.length, files: spellings.length };
  if (failure === null) return { ...outcome, failed: null };
  const spelling = spellings[failure.spelling] as Spelling;
  onFailure(`seed ${seed}, ${failure.kind}: looking for the smallest input that shows it`);
  const small = await smallest({ items, spelling, failure }, reader, searchMs);
  return { ...outcome, failed: told(seed, items, failure.what, small) };
}

function told(seed: number, all: readonly WorkItem[], what: string, { failure, items, spelling }: FailingCase): string {
  const folder = join(tmpdir(), `pitwall-soak-${seed}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `smallest.${spelling.kind === 'workbook' ? 'xlsx' : spelling.kind}`);
  writeFileSync(file, written(items, spelling));
  writeFileSync(join(folder, 'plain.csv'), written(items, PLAIN));
  writeFileSync(join(folder, 'case.json'), `${JSON.stringify({ seed, failure, spelling, items }, null, 1)}\n`);
  return [
    `seed ${seed}, ${all.length} items, ${failure.kind}: ${what}`,
    `smallest input that shows it: ${file} (${items.length} items; the plainest file of the same log: plain.csv)`,
    `of that: ${failure.what}`,
    `again: npm run soak -- --seed ${seed}`,
  ].join('\n');
}
