import { NOBODY } from '../../model/people.ts';
import type { Table } from '../format.ts';
import { columnFor, noteMapping } from './header-names.ts';
import { ASSIGNEE_NAMES } from './item-field-names.ts';
import { PeopleColumn } from './people-column.ts';

/** Opens the assignee column of a table with one row an item: it tells who has the item today, and no more. */
export function currentPeople(table: Table): ((item: number) => void) | null {
  const column = columnFor(table, 'assignee', ASSIGNEE_NAMES);
  if (column === null) {
    table.file.assignees = 'none';
    return null;
  }
  noteMapping(table, 'assignee', column);
  table.file.assignees = 'current';
  const people = new PeopleColumn(table, column);
  return (item) => {
    const set = people.set();
    if (set !== NOBODY) table.log.currentPeople.set(item, set);
  };
}
