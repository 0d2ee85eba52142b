import { Dictionary } from '../../../model/log/dictionary.ts';
import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { headerKey } from '../../table/header-key.ts';
import { setField } from '../shared/item-table/item-snapshot.ts';
import { type ItemColumns, openItemTable } from '../shared/item-table/item-table.ts';

/** A board as it is exported to Excel, saved as CSV. */
export const mondayBoard: TableFormat = {
  id: 'monday-board',
  name: 'monday.com board export',
  tool: 'monday',
  shape: 'table',
  grade: 'snapshot',
  kindEvidence: { tool: null, finishDates: null, statusToday: true },
  identity: { item: 'Item ID, or the name where there is none', statuses: null, aliases: null },
  description:
    'The items of a board, group by group, each with its columns of today; it cannot tell when anything changed: the activity log can (monday-activity). Names of columns are free, and the export does not say that it is monday.com’s, so that it is never more than a guess. Not confirmed: how it writes subitems; they are left out.',
  howToGet: [
    'Open the board’s menu (…), More actions, Export board to Excel; save its sheet as CSV.',
    'Show the column Item ID before: without it items are known by their names.',
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
    team: 'the group that the item is in',
  },
  probe,
  open,
};

const NAME = 'Name';
const ID = ['Item ID', 'Item ID (auto generated)'];

/** The header comes again above each group: no other table does that. */
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
  const cells = new Dictionary();
  const columns = table.header.map((_, column) => table.category(column, cells));
  const rows = new BoardRows(table);
  return {
    row: (line) =>
      rows.take(
        columns.map(({ id }) => cells.value(id)),
        line,
      ),
    end: () => rows.end(),
  };
}

/** The rows of a board, in which those of items are mixed with those of the layout. */
class BoardRows {
  readonly #table: Table;
  readonly #items: TableSink;
  /** The group that the rows in hand are in. */
  #group: string;
  #inSubitems = false;

  constructor(table: Table) {
    this.#table = table;
    this.#group = table.above.at(-1)?.[0] ?? '';
    const byGroup = table.options.fields.to?.trim().toLowerCase() === 'group';
    const also = { row: (item: number) => this.#takeGroup(item, byGroup) };
    this.#items = openItemTable(table, itemColumns(byGroup), () => also);
    noteColumns(table, byGroup);
  }

  take(texts: readonly string[], line: number): void {
    const [first = '', ...rest] = texts;
    const isGroup = first !== '' && rest.every((text) => text === '');
    if (first !== '') this.#inSubitems = /^subitems$/i.test(first);
    if (this.#inSubitems) {
      const why = 'Subitems: how an export writes them is not confirmed';
      this.#table.reject('subitem-row', why, texts.join(' ').trim());
    } else if (isGroup || first === '' || isHeaderAgain(this.#table.header, texts)) {
      if (isGroup) this.#group = first;
      this.#table.reject('layout-row', 'Rows of the layout: names of groups, repeated headers, sums', first);
    } else this.#items.row(line);
  }

  end(): void {
    this.#items.end?.();
  }

  #takeGroup(item: number, byGroup: boolean): void {
    const { log } = this.#table;
    setField(log, item, 'team', this.#group);
    if (byGroup && this.#group !== '') log.currentStatus.set(item, log.statuses.id(this.#group));
  }
}

function itemColumns(byGroup: boolean): ItemColumns {
  return {
    id: [...ID, NAME],
    created: [],
    started: [],
    finished: [],
    status: byGroup ? null : ['Status'],
    people: { names: ['Person', 'People', 'Owner'], split: (cell) => cell.split(',') },
    fields: { title: [NAME], points: ['Story Points', 'Estimated SP', 'Points'], priority: ['Priority'] },
  };
}

function noteColumns(table: Table, byGroup: boolean): void {
  const { notes } = table.file;
  notes.push(
    byGroup
      ? 'Status is the group, as --map to=group says.'
      : 'Status is the column Status; --map to=<column> names another, --map to=group takes the group.',
  );
  if (table.find(...ID) === -1 && table.options.fields.id === undefined)
    notes.push('There is no column Item ID: items are known by their names.');
}
