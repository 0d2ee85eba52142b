import type { TableSample } from '../../format.ts';
import { readTimestamp } from '../../time/read-timestamp.ts';
import { Timestamp } from '../../time/timestamp.ts';

/** Two-digit years only have to be years here, whichever. */
const ANY_YEAR = 2030;
const parsed = new Timestamp();

/** True if a cell is written as a date. A bare number is none: usually it is an id or an amount. */
export function isDateCell(cell: string): boolean {
  return !isNumberCell(cell) && readTimestamp(cell, ANY_YEAR, parsed);
}

export function isNumberCell(cell: string): boolean {
  return /^\s*[\d.,\s]+\s*$/.test(cell) && !/^\s*\d+([./-])\d+\1\d+\s*$/.test(cell);
}

/** What the cells of a column are: dates, something else, or nothing at all. */
export type ColumnContent = 'dates' | 'other' | 'empty';

/** One cell in ten may be no date in a column of dates: hand-kept files have slips. */
const SLIPS = 0.1;

/** What a column with this many dates and other cells is. */
export function contentOf(dates: number, others: number, slips: number = SLIPS): ColumnContent {
  if (dates + others === 0) return 'empty';
  return dates > 0 && others <= (dates + others) * slips ? 'dates' : 'other';
}

/** What the cells of each column of a sample are. A column is looked at when it is first asked for. */
export function sampleContents(sample: TableSample, slips: number = SLIPS): (column: number) => ColumnContent {
  const known: ColumnContent[] = [];
  return (column) => {
    known[column] ??= columnContent(sample, column, slips);
    return known[column];
  };
}

function columnContent(sample: TableSample, column: number, slips: number): ColumnContent {
  let dates = 0;
  let others = 0;
  for (const row of sample.rows) {
    const cell = row[column]?.trim() ?? '';
    if (cell === '') continue;
    if (isDateCell(cell)) dates++;
    else others++;
  }
  return contentOf(dates, others, slips);
}

/**
 * The share of rows whose dates do not fall from column to column, among those with two or more of them; 1 if there are none.
 * Where day and month may be exchanged, the order of the two with which more rows rise is taken.
 */
export function risingShare(sample: TableSample, columns: readonly number[]): number {
  let rows = 0;
  const rising = { dmy: 0, mdy: 0 };
  for (const row of sample.rows) {
    const dates = columns.flatMap((column) => {
      const cell = row[column]?.trim() ?? '';
      return isDateCell(cell) ? [{ dmy: parsed.dmy, mdy: parsed.mdy }] : [];
    });
    if (dates.length < 2) continue;
    rows++;
    for (const order of ['dmy', 'mdy'] as const) {
      // A comparison with NaN, a date that this order does not give, is no rise.
      const rises = dates.every((date, index) => date[order] >= (dates[index - 1] ?? date)[order]);
      if (rises) rising[order]++;
    }
  }
  return rows === 0 ? 1 : Math.max(rising.dmy, rising.mdy) / rows;
}

/** The share of different values among a sample's filled cells of a column; 0 if none is filled. */
export function distinctShare(sample: TableSample, column: number): number {
  const cells = sample.rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.length === 0 ? 0 : new Set(cells).size / cells.length;
}
