import { countOf } from '../../../model/number-format.ts';
import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../../format.ts';
import { objectOf, own, textOf } from '../../text/json/json-values.ts';
import { ActionReader } from './action-reader.ts';
import { type Board, emptyBoard, idOf, readBoard } from './board.ts';
import { FIELD_PATHS, pointsSource } from './card-fields.ts';
import { ListNames } from './list-names.ts';
import { TrelloBoards } from './trello-boards.ts';

/** A whole board as Trello exports it: one document with lists, cards and actions. */
export const trelloBoard: JsonFormat = {
  id: 'trello-board',
  name: 'Trello board (JSON)',
  tool: 'trello',
  shape: 'json',
  grade: 'full-log',
  description:
    'A board with its cards and their moves; Trello puts the latest 1,000 actions into it, so that older cards of a busy board lack the beginning of their history.',
  howToGet: [
    'Open the board, then its menu (…), and choose Print, export and share, Export as JSON; save the page that opens as a file.',
    'A board with more than 1,000 actions: keep each export, make the next before 1,000 more have passed, and give all of them together; their actions add up.',
    'Or fetch the older actions page by page with your API key, https://api.trello.com/1/boards/<id>/actions?limit=1000&before=<id of the oldest action you have>, and give the pages together with the export.',
  ],
  fields: {
    id: 'cards[].idShort',
    created: 'the action that made the card, else the first 8 hexadecimal digits of cards[].id',
    'from, to, at': 'actions[] that move, archive or restore a card, or archive its list',
    assignee: 'cards[].idMembers and the actions that add and remove members',
    blocked: 'labels called blocked and the like (--map blocked=<label> names others)',
    finished: '--map finished=<list,list>: where archived cards are done; the last open list',
    points: 'a custom field called Points, Estimate and the like, else (3) before the title',
    ...FIELD_PATHS,
  },
  probe,
  open,
};

function probe({ records }: JsonSample): Probe {
  const missing = ['lists[]', 'cards[].idList', 'actions[]'];
  const boards = records.filter(isBoard).length;
  if (boards > 0 && boards >= records.length / 2) return { score: 'certain', matched: missing, missing: [] };
  const actions = records.filter((record) => boardOfAction(record) !== null).length;
  if (actions > 0 && actions >= records.length / 2) {
    return { score: 'certain', matched: ['type', 'date', 'data.board', 'idMemberCreator'], missing: [] };
  }
  return { score: 'no', matched: [], missing };
}

function isBoard(record: unknown): boolean {
  const board = readBoard(record);
  const hasMore = ['actions', 'prefs', 'memberships'].some((key) => own(objectOf(record), key) !== undefined);
  return board !== null && hasMore && board.cards.every(({ listId }) => listId !== '');
}

/** The board that a record is an action of; null if it is no action. */
function boardOfAction(record: unknown): { id: string; name: string } | null {
  const object = objectOf(record);
  const board = objectOf(own(objectOf(own(object, 'data')), 'board'));
  const isAction = ['type', 'date', 'idMemberCreator'].every((key) => textOf(own(object, key)) !== '');
  return isAction && idOf(board) !== '' ? { id: idOf(board), name: textOf(own(board, 'name')) } : null;
}

function open(records: JsonRecords): JsonSink {
  const { log, file, options } = records;
  const boards = records.shared('boards', () => new TrelloBoards(log, options));
  file.mapping = {
    id: 'cards[].idShort',
    status: 'the list of the card',
    created: 'creating action, else cards[].id',
    assignee: 'members',
    ...FIELD_PATHS,
  };
  file.assignees = 'current';
  let withHistory = false;
  /** Readers of actions that stand alone, by board. */
  const pages = new Map<string, ActionReader>();

  return {
    record(value, line) {
      const board = readBoard(value);
      if (board !== null) {
        takeBoard(board);
        return;
      }
      const of = boardOfAction(value);
      if (of === null) {
        const name = textOf(own(objectOf(value), 'name'));
        records.reject('not-a-board', 'Records that are no boards: they have no lists and cards', name);
      } else takeAction(value, of, line);
    },
    end() {
      for (const page of pages.values()) if (page.end(true)) withHistory = true;
      if (withHistory) file.assignees = 'full';
      else file.grade = 'snapshot';
    },
  };

  function takeBoard(board: Board): void {
    records.holds(board.cards.length + board.actions.length);
    const written = records.instant(board.lastActivity);
    const exported = Number.isNaN(written) ? Number.NEGATIVE_INFINITY : written;
    const number = boards.addBoard(board, exported, file);
    noteBoard(board);
    for (const [index, card] of board.cards.entries()) {
      if (card.id === '') records.reject('missing-id', 'Rows without an id: they speak of no item', '');
      else if (boards.addCard(card, board.id, exported, number, index + 1)) file.used++;
      else file.merged++;
    }
    const actions = new ActionReader(records, boards, board.id, board.labels);
    for (const [index, value] of board.actions.entries()) actions.take(value, number, index + 1);
    if (actions.end(false)) withHistory = true;
  }

  /** An action by itself, as a page of the interface gives it. */
  function takeAction(value: unknown, { id, name }: { id: string; name: string }, line: number): void {
    const number = boards.addBoard(emptyBoard(id, name), Number.NEGATIVE_INFINITY, file);
    const page = pages.get(id) ?? new ActionReader(records, boards, id, new Map());
    pages.set(id, page);
    page.take(value, number, line);
  }

  function noteBoard(board: Board): void {
    const { length } = board.actions;
    file.notes.push(`Rows are ${countOf(board.cards.length, 'card')} and ${countOf(length, 'action')}.`);
    if (length === 0) file.notes.push('Without actions it tells where the cards are today, and not since when.');
    const names = new ListNames(board.lists, new Map());
    const closed = board.lists.filter((list) => list.closed).length;
    const done = [...names.doneLists(options.fields.finished)].map((id) => names.nameOf(id)).join(', ');
    file.notes.push(
      `${countOf(board.lists.length, 'list')}, ${closed} of them archived, each under its name of today. Cards archived in ${done} are done there; --map finished=<list,list> names other lists.`,
    );
    if (names.repeated.length > 0) {
      file.notes.push(`Lists of the same name were kept apart by a number: ${names.repeated.join(', ')}.`);
    }
    const points = pointsSource(board, options);
    if (points !== null) file.mapping.points = points;
  }
}
