import type { Progress } from '../../index.ts';
import type { Session } from '../session.ts';
import { isWatched } from './color.ts';

/** Work that ends sooner shows no progress. */
const SILENT_MS = 500;
const REDRAW_MS = 100;

const VERBS: Readonly<Record<Progress['phase'], string>> = {
  read: 'reading',
  normalize: 'rebuilding timelines',
  compute: 'computing',
};

/** `reading log.csv · 45 % · 1,200,000 rows` */
function textOf({ phase, file, bytes, totalBytes, rows }: Progress): string {
  const parts = [file === null ? VERBS[phase] : `${VERBS[phase]} ${file}`];
  if (phase === 'read' && totalBytes !== null && totalBytes > 0) {
    parts.push(`${Math.min(100, Math.floor((bytes / totalBytes) * 100))} %`);
  }
  if (rows > 0) parts.push(`${rows.toLocaleString('en-US')} rows`);
  return parts.join(' · ');
}

/** Some terminals do not know their width and report 0. */
function widthOf({ columns = 0 }: Session['stderr']): number {
  return columns > 1 ? columns : 80;
}

/** One line on standard error that shows a waiting person how far the work is. */
export interface ProgressLine {
  update(progress: Progress): void;
  /** Clears the line. */
  end(): void;
}

/** @param clock a monotonic clock in milliseconds */
export function progressLine(
  { stderr, env }: Pick<Session, 'stderr' | 'env'>,
  quiet: boolean,
  clock: () => number = () => performance.now(),
): ProgressLine {
  if (quiet || !isWatched(stderr, env)) return { update() {}, end() {} };
  const begun = clock();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    update(progress) {
      const now = clock();
      if (now - begun < SILENT_MS || now - drawn < REDRAW_MS) return;
      drawn = now;
      // One column stays free: a full line would wrap, and `\r` returns only to the start of the wrapped line.
      stderr.write(`\r\u001b[K${textOf(progress).slice(0, widthOf(stderr) - 1)}`);
    },
    end() {
      if (drawn > Number.NEGATIVE_INFINITY) stderr.write('\r\u001b[K');
      drawn = Number.NEGATIVE_INFINITY;
    },
  };
}
