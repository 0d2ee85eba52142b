import type { Format, ReadOptions } from '../format.ts';
import { withSerialDates } from '../table/column-words/serial-dates.ts';
import { mappedIn } from '../table/header-index.ts';
import { bestOf, probeAll } from './probe-formats.ts';

/** A header may be this many records into the file, below a title or a note. */
const PREAMBLE = 20;
/** Records under the header that a probe sees. */
export const SAMPLE_ROWS = 100;
/** Records to have before looking for the header. */
export const HEAD_RECORDS = PREAMBLE + SAMPLE_ROWS;

/** Where the header is, and how sure the formats are of it. */
export interface FoundHeader {
  /** Index among the records; the first with about as many texts as any if no record fits a format. */
  record: number;
  /** 2: a format is certain; 1: one is likely; 0: none. */
  certainty: 0 | 1 | 2;
  /** How many columns the format knows. */
  matched: number;
}

/** What the user says of the columns and the stages. */
export type Told = Pick<ReadOptions, 'fields' | 'stages'>;

/**
 * Looks for the header among the first records: the first that makes a format certain, else the first likely one. Where
 * the user names columns, only records with as many of these names as any are looked at: no row of data has them.
 */
export function findHeader(
  records: readonly (readonly string[])[],
  formats: readonly Format[],
  { fields, stages }: Told,
): FoundHeader {
  const headers = records.slice(0, PREAMBLE).map((cells) => cells.map((name) => name.trim()));
  const mapped = headers.map((header) => mappedIn(header, fields));
  const most = Math.max(0, ...mapped);
  const first = most > 0 ? mapped.indexOf(most) : firstFilled(records);
  let found: FoundHeader = { record: first, certainty: 0, matched: 0 };
  for (const [record, header] of headers.entries()) {
    if (header.filter((name) => name !== '').length < 2 || mapped[record] !== most) continue;
    const rows = records
      .slice(record + 1, record + 1 + SAMPLE_ROWS)
      .filter((row) => row.some((cell) => cell.trim() !== ''));
    const table = withSerialDates({ header, rows });
    const [best] = bestOf(probeAll(formats, { file: '', table, json: null, fields, stages }));
    if (best === undefined) continue;
    const certainty = best.probe.score === 'certain' ? 2 : 1;
    if (certainty > found.certainty) found = { record, certainty, matched: best.probe.matched.length };
    if (certainty === 2) break;
  }
  return found;
}

/** The first record with about as many texts in it as any: the records above a header are shorter. */
function firstFilled(records: readonly (readonly string[])[]): number {
  const filled = records.slice(0, PREAMBLE * 2).map((record) => record.filter((cell) => cell.trim() !== '').length);
  const most = Math.max(1, ...filled);
  return Math.max(
    0,
    filled.findIndex((count) => count >= most * 0.6),
  );
}
