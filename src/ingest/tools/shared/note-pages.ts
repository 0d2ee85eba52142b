import type { JsonRecords } from '../../format.ts';

/** Says that a file is one page of several. */
export function noteMorePages(records: JsonRecords, value: string): void {
  records.log.findings.add(
    'page-incomplete',
    () => ({
      weight: 'warning',
      message: 'Responses that are one page of several: the others are needed, too',
      cure: 'Fetch all pages and give them together; if you did, this is answered.',
    }),
    { file: records.file.file, value },
  );
}

/** An object that is no item, or says nothing of one. */
export function rejectOther(records: JsonRecords, value: string): void {
  records.reject('not-an-item', 'Records that are no items: what makes one is missing', value);
}

/** A second object of an item: the first counts. */
export function noteRepeatedItem(records: JsonRecords, id: string, line: number): void {
  records.log.findings.add(
    'duplicate-item',
    () => ({
      weight: 'warning',
      message: 'Items that stand in the file more than once: the first counts',
      cure: 'Nothing to do if pages overlap; otherwise export each item once.',
    }),
    { file: records.file.file, line, item: id },
  );
}
