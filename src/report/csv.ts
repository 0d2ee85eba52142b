import type { Reporter, Value } from '../model/document/document-parts.ts';
import { safeLines } from './draw/safe-text.ts';

/** The document's records as a table for spreadsheets and scripts (RFC 4180, lines end in LF). */
export const csvReporter: Reporter = {
  id: 'csv',
  extensions: ['.csv'],
  description: 'one flat table for spreadsheets and scripts, unrounded',
  render({ records }) {
    if (records.columns.length === 0) return '';
    return [records.columns, ...records.rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
  },
};

/** The characters with which a spreadsheet starts a formula, including the full-width forms. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return exactNumber(value);
  const text = safeLines(value);
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function exactNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`a cell is ${value}; what cannot be computed must be null`);
  return String(value);
}
