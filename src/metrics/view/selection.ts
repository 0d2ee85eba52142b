/** Rows that a table on a terminal shows of a long list. */
const SHOWN = 20;

/** The rows with the largest values (nulls never), and how the title says which they are of how many. */
export function largest<Row>(rows: readonly Row[], value: (row: Row) => number | null): Row[] {
  return rows
    .filter((row) => value(row) !== null)
    .sort((a, b) => (value(b) as number) - (value(a) as number))
    .slice(0, SHOWN);
}

/** The last rows of a list over time. */
export function latest<Row>(rows: readonly Row[]): Row[] {
  return rows.slice(-SHOWN);
}

/** `the 20 longest of 63; all with --format csv`, or null if all are shown. @param form the output that has all */
export function selectionNote(
  which: string,
  shown: number,
  total: number,
  form: 'csv' | 'json' = 'csv',
): string | null {
  return shown === total ? null : `the ${shown} ${which} of ${total}; all of them with --format ${form}`;
}
