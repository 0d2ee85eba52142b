import { Dictionary } from '../../../model/log/dictionary.ts';
import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { headerKey } from '../../table/header-key.ts';
import { setField } from '../shared/item-table/item-snapshot.ts';
import { openItemTable } from '../shared/item-table/item-table.ts';

/** A board as it is exported to Excel, saved as CSV. */
export const mondayBoard: TableFormat = {
  id: 'monday-board',
  name: 'monday.com board export',
  tool: 'monday',
  shape: 'table',
  grade: 'snapshot',
  description:
    'The items of a board, group by group, each with its columns of today; it cannot tell when anything changed: the activity log can (monday-activity). Names of columns are free, and the export does not say that it is monday.com’s, so that it is never more than a guess. Not confirmed: how subitems stand in it; they are left out.',
  howToGet: [
    'Open the board’s menu (…), More actions, Export board to Excel; save its sheet as CSV.',
    'Show the column Item ID before: without it an item’s name stands for it.',
    'For every change of status fetch the activity log: pitwall formats monday-activity.',
  ],
  fields: {
    id: 'Item ID, else Name',
    status: 'Status (of today); --map to=<column, or group> names another',
    created: '--map created=<column>',
    assignee: 'Person, People, Owner (of today)',
    title: 'Name',
    points: 'Story Points, Estimated SP, Points',
    priority: 'Priority',
    team: 'the group that the item stands in',
  },
  probe,
  open,
};

const NAME = 'Name';

/** The header stands above each group: what no other table does. */
function probe({ header, rows }: TableSample): Probe {
  const missing = [`${NAME} first`, 'the header once more above the next group'];
  if (headerKey(header[0] ?? '') !== headerKey(NAME)) return { score: 'no', matched: [], missing };
  const again = rows.some((row) => isHeaderAgain(header, row));
  return {
    score: again ? 'likely' : 'no',
    matched: [NAME],
    missing: again ? ['sign of monday.com'] : missing.slice(1),
  };
}

function isHeaderAgain(header: readonly string[], row: readonly string[]): boolean {
  return header.length > 1 && header.every((name, column) => headerKey(row[column] ?? '') === headerKey(name));
}

function open(table: Table): TableSink {
  const { log, file, header, options } = table;
  const byGroup = options.fields.to?.trim().toLowerCase() === 'group';
  const cells = new Dictionary();
  const columns = header.map((_, column) => table.category(column, cells));
  let group = table.above.at(-1)?.[0] ?? '';
  const items = openItemTable(
    table,
    {
      id: ['Item ID', 'Item ID (auto generated)', NAME],
      created: [],
      started: [],
      finished: [],
      status: byGroup ? null : ['Status'],
      people: { names: ['Person', 'People', 'Owner'], split: (cell) => cell.split(',') },
      fields: { title: [NAME], points: ['Story Points', 'Estimated SP', 'Points'], priority: ['Priority'] },
    },
    () => ({
      row(item) {
        setField(log, item, 'team', group);
        if (byGroup && group !== '') log.currentStatus.set(item, log.statuses.id(group));
      },
    }),
  );
  file.notes.push(
    byGroup
      ? 'Status is the group, as --map to=group says.'
      : 'Status is the column Status; --map to=<column> names another, --map to=group takes the group.',
  );
  if (table.find('Item ID', 'Item ID (auto generated)') === -1 && options.fields.id === undefined)
    file.notes.push('There is no column Item ID: items are told apart by their names.');

  let inSubitems = false;
  return {
    row(line) {
      const texts = columns.map(({ id }) => cells.value(id));
      const [first = '', ...rest] = texts;
      const isGroup = first !== '' && rest.every((text) => text === '');
      if (first !== '') inSubitems = /^subitems$/i.test(first);
      if (inSubitems)
        table.reject('subitem-row', 'Subitems: how they stand in an export is not confirmed', texts.join(' ').trim());
      else if (isGroup || first === '' || isHeaderAgain(header, texts)) {
        if (isGroup) group = first;
        table.reject('layout-row', 'Rows of the layout: names of groups, repeated headers, sums', first);
      } else items.row(line);
    },
    end() {
      items.end?.();
    },
  };
}
