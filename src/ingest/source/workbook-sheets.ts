import { type CellValue, type MergeRange, readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { PitwallError } from '../../model/errors.ts';
import type { Workbook } from './container.ts';

/** No date of work is earlier: an older one is a time of day or a length of time, which Excel counts from 1900 or 1904. */
const FIRST_DATE = Date.UTC(1905, 0, 1);
/** Times are binary fractions of a day: they are rounded to seconds. */
const SECOND_MS = 1000;

/** A sheet of a workbook, by its name. */
export interface SheetName {
  name: string;
  hidden: boolean;
}

/**
 * The sheets of a workbook, none of which is read for it.
 * @throws PitwallError `workbook`
 */
export async function sheetsOf({ bytes }: Workbook, file: string): Promise<SheetName[]> {
  const sheets: SheetName[] = [];
  await readable(file, () =>
    readXlsx(bytes, {
      sheets: ({ name, hidden, veryHidden }) => {
        sheets.push({ name, hidden: hidden === true || veryHidden === true });
        return false;
      },
    }),
  );
  return sheets;
}

/** The rows of a sheet that are not empty, and the numbers that Excel shows beside them. */
export type SheetReader = (sheet: number, maxRows?: number) => AsyncGenerator<{ cells: string[]; line: number }>;

/** @throws PitwallError `workbook`, while rows are read */
export function sheetReader({ bytes, hasMerges }: Workbook, file: string): SheetReader {
  const merges = new Map<number, readonly MergeRange[]>();
  return async function* (sheet, maxRows) {
    if (hasMerges && !merges.has(sheet)) merges.set(sheet, await readable(file, () => mergesOf(bytes, sheet)));
    const merged = new MergedCells(merges.get(sheet) ?? []);
    const rows = streamXlsxRows(bytes, maxRows === undefined ? { sheet } : { sheet, maxRows });
    for (;;) {
      // Only reading is checked here: using a row may fail too, which is not the workbook's fault.
      const next = await readable(file, () => rows.next());
      if (next.done === true) return;
      const cells = next.value.values.map(workbookCell);
      merged.fill(cells, next.value.index);
      yield { cells, line: next.value.index + 1 };
    }
  };
}

/** What is merged in a sheet: that comes after its rows. No cell is kept, as two far apart would span billions. */
async function mergesOf(workbook: Uint8Array, sheet: number): Promise<readonly MergeRange[]> {
  const { sheets } = await readXlsx(workbook, { sheets: [sheet], range: 'A1:A1' });
  return sheets[0]?.merges ?? [];
}

async function readable<Result>(file: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0]?.replace(/[.\s]+$/, '') : String(error);
    throw new PitwallError(
      'workbook',
      `the workbook cannot be read: ${message}`,
      file,
      'Open it in Excel and save it again, or save the sheet as "CSV UTF-8".',
      { cause: error },
    );
  }
}

/** A cell as a CSV file would have it: dates as ISO 8601 without zone, formulas as their last result. */
function workbookCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof Date) return dateText(value.getTime());
  // The error of a formula is no value.
  return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/.test(value) ? '' : value;
}

/** Excel shows 15 digits, and keeps no more: `0.1 + 0.2` is 0.3. */
function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}

function dateText(ms: number): string {
  if (Number.isNaN(ms)) return '#date';
  const text = new Date(Math.round(ms / SECOND_MS) * SECOND_MS).toISOString().slice(0, 19);
  if (ms < FIRST_DATE) return text.slice(11);
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}

/** Gives each cell of a column that was merged downwards the value of the first: Excel keeps it only there. */
class MergedCells {
  readonly #ranges: MergeRange[];
  #open: { range: MergeRange; text: string }[] = [];
  #next = 0;

  constructor(merges: readonly MergeRange[]) {
    this.#ranges = merges.filter(({ startRow, endRow }) => endRow > startRow).sort((a, b) => a.startRow - b.startRow);
  }

  /** @param row counted from 0; rows must come in their order */
  fill(cells: string[], row: number): void {
    if (this.#open.length > 0) this.#open = this.#open.filter(({ range }) => range.endRow >= row);
    for (const { range, text } of this.#open) {
      while (cells.length <= range.startCol) cells.push('');
      if (cells[range.startCol] === '') cells[range.startCol] = text;
    }
    for (; (this.#ranges[this.#next]?.startRow ?? Number.POSITIVE_INFINITY) <= row; this.#next++) {
      const range = this.#ranges[this.#next] as MergeRange;
      const text = range.startRow === row ? (cells[range.startCol] ?? '') : '';
      if (text !== '') this.#open.push({ range, text });
    }
  }
}
