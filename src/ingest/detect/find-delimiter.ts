import { PitwallError } from '../../model/errors.ts';
import type { Format } from '../format.ts';
import type { CsvRecord } from '../text/csv/csv-record.ts';
import { CsvStream } from '../text/csv/csv-stream.ts';
import { findHeader, HEAD_RECORDS, type Told } from './find-header.ts';

const CANDIDATES = [',', ';', '\t', '|'] as const;
const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** Bytes of the head to cut up before looking whether there are records enough. */
const HEAD_PIECE = 8 * 1024;

/** The first records as one delimiter cuts them into cells. */
interface Cut {
  delimiter: string;
  records: readonly (readonly string[])[];
}

/** What separates the cells of a table. */
export interface Delimiter {
  delimiter: string;
  /** Bytes at the start of the file to leave out: an Excel `sep=` line. */
  skip: number;
  /** Index of the header among the first records if it has shown the delimiter; null if it has to be found. */
  header: number | null;
}

/**
 * Decides on the delimiter: the one of a `sep=` line; else the one that gives the header of a known format; else the one
 * that cuts the first records most evenly.
 * @param head the first bytes of the file, as UTF-8
 * @param whole true if that is all of it
 * @throws PitwallError `delimiter` if two are as good as each other
 */
export async function findDelimiter(
  head: Uint8Array,
  whole: boolean,
  file: string,
  formats: readonly Format[],
  told: Told,
): Promise<Delimiter> {
  const hint = /^"?sep=([^"\r\n])"?(?:\r\n|\r|\n)/.exec(Buffer.from(head.subarray(0, 16)).toString('latin1'));
  if (hint !== null) return { delimiter: hint[1] as string, skip: hint[0].length, header: null };
  const cuts: Cut[] = [];
  for (const delimiter of CANDIDATES) {
    // What does not occur at all separates nothing.
    if (head.includes(delimiter.charCodeAt(0)))
      cuts.push({ delimiter, records: await headRecords(head, whole, delimiter) });
  }
  const known = cuts
    .map((cut) => ({ ...cut, ...findHeader(cut.records, formats, told) }))
    .filter((cut) => cut.certainty > 0)
    .sort((a, b) => b.certainty - a.certainty || b.matched - a.matched);
  const [best] = known;
  if (best === undefined) return { delimiter: mostEven(cuts, file), skip: 0, header: null };
  // If there are fewer records than could be looked at, more may give another answer.
  const seen = whole || best.records.length === HEAD_RECORDS;
  return { delimiter: best.delimiter, skip: 0, header: seen ? best.record : null };
}

/** The first records of a head that may stop anywhere. */
async function headRecords(head: Uint8Array, whole: boolean, delimiter: string): Promise<string[][]> {
  const records: string[][] = [];
  const cells = (record: string[]) => {
    if (records.length < HEAD_RECORDS) records.push(record);
  };
  const none = () => {};
  const record = (one: CsvRecord) => cells(one.cells());
  const stream = new CsvStream(delimiter, { cells, record, rows: none, unread: none, swallowed: none });
  let at = 0;
  for (; at < head.length && records.length < HEAD_RECORDS; at += HEAD_PIECE)
    await stream.write(head.subarray(at, at + HEAD_PIECE));
  // The last record of a part of a file is cut: it is not handed over before its end comes.
  if (whole && at >= head.length) await stream.end();
  return records;
}

function mostEven(cuts: readonly Cut[], file: string): string {
  const scored = cuts
    .map((cut) => ({ ...cut, evenness: evenness(cut.records) }))
    .filter((cut) => cut.evenness > 0)
    .sort((a, b) => b.evenness - a.evenness);
  const [best, second] = scored;
  // One column needs no delimiter.
  if (best === undefined) return ',';
  if (second === undefined || second.evenness < best.evenness) return best.delimiter;
  const shown = [best, second].map(
    ({ delimiter, records }) => `${NAMES[delimiter]}: ${(records[0] ?? []).slice(0, 4).join(' · ')}`,
  );
  throw new PitwallError(
    'delimiter',
    `its cells can be set apart in two ways (${shown.join('; ')})`,
    `${file}:1`,
    `Put "sep=${best.delimiter}" or "sep=${second.delimiter}" on a line of its own before the header.`,
  );
}

/** The share of records with as many cells as the most common kind; 0 if that is one cell. */
function evenness(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  let filled = 0;
  for (const record of records) {
    if (record.every((cell) => cell.trim() === '')) continue;
    filled++;
    counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  }
  const [common] = [...counts].sort((a, b) => b[1] - a[1]);
  return common === undefined || common[0] < 2 ? 0 : common[1] / filled;
}
