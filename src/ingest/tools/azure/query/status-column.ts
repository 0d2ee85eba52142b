import type { CategoryColumn, Table } from '../../../format.ts';
import { noteMapping } from '../../../table/column-words/header-names.ts';
import { STATE } from './query-columns.ts';

const BOARD_COLUMN = 'board column';

/** The column of today's status: what the user names, else the state; null if the query has neither. */
export function statusColumn(table: Table): CategoryColumn | null {
  const { file, header, log, options } = table;
  const state = table.find(STATE);
  const board = table.find(BOARD_COLUMN);
  const said = options.fields.to;
  const named = said === undefined || said.includes('{') ? -1 : table.find(said);
  const column = said?.includes('{') === true ? said : [named, state, board].find((index) => index !== -1);
  if (column === undefined) return null;
  if (said !== undefined && typeof column === 'number' && column !== named) {
    log.findings.add(
      'unknown-field',
      () => ({
        weight: 'warning',
        message: 'There is no column of the name that "to" is mapped to: State was taken',
        cure: 'Add the column to the query, or name another with --map to=<column>.',
      }),
      { file: file.file, value: said },
    );
  }
  noteMapping(table, 'status', column);
  const other = column === state ? board : state;
  if (typeof column === 'number' && other !== -1) {
    file.notes.push(
      `Status is taken from ${header[column]}; ${header[other]} is another timeline (--map to="${header[other]}").`,
    );
  }
  return table.category(column, log.statuses);
}
