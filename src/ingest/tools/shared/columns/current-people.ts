import { NOBODY } from '../../../../model/people/people-sets.ts';
import type { Table } from '../../../format.ts';
import { ASSIGNEE_NAMES } from '../../../table/column-words/field-names.ts';
import { columnFor, noteMapping } from '../../../table/column-words/header-names.ts';
import { headerKey } from '../../../table/header-key.ts';
import { PeopleColumn, peopleIn } from './people-column.ts';

/** Where a table with one row an item has its people. */
export interface PeopleNames {
  names: readonly string[];
  /** How a cell names several people; separated by `;` or `|` where this is left out. */
  split?: (cell: string) => readonly string[];
  /** True where the table has a column of this name for each person. */
  repeated?: boolean;
  /** Names of a further column of people, beside the first. */
  also?: readonly string[];
}

const USUAL: PeopleNames = { names: ASSIGNEE_NAMES };

/** Opens the assignee column of a table with one row an item: it says who has the item today, and no more. */
export function currentPeople(
  table: Table,
  { names, split = peopleIn, repeated = false, also = [] }: PeopleNames = USUAL,
): ((item: number) => void) | null {
  const column = columnFor(table, 'assignee', names);
  if (column === null) {
    table.file.assignees = 'none';
    return null;
  }
  noteMapping(table, 'assignee', column);
  table.file.assignees = 'current';
  const { people, currentPeople: current } = table.log;
  const further = table.find(...also);
  const all = [...(repeated ? sameName(table, column) : [column]), ...(further === -1 ? [] : [further])];
  const columns = all.map((each) => new PeopleColumn(table, each, split));
  return (item) => {
    const [first] = columns as [PeopleColumn, ...PeopleColumn[]];
    const set =
      columns.length === 1 ? first.set() : people.id(columns.flatMap((each) => [...people.members(each.set())]));
    if (set !== NOBODY) current.set(item, set);
  };
}

/** All columns with the name of this one. */
function sameName(table: Table, column: number | string): (number | string)[] {
  if (typeof column === 'string') return [column];
  const key = headerKey(table.header[column] as string);
  return table.header.flatMap((name, index) => (headerKey(name) === key ? [index] : []));
}
