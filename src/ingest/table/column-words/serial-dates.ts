import type { TableSample } from '../../format.ts';
import { isSerial, readSerial } from '../../time/excel-serial.ts';
import { Timestamp } from '../../time/timestamp.ts';
import { asideOf, isDateName } from './date-meaning.ts';
import { roleOf } from './date-roles.ts';

const DATE_WORDS = /(?:^|[\s_])(?:date|time|timestamp|datum|fecha|data|дата|at|on)(?:$|[\s_(])|日時?$|^日|일$/i;
const AMOUNTS =
  /\b(?:estimat\w*|effort|spent|hours?|minutes?|seconds?|days|cost|budget|id|key|no|nr|number|code|ref)\b|#/i;
const timestamp = new Timestamp();

/**
 * The columns whose dates are numbers as Excel stores them: their names are those of dates, and every cell of the sample
 * is empty or such a number.
 */
export function serialColumns({ header, rows }: TableSample): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const [column, name] of header.entries()) {
    if (meansDate(name) && areSerials(rows, column)) columns.add(column);
  }
  return columns;
}

/** The sample with those numbers written as dates, for whoever asks what the columns hold. */
export function withSerialDates(sample: TableSample): TableSample {
  const columns = serialColumns(sample);
  if (columns.size === 0) return sample;
  const written = (cell: string, column: number) => (columns.has(column) ? dateText(cell.trim()) : cell);
  return { header: sample.header, rows: sample.rows.map((row) => row.map(written)) };
}

function meansDate(name: string): boolean {
  if (AMOUNTS.test(name.replace(/[_-]/g, ' '))) return false;
  return (
    roleOf(name) !== null ||
    asideOf(name) !== null ||
    isDateName(name) ||
    DATE_WORDS.test(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
  );
}

function areSerials(rows: TableSample['rows'], column: number): boolean {
  const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.length > 0 && cells.every(isSerial);
}

function dateText(cell: string): string {
  if (!readSerial(cell, timestamp)) return cell;
  const iso = new Date(timestamp.dmy).toISOString();
  return timestamp.precision === 'day' ? iso.slice(0, 10) : iso.slice(0, 19);
}
