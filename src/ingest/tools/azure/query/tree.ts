import { Dictionary } from '../../../../model/log/dictionary.ts';
import type { Table } from '../../../format.ts';
import { noteMapping } from '../../../table/column-words/header-names.ts';

/** What the titles of a tree say of the row in hand. */
export interface TreeRow {
  title: string;
  /** Id of the row that it belongs to; empty at the top. */
  parent: string;
}

/**
 * A query of the kind tree writes each title into the column of its level, `Title 1` to `Title n`: a row belongs to the
 * nearest row above it with a smaller level. Null for a flat query.
 */
export function treeOf(table: Table): ((id: string) => TreeRow) | null {
  const columns: number[] = [];
  for (let level = 1; ; level++) {
    const column = table.find(`title ${level}`);
    if (column === -1) break;
    columns.push(column);
  }
  if (columns.length === 0) return null;
  noteMapping(table, 'title', columns[0] as number);
  table.file.mapping.title = columns.map((column) => table.header[column]).join(', ');
  // Queries of direct links look the same, but not all of their links are to a child.
  const link = table.find('link type');
  const links = link === -1 ? null : table.category(link, new Dictionary());
  const cells = columns.map((column) => table.category(column, new Dictionary()));
  const above: string[] = [];

  return (id) => {
    const level = cells.findIndex((cell) => cell.dictionary.value(cell.id) !== '');
    if (level === -1) return { title: '', parent: '' };
    const cell = cells[level] as (typeof cells)[number];
    above.length = level;
    const kind = links?.dictionary.value(links.id) ?? '';
    const parent = kind === '' || /^child$/i.test(kind) ? (above.findLast((row) => row !== undefined) ?? '') : '';
    above[level] = id;
    return { title: cell.dictionary.value(cell.id), parent };
  };
}
