import { type MergeRange, readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { PitwallError } from '../../model/errors.ts';
import type { Workbook } from './container.ts';
import { MergedCells, workbookCell } from './workbook-cells.ts';

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
