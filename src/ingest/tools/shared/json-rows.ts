import type { JsonRecords, Reading } from '../../format.ts';
import { textOf } from '../../text/json/json-values.ts';
import { UNREADABLE } from './required-cells.ts';

/** The instant of what happened; NaN where it cannot be read, and its row is rejected. */
export function requiredInstant(records: JsonRecords, written: unknown): number {
  const at = records.instant(written);
  if (Number.isNaN(at)) records.reject('unreadable-date', UNREADABLE, textOf(written));
  return at;
}

/** Notes that a file is one page of several. */
export function noteMorePages({ log, file }: Reading, value: string): void {
  log.findings.add(
    'page-incomplete',
    () => ({
      weight: 'warning',
      message: 'Responses that are one page of several: the others are needed, too',
      cure: 'Fetch all pages and give them together; if you did, this is answered.',
    }),
    { file: file.file, value },
  );
}

/** Rejects an object that is no item. */
export function rejectOther(records: JsonRecords, value: string): void {
  records.reject('not-an-item', 'Records that are no items: what makes one is missing', value);
}

/** Notes a second object of an item. */
export function noteRepeatedItem({ log, file }: Reading, item: number, line: number): void {
  log.findings.add(
    'duplicate-item',
    () => ({
      weight: 'warning',
      message: 'Items that a file lists more than once: the one updated last counts',
      cure: 'Nothing to do if pages overlap; otherwise export each item once.',
    }),
    { file: file.file, line, item: log.itemIds[item] as string },
  );
}
