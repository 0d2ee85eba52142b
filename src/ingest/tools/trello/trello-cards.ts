import type { Probe, Table, TableFormat, TableSample, TableSink } from '../../format.ts';
import { findName } from '../../table/column-words/header-names.ts';
import { type FieldReader, textColumn } from '../shared/columns/open-columns.ts';
import { NO_ID } from '../shared/required-cells.ts';
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
  kindEvidence: { tool: 'that a card is archived', finishDates: null, statusToday: true },
  identity: { item: 'the card', statuses: null, aliases: null },
  description:
    'One row a card with its list of today and its creation; it cannot tell when a card came to its list. The JSON export of the board can, and every plan has it.',
  howToGet: [
    'Open the board, then its menu (…), and choose Print, export and share, Export as CSV (a paid plan is needed).',
    'For the moves of the cards choose Export as JSON in the same place: every plan has it.',
  ],
  fields: {
    id: 'the number in Card URL, else Card ID',
    created: 'the first 8 hexadecimal digits of Card ID',
    status:
      'List Name; archived cards count as given up, unless the name of their list says that it is for finished work, or --map finished=<list,list> does',
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
  const columns = openColumns(table);
  const { cardId, boardId, board, list } = columns;

  return {
    row(line) {
      if (cardId() === '') {
        table.reject('missing-id', NO_ID, '');
        return;
      }
      const inBoard = boardId() || board();
      const number = boards.addBoard(emptyBoard(inBoard, board()), Number.NEGATIVE_INFINITY, file);
      const card = cardOf(columns);
      boards.nameList(inBoard, card.listId, list());
      if (boards.addCard(card, inBoard, Number.NEGATIVE_INFINITY, number, line)) file.used++;
      else file.merged++;
    },
  };
}

function openColumns(table: Table) {
  const text = (field: string, ...names: string[]) => textColumn(table, field, ...names);
  return {
    cardId: text('id', 'card id'),
    title: text('title', 'card name'),
    listId: text('list', 'list id'),
    list: text('status', 'list name'),
    boardId: text('board', 'board id'),
    board: text('team', 'board name'),
    archived: text('archived', 'archived'),
    members: text('assignee', 'members'),
    labels: text('labels', 'labels'),
    url: text('url', 'card url'),
    fields: [
      ['points', text('points', 'points', 'story points', 'estimate')],
      ['priority', text('priority', 'priority')],
      ...table.options.extraFields.map((field): FieldReader => [field, text(field, field)]),
    ] as FieldReader[],
  };
}

/** The card of the current row. */
function cardOf({ cardId, title, listId, list, archived, members, labels, url, fields }: CardColumns): Card {
  return {
    id: cardId(),
    object: {
      idShort: /\/c\/[^/]+\/(\d+)(?:-|$)/.exec(url())?.[1] ?? '',
      name: title(),
      shortUrl: url(),
    },
    listId: listId() || list(),
    closed: /^(?:true|yes|1)$/i.test(archived()),
    memberIds: splitNames(members()),
    labels: splitNames(labels()).map((label) => label.replace(COLOUR, '')),
    fields: fields.map(([field, read]) => [field, read()] as const).filter(([, value]) => value !== ''),
  };
}

type CardColumns = ReturnType<typeof openColumns>;

/** `Urgent (red)` is the label Urgent. */
const COLOUR = /(?<=\S)\s*\([^()]*\)$/;
