import type { EventLog, LogFile } from '../../../../model/log/event-log.ts';
import { own, textOf } from '../../../text/json/json-values.ts';

/** What is known of a file once it has been read: it may be one page of several. */
export interface FileAccount {
  file: LogFile;
  /** What says that more pages follow; null where nothing does. */
  more: string | null;
  /** The fields that occur in it. */
  carried: ReadonlySet<string>;
  /** Where a field is in its records. */
  pathOf: (reference: string) => string;
  /** Field → column or path of what is no field of a work item: its id and the times. */
  base: Readonly<Record<string, string>>;
}

const LINKS = ['@odata.nextLink', 'nextLink', 'continuationToken'] as const;

/**
 * What the object around the records says of pages that follow; null where it says nothing of any.
 * @param records how many records it held
 */
export function pagesAfter(wrapper: Readonly<Record<string, unknown>> | null, records: number): string | null {
  if (wrapper === null || own(wrapper, 'isLastBatch') === true) return null;
  if (own(wrapper, 'isLastBatch') === false) return 'isLastBatch is false';
  const link = LINKS.find((key) => textOf(own(wrapper, key)) !== '');
  if (link !== undefined) return `it has a ${link}`;
  const count = own(wrapper, 'count');
  return typeof count === 'number' && count > records ? `${records} of ${count} records` : null;
}

/** Says so if a page follows of which nothing is here: none of the pages of its kind is the last one. */
export function notePages(log: EventLog, pages: readonly FileAccount[]): void {
  const complete = new Set(pages.filter(({ more }) => more === null).map(({ file }) => file.format));
  for (const { file, more } of pages) {
    if (more === null || complete.has(file.format)) continue;
    log.findings.add(
      'page-incomplete',
      () => ({
        weight: 'warning',
        message: 'Responses that are one page of several: the others are needed, too',
        cure: 'Fetch all pages, following the link to the next one, and give them together.',
      }),
      { file: file.file, value: more },
    );
  }
}
