import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { findName } from '../../table/column-words/header-names.ts';
import { textColumn } from '../shared/columns/open-columns.ts';
import { splitNames } from '../shared/text-patterns.ts';
import { type Card, emptyBoard } from './board.ts';
import { TrelloBoards } from './trello-boards.ts';

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
  const boards = table.shared('boards', () => new TrelloBoards(log, options));
  file.assignees = 'current';
  const text = (field: string, ...names: string[]) => textColumn(table, field, ...names);
  const cardId = text('id', 'card id');
  const title = text('title', 'card name');
  const listId = text('list', 'list id');
  const list = text('status', 'list name');
  const boardId = text('board', 'board id');
  const board = text('team', 'board name');
  const archived = text('archived', 'archived');
  const members = text('assignee', 'members');
  const labels = text('labels', 'labels');
  const url = text('url', 'card url');
  const others: [field: string, read: () => string][] = [
    ['points', text('points', 'points', 'story points', 'estimate')],
    ['priority', text('priority', 'priority')],
    ...options.extraFields.map((field): [string, () => string] => [field, text(field, field)]),
  ];

  return {
    row(line) {
      const id = cardId();
      if (id === '') {
        table.reject('missing-id', 'Rows without an id: they speak of no item', '');
        return;
      }
      const inBoard = boardId() || board();
      const inList = listId() || list();
      const number = boards.addBoard(emptyBoard(inBoard, board()), Number.NEGATIVE_INFINITY, file);
      boards.nameList(inBoard, inList, list());
      const card: Card = {
        id,
        object: {
          idShort: /\/c\/[^/]+\/(\d+)(?:-|$)/.exec(url())?.[1] ?? '',
          name: title(),
          shortUrl: url(),
        },
        listId: inList,
        closed: /^(?:true|yes|1)$/i.test(archived()),
        memberIds: splitNames(members()),
        labels: splitNames(labels()).map((label) => label.replace(COLOUR, '')),
        fields: others.map(([field, read]) => [field, read()] as const).filter(([, value]) => value !== ''),
      };
      if (boards.addCard(card, inBoard, Number.NEGATIVE_INFINITY, number, line)) file.used++;
      else file.merged++;
    },
  };
}

/** `Urgent (red)` is the label Urgent. */
const COLOUR = /(?<=\S)\s*\([^()]*\)$/;
