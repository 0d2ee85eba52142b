import type { HeaderIndex } from './header-index.ts';

/** Where the text of a requested column comes from: one cell, the first cell that is not empty, or a template. */
export interface CellText {
  /** Column name or template, for messages. */
  name: string;
  /** Columns of the file that it needs. */
  columns: readonly number[];
  /** For a template: the text before each cell and, last, after all; null if the first cell that is not empty counts. */
  literals: readonly string[] | null;
  /** True if the text is empty without the first cell. */
  leads?: true;
}

/**
 * Finds what a format or a user requests: the number of a column (that cell and no other), a column's name (of repeated
 * columns the first cell that is not empty), or a template such as `{a} / {b}`.
 * @throws PitwallError `unknown-column`
 */
export function cellText(column: number | string, header: HeaderIndex, file: string): CellText {
  if (typeof column === 'number')
    return { name: header.names[column] ?? `column ${column + 1}`, columns: [column], literals: null };
  const columns = header.all(column);
  if (columns.length > 0) return { name: header.names[columns[0] as number] as string, columns, literals: null };
  const parts = column.split(/\{([^{}]+)\}/);
  if (parts.length === 1) throw header.unknown(column, file);
  const named = parts
    .filter((_, index) => index % 2 === 1)
    .map((name) => {
      const found = header.find(name);
      if (found === -1) throw header.unknown(name, file);
      return found;
    });
  return { name: column, columns: named, literals: parts.filter((_, index) => index % 2 === 0) };
}

/** A date and, from another cell of the row, its offset from UTC; nothing if there is no date. */
export function withOffset(date: CellText, offset: number): CellText {
  if (date.literals !== null || date.columns.length !== 1) return date;
  return { name: date.name, columns: [...date.columns, offset], literals: ['', ' ', ''], leads: true };
}

/**
 * The text of a row. An empty cell of a template leaves out the text before it: `{a} / {b}` without `b` is `a`.
 * @param row the file's cells that were requested, trimmed
 * @param slots where in `row` the columns are
 */
export function textOf(source: CellText, row: readonly string[], slots: readonly number[]): string {
  const { literals } = source;
  if (source.leads === true && row[slots[0] as number] === '') return '';
  let text = '';
  for (let index = 0; index < slots.length; index++) {
    const cell = row[slots[index] as number] as string;
    if (cell === '') continue;
    if (literals === null) return cell;
    text += (text === '' ? '' : (literals[index] as string)) + cell;
  }
  if (text === '' || literals === null) return '';
  return (literals[0] as string) + text + (literals[slots.length] as string);
}

/** The column of a text that is exactly one cell; −1 if it is made of several. */
export function singleColumn({ columns, literals }: CellText): number {
  return literals === null && columns.length === 1 ? (columns[0] as number) : -1;
}

/** A cell without surrounding space, and without the `'` with which exporters keep spreadsheets from computing it. */
export function plainCell(cell: string): string {
  const text = cell.trim();
  return text.charCodeAt(0) === 39 && /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}
