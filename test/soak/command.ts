// npm run soak: reads random logs in every form until it is stopped, or a difference shows.
import { parseArgs } from 'node:util';
import { ReadingProcess } from './reading-process.ts';
import { trial } from './trial.ts';

const SEARCH_MS = 120_000;
const MINUTE_MS = 60_000;

/** @param script the bundled `reader.ts` */
export async function soak(script: string, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
  const minutes = wholeOf(values.minutes, '--minutes') ?? Number.POSITIVE_INFINITY;
  const only = wholeOf(values.seed, '--seed');
  const reader = new ReadingProcess(script);
  const start = Date.now();
  const counts = { seeds: 0, files: 0, items: 0, failed: 0 };
  const say = () => {
    const took = Math.round((Date.now() - start) / 1000);
    console.log(
      `${took} s: ${counts.seeds} logs, ${counts.files} files, ${counts.items} items, ${counts.failed} failed`,
    );
  };
  const stop = () => {
    reader.end();
    say();
    process.exit(counts.failed === 0 ? 0 : 1);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let said = start;
  for (let seed = only ?? start % 1_000_000_000; Date.now() - start < minutes * MINUTE_MS; seed++) {
    const { failed, files, items } = await trial(seed, reader, SEARCH_MS, console.log);
    counts.seeds++;
    counts.files += files;
    counts.items += items * files;
    if (failed !== null) {
      counts.failed++;
      console.log(failed);
    }
    if (only !== null) break;
    if (Date.now() - said < MINUTE_MS) continue;
    said = Date.now();
    say();
  }
  reader.end();
  say();
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

function wholeOf(text: string | undefined, option: string): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${option} needs a whole number, not "${text}"`);
  return Number(text);
}
