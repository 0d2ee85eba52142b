import { SNAPSHOT } from '../../model/item-fields.ts';
import type { Probe, Table, TableFormat, TableSample, TableSink } from '../format.ts';
import { findName } from './header-names.ts';
import { noteDuplicateItem } from './item-findings.ts';
import { textColumn } from './text-column.ts';
import { splitNames } from './text-patterns.ts';
import { creationOfId } from './trello-board/board.ts';
import { ARCHIVED } from './trello-board/card-history.ts';

/** The list of cards that paid plans of Trello export: what each card is today. */
export const trelloCards: TableFormat = {
  id: 'trello-cards',
  name: 'Trello cards (CSV)',
  tool: 'trello',
  shape: 'table',
  grade: 'snapshot',
  description:
    'One row a card with its list of today and its creation; it cannot tell when a card came to its list. The JSON export of the board can, and every plan has it.',
  howToGet: [
    'Open the board, then its menu (…), and choose Print, export and share, Export as CSV (a paid plan is needed).',
    'For the moves of the cards choose Export as JSON in the same place: every plan has it.',
  ],
  fields: {
    id: 'the number in Card URL, else Card ID',
    created: 'the first 8 hexadecimal digits of Card ID',
    status: 'List Name; archived cards count as given up, unless their list is named with --map finished=<list,list>',
    title: 'Card Name',
    assignee: 'Members (of today)',
    labels: 'Labels',
    team: 'Board Name',
    url: 'Card URL',
    points: '--map points=<column>',
  },
  probe,
  open,
};

function probe({ header }: TableSample): Probe {
  const wanted = ['Card ID', 'Card Name', 'List Name'];
  const missing = wanted.filter((name) => findName(header, [name]) === -1);
  const matched = wanted.filter((name) => !missing.includes(name));
  if (missing.length > 0) return { score: 'no', matched, missing };
  return { score: 'certain', matched, missing };
}

function open(table: Table): TableSink {
  const { log, file, options } = table;
  file.assignees = 'current';
  const text = (field: string, ...names: string[]) => textColumn(table, field, ...names);
  const cardId = text('id', 'card id');
  const list = text('status', 'list name');
  const archived = text('archived', 'archived');
  const members = text('assignee', 'members');
  const values: [field: string, read: () => string][] = [
    ['title', text('title', 'card name')],
    ['labels', text('labels', 'labels')],
    ['team', text('team', 'board name')],
    ['url', text('url', 'card url')],
    ['points', text('points', 'points', 'story points', 'estimate')],
    ['priority', text('priority', 'priority')],
    ...options.extraFields.map((field): [string, () => string] => [field, text(field, field)]),
  ];
  const urlOf = values.find(([field]) => field === 'url')?.[1] as () => string;
  const done = new Set(splitNames(options.fields.finished ?? '').map((name) => name.toLowerCase()));
  const seen = new Set<number>();

  return {
    row(line) {
      const written = cardId();
      if (written === '') {
        table.reject('missing-id', 'Rows without an id: they speak of no item', '');
        return;
      }
      const number = /\/c\/[^/]+\/(\d+)(?:-|$)/.exec(urlOf())?.[1];
      const item = log.item(number ?? written);
      if (seen.has(item)) {
        file.merged++;
        noteDuplicateItem(table, item, line);
      } else {
        seen.add(item);
        file.used++;
      }
      log.creation(item, creationOfId(written));
      const isArchived = /^(?:true|yes|1)$/i.test(archived()) && !done.has(list().toLowerCase());
      if (list() !== '') log.currentStatus.set(item, log.statuses.id(isArchived ? ARCHIVED : list()));
      if (members() !== '') log.currentPeople.set(item, log.people.id(splitNames(members())));
      for (const [field, read] of values) set(item, field, field === 'labels' ? labelsOf(read()) : read());
    },
  };

  function set(item: number, field: string, value: string): void {
    if (value === '') return;
    const store = log.field(field);
    store.set(item, SNAPSHOT, store.dictionary.id(value));
  }
}

/** `Urgent (red), Texts (green)` as `Urgent;Texts`. */
function labelsOf(cell: string): string {
  return splitNames(cell)
    .map((label) => label.replace(/(?<=\S)\s*\([^()]*\)$/, ''))
    .join(';');
}
