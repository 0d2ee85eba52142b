import { Dictionary } from '../../../../model/log/dictionary.ts';
import type { Table } from '../../../format.ts';

const BOARDS = ['BoardName', 'BoardLocation.BoardName'];
const TEAMS = ['Team.TeamName', 'TeamName', 'TeamSK', 'BoardLocationSK'];

/** The board that the current row is of, as far as the table tells; empty where it has no columns of boards. */
export function boardName(table: Table): () => string {
  if (!table.header.includes('ColumnName')) return () => '';
  const names = [BOARDS, TEAMS].map((group) => group.find((name) => table.header.includes(name)));
  const cells = names
    .filter((name) => name !== undefined)
    .map((name) => table.category(table.header.indexOf(name), new Dictionary()));
  return () => cells.map(({ dictionary, id }) => dictionary.value(id)).join(' of ');
}
