import { findDelimiter } from '../../ingest/detect/find-delimiter.ts';
import { findHeader, HEAD_RECORDS } from '../../ingest/detect/find-header.ts';
import { allFormats } from '../../ingest/registry.ts';
import { PitwallError } from '../../model/errors.ts';
import { type ByteText, decoded, toBytes } from '../byte-text.ts';
import { isMeasure, isNumber, isTimestamp } from '../values/value-shape.ts';
import { isKnownName } from './column-kind.ts';
import { CsvCells, cellText, type RawCell } from './csv-cells.ts';

/** The header is one of this many first records. */
const PREAMBLE = 20;
/** A longer cell is a sentence, not the name of a column. */
const LONGEST_NAME = 80;

/** What the beginning of a table says about the whole table. */
export interface TableHead {
  delimiter: string;
  /** Characters at the start to leave as they are: an Excel `sep=` line. */
  skip: number;
  /** Index of the header among the records; −1 if the table has none. */
  header: number;
  /** The header as `headerOf` gives it, if it is repeated above each group; empty if it occurs once. */
  repeated: string;
}

/**
 * @param head the beginning of the file
 * @param whole true if that is the whole file
 */
export async function tableHead(head: ByteText, whole: boolean, file: string): Promise<TableHead> {
  const { delimiter, skip } = await delimiterOf(head, whole, file);
  const cutter = new CsvCells(delimiter);
  const records: string[][] = [];
  const headers: string[] = [];
  for (let at = skip; at < head.length && records.length < HEAD_RECORDS; ) {
    const record = cutter.record(head, at, whole);
    if (record === null) break;
    records.push(record.cells.map((cell) => decoded(cellText(cell))));
    headers.push(headerOf(record.cells));
    at = record.next;
  }
  const found = findHeader(records, await allFormats(), { fields: {} });
  const header = found.certainty === 2 ? found.record : likelyHeader(records);
  const own = headers[header] ?? '';
  return { delimiter, skip, header, repeated: headers.lastIndexOf(own) > header ? own : '' };
}

/** A header as one text, to recognise it again. */
export function headerOf(cells: readonly RawCell[]): string {
  return cells.map((cell) => cellText(cell).trim()).join('\n');
}

async function delimiterOf(head: ByteText, whole: boolean, file: string): Promise<{ delimiter: string; skip: number }> {
  try {
    return await findDelimiter(toBytes(head), whole, file, await allFormats(), { fields: {} });
  } catch (error) {
    if (!(error instanceof PitwallError)) throw error;
    // A file without a clear delimiter can still be shared: it is cut at the most frequent one.
    const counts = [';', ',', '\t', '|'].map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
    return { delimiter: counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter, skip: 0 };
  }
}

/** The first wide record, if most of its names are known; −1 if there is none. */
function likelyHeader(records: readonly (readonly string[])[]): number {
  const first = records.slice(0, PREAMBLE);
  const widths = first.map((record) => record.filter((cell) => cell.trim() !== '').length);
  const at = widths.findIndex((width) => width > 1 && width * 2 >= Math.max(...widths));
  return at !== -1 && isHeader(first[at] as string[]) ? at : -1;
}

/** Names of columns: no dates, numbers or addresses among them, and most of them words that trackers use. */
export function isHeader(names: readonly string[]): boolean {
  const filled = names.map((name) => name.trim()).filter((name) => name !== '');
  if (filled.some((name) => isDatum(name) || name.length > LONGEST_NAME || name.includes('@'))) return false;
  const known = filled.filter(isKnownName).length;
  return known > 1 && known * 2 >= filled.length;
}

function isDatum(text: string): boolean {
  return isNumber(text) || isTimestamp(text) || isMeasure(text);
}
