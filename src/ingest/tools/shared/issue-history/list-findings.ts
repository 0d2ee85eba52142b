import type { Reading } from '../../../format.ts';
import { noteRowCap } from '../row-cap.ts';

/** An issue that an earlier row lists, too. */
export function noteListedTwice({ log, file }: Reading, line: number, item: string): void {
  log.findings.add(
    'duplicate-item',
    () => ({
      weight: 'warning',
      message: 'Issues that stand in the files more than once: the one updated last counts',
      cure: 'Nothing to do if pages overlap; otherwise export each issue once.',
    }),
    { file: file.file, line, item },
  );
}

/** True for a number of rows that is a whole page, or several: then there may be more of them. */
export function isRoundCount(count: number): boolean {
  return count > 0 && ((count % 30 === 0 && count <= 90) || count === 20 || count === 50 || count % 100 === 0);
}

/** Says so where a file has as many rows as a page. */
export function noteRoundCount({ log, file }: Reading, count: number, what: string): void {
  if (!isRoundCount(count)) return;
  const cure = 'Fetch all pages, or raise the limit; if this is all there is, it is answered.';
  noteRowCap(log, file, `${count} ${what}`.trim(), cure);
}
