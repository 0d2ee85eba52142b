import { type MergeRange, readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { PitwallError } from '../../model/errors.ts';
import type { LogFile } from '../../model/log/event-log.ts';
import { findHeader, HEAD_RECORDS } from '../detect/find-header.ts';
import type { Workbook } from '../source/container.ts';
import { MergedCells, workbookCell } from '../source/workbook-cells.ts';
import type { FileContext } from './file-reader.ts';
import { chosenSheet, namedSheet, type SheetFit } from './sheet-choice.ts';
import { TableRecords } from './table-records.ts';

/** More sheets than this are not all looked into: one has to be named. */
const MOST_SHEETS = 50;

/**
 * Reads one sheet of an Excel workbook (.xlsx) as a table. This file loads what reads workbooks: import it only where
 * there is one.
 * @throws PitwallError `workbook`, `unknown-sheet`, `ambiguous-sheet`, `no-rows`
 */
export async function readWorkbook(workbook: Workbook, context: FileContext): Promise<LogFile> {
  const { name: file, options } = context;
  const sheets = await readable(file, () => sheetsOf(workbook.bytes));
  const names = sheets.map(({ name }) => name);
  const rowsOf = sheetReader(workbook, file);
  const index =
    options.sheet === undefined ? await foundSheet(sheets, rowsOf, context) : namedSheet(names, options.sheet, file);
  const records = new TableRecords(context, null, null);
  let any = false;
  for await (const { cells, line } of rowsOf(index)) {
    any ||= !isEmpty(cells);
    if (any) records.take(cells, line);
  }
  if (!any) {
    const cure = 'Export again with the items included.';
    throw new PitwallError('no-rows', `its sheet ${names[index]} is empty`, file, cure);
  }
  const account = records.finish();
  const others = names.filter((_, other) => other !== index).slice(0, 10);
  account.notes.push(`Sheet: ${names[index]}${others.length === 0 ? '' : `; left aside: ${others.join(', ')}`}.`);
  return account;
}

/** The sheet that is meant where nobody named one. */
async function foundSheet(sheets: readonly SheetName[], rowsOf: SheetReader, context: FileContext): Promise<number> {
  const { formats, name, options } = context;
  if (sheets.length === 1 && sheets[0]?.hidden === false) return 0;
  if (sheets.length > MOST_SHEETS) {
    const shown = sheets.slice(0, 5).map((sheet) => sheet.name);
    const what = `it has ${sheets.length} sheets (${shown.join(', ')} …)`;
    throw new PitwallError('ambiguous-sheet', what, name, 'Say which with --sheet <name>.');
  }
  const asked = options.input === null ? formats : formats.filter(({ id }) => id === options.input);
  const fits: SheetFit[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const records: string[][] = [];
    for await (const { cells } of rowsOf(index, HEAD_RECORDS)) records.push(cells);
    const certainty = records.every(isEmpty) ? null : findHeader(records, asked, options.fields).certainty;
    fits.push({ ...sheet, certainty });
  }
  return fits.indexOf(chosenSheet(fits, name));
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

interface SheetName {
  name: string;
  hidden: boolean;
}

async function sheetsOf(workbook: Uint8Array): Promise<SheetName[]> {
  const sheets: SheetName[] = [];
  await readXlsx(workbook, {
    sheets: ({ name, hidden, veryHidden }) => {
      sheets.push({ name, hidden: hidden === true || veryHidden === true });
      return false;
    },
  });
  return sheets;
}

/** The rows of a sheet that hold anything, and the numbers that Excel shows beside them. */
type SheetReader = (sheet: number, maxRows?: number) => AsyncGenerator<{ cells: string[]; line: number }>;

function sheetReader({ bytes, hasMerges }: Workbook, file: string): SheetReader {
  const merges = new Map<number, readonly MergeRange[]>();
  return async function* (sheet, maxRows) {
    if (hasMerges && !merges.has(sheet)) merges.set(sheet, await readable(file, () => mergesOf(bytes, sheet)));
    const merged = new MergedCells(merges.get(sheet) ?? []);
    const rows = streamXlsxRows(bytes, maxRows === undefined ? { sheet } : { sheet, maxRows });
    for (;;) {
      // What becomes of a row may fail too, and is not the workbook's fault.
      const next = await readable(file, () => rows.next());
      if (next.done === true) return;
      const cells = next.value.values.map(workbookCell);
      merged.fill(cells, next.value.index);
      yield { cells, line: next.value.index + 1 };
    }
  };
}

/** What is merged in a sheet: that stands after its rows. No cell is kept, for two far apart would span billions. */
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
