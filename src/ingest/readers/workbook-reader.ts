import { PitwallError } from '../../model/errors.ts';
import type { LogFile } from '../../model/log/event-log.ts';
import { findHeader, HEAD_RECORDS } from '../detect/find-header.ts';
import type { Workbook } from '../source/container.ts';
import { type SheetName, type SheetReader, sheetReader, sheetsOf } from '../source/workbook-sheets.ts';
import type { FileContext } from './file-reader.ts';
import { chosenSheet, namedSheet, type SheetFit } from './sheet-choice.ts';
import { TableRecords } from './table-records.ts';

/** With more sheets than this, the user must name one. */
const MOST_SHEETS = 50;

/**
 * Reads one sheet of an Excel workbook (.xlsx) as a table. This file loads the package for workbooks: import it only
 * to read one.
 * @throws PitwallError `workbook`, `unknown-sheet`, `ambiguous-sheet`, `no-rows`
 */
export async function readWorkbook(workbook: Workbook, context: FileContext): Promise<LogFile> {
  const { checkpoint, name: file, options } = context;
  const sheets = await sheetsOf(workbook, file);
  const names = sheets.map(({ name }) => name);
  const rowsOf = sheetReader(workbook, file);
  const index =
    options.sheet === undefined ? await foundSheet(sheets, rowsOf, context) : namedSheet(names, options.sheet, file);
  const records = new TableRecords(context, null, null);
  let any = false;
  for await (const { cells, line } of rowsOf(index)) {
    any ||= !isEmpty(cells);
    if (any) records.take(cells, line);
    if (checkpoint?.isDue) await checkpoint.pass();
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

/** The sheet to read if the user names none. */
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
    const certainty = records.every(isEmpty) ? null : findHeader(records, asked, options).certainty;
    fits.push({ ...sheet, certainty });
  }
  return fits.indexOf(chosenSheet(fits, name));
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
