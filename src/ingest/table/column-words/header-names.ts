import { PitwallError } from '../../../model/errors.ts';
import type { Table } from '../../format.ts';
import { indexOf } from '../header-index.ts';

/** As `Table.find`, for a probe: the column with the first of these names that the header has; −1 if it has none. */
export function findName(header: readonly string[], names: readonly string[]): number {
  return indexOf(header).find(...names);
}

/** The column that the user maps a field to, else the one of these names; null if there is neither. */
export function columnFor(table: Table, field: string, names: readonly string[]): number | string | null {
  const { fields } = table.options;
  // The user chooses the word of a field: it may be `constructor`, which every object has.
  if (Object.hasOwn(fields, field)) return fields[field] as string;
  const index = table.find(...names);
  return index === -1 ? null : index;
}

/** The same for a column that the format needs; notes it as mapped. */
export function requiredColumn(table: Table, field: string, names: readonly string[]): number | string {
  const column = columnFor(table, field, names);
  if (column === null) {
    throw new PitwallError(
      'missing-column',
      `there is no column for ${field}`,
      table.file.file,
      `Name it: --map ${field}=<column>. The columns are: ${table.header.filter((name) => name !== '').join(', ')}.`,
    );
  }
  noteMapping(table, field, column);
  return column;
}

/** Notes for `inspect` which column a field is read from. */
export function noteMapping(table: Table, field: string, column: number | string): void {
  table.file.mapping[field] = typeof column === 'string' ? column : (table.header[column] as string);
}
