import type { TablePart } from '../../model/document/document-parts.ts';

/** The table without columns of which no row knows anything: a column of dashes takes the room of names. */
export function knownColumns(table: TablePart): TablePart {
  if (table.rows.length === 0) return table;
  const known = table.columns.map((_, index) => index === 0 || table.rows.some((row) => (row[index] ?? null) !== null));
  const keep = <Cell>(cells: readonly Cell[]) => cells.filter((_, index) => known[index]);
  return { ...table, columns: keep(table.columns), rows: table.rows.map(keep) };
}
