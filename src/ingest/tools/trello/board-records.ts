import { countOf } from '../../../model/document/number-format.ts';
import type { JsonRecords, JsonSink } from '../../format.ts';
import { objectOf, own, textOf } from '../../text/json/json-values.ts';
import { NO_ID } from '../shared/required-cells.ts';
import { ActionReader } from './action-reader.ts';
import { type Board, emptyBoard, idOf, loneCard, readBoard } from './board.ts';
import { FIELD_PATHS, pointsSource } from './card-fields.ts';
import { ListNames } from './list-names.ts';
import { TrelloBoards } from './trello-boards.ts';

interface NamedBoard {
  id: string;
  name: string;
}

/** Reads whole boards, and actions on their own. */
export class BoardRecords implements JsonSink {
  readonly #records: JsonRecords;
  readonly #boards: TrelloBoards;
  /** Readers of actions on their own, by board. */
  readonly #pages = new Map<string, ActionReader>();
  #withHistory = false;

  constructor(records: JsonRecords) {
    const { log, file, options } = records;
    this.#records = records;
    this.#boards = records.shared('boards', () => new TrelloBoards(log, options));
    file.mapping = {
      id: 'cards[].idShort',
      status: 'the list of the card',
      created: 'creating action, else cards[].id',
      assignee: 'members',
      ...FIELD_PATHS,
    };
    file.assignees = 'current';
  }

  record(value: unknown, line: number): void {
    const board = readBoard(value);
    if (board !== null) {
      this.#takeBoard(board);
      return;
    }
    if (this.#takeCard(value, line)) return;
    const of = boardOfAction(value);
    if (of !== null) this.#takeAction(value, of, line);
    else {
      const name = textOf(own(objectOf(value), 'name'));
      this.#records.reject('not-a-board', 'Records that are no boards, cards or actions', name);
    }
  }

  end(): void {
    const { file } = this.#records;
    for (const page of this.#pages.values()) if (page.end(true)) this.#withHistory = true;
    if (this.#withHistory) file.assignees = 'full';
    else file.grade = 'snapshot';
  }

  #takeBoard(board: Board): void {
    const records = this.#records;
    const { file } = records;
    records.holds(board.cards.length + board.actions.length);
    const written = records.instant(board.lastActivity);
    const exported = Number.isNaN(written) ? Number.NEGATIVE_INFINITY : written;
    const number = this.#boards.addBoard(board, exported, file);
    noteBoard(records, board);
    for (const [index, card] of board.cards.entries()) {
      if (card.id === '') records.reject('missing-id', NO_ID, '');
      else if (this.#boards.addCard(card, board.id, exported, number, index + 1)) file.used++;
      else file.merged++;
    }
    const actions = new ActionReader(records, this.#boards, board.id, board.labels);
    for (const [index, value] of board.actions.entries()) actions.take(value, number, index + 1);
    if (actions.end(false)) this.#withHistory = true;
  }

  /** A card on its own, or in a list of such, as the interface gives it; false if the value is none. */
  #takeCard(value: unknown, line: number): boolean {
    const lone = loneCard(value);
    if (lone === null) return false;
    const { card, boardId, board, list } = lone;
    const { file } = this.#records;
    const number = this.#boards.addBoard(emptyBoard(boardId, board || boardId), Number.NEGATIVE_INFINITY, file);
    if (list !== '') this.#boards.nameList(boardId, card.listId, list);
    const written = this.#records.instant(own(card.object, 'dateLastActivity'));
    const latest = Number.isNaN(written) ? Number.NEGATIVE_INFINITY : written;
    if (this.#boards.addCard(card, boardId, latest, number, line)) file.used++;
    else file.merged++;
    const actions = own(card.object, 'actions');
    if (Array.isArray(actions) && actions.length > 0) {
      this.#records.holds(actions.length + 1);
      for (const action of actions) this.#takeAction(action, { id: boardId, name: board }, line);
    }
    return true;
  }

  /** An action on its own, as a page of the interface gives it. */
  #takeAction(value: unknown, { id, name }: NamedBoard, line: number): void {
    const number = this.#boards.addBoard(emptyBoard(id, name), Number.NEGATIVE_INFINITY, this.#records.file);
    const page = this.#pages.get(id) ?? new ActionReader(this.#records, this.#boards, id, new Map());
    this.#pages.set(id, page);
    page.take(value, number, line);
  }
}

/** Describes in the account of the file what a board holds, and how its lists are read. */
function noteBoard({ file, options }: JsonRecords, board: Board): void {
  const { length } = board.actions;
  file.notes.push(`Rows are ${countOf(board.cards.length, 'card')} and ${countOf(length, 'action')}.`);
  if (length === 0) file.notes.push('Without actions one knows where the cards are today, and not since when.');
  const names = new ListNames(board.lists, new Map());
  const closed = board.lists.filter((list) => list.closed).length;
  const isDone = (name: string) => options.kindOf?.(name) === 'done';
  const done = [...names.doneLists(options.fields.finished, isDone)].map((id) => names.nameOf(id)).join(', ');
  const where =
    done === '' ? 'No list says by its name that it is for finished work' : `Cards archived in ${done} are done there`;
  file.notes.push(
    `${countOf(board.lists.length, 'list')}, ${closed} of them archived, each under its name of today. ${where}; cards archived elsewhere left the board. --map finished=<list,list> names other lists.`,
  );
  if (names.repeated.length > 0) {
    file.notes.push(`Lists of the same name were kept apart by a number: ${names.repeated.join(', ')}.`);
  }
  const points = pointsSource(board, options);
  if (points !== null) file.mapping.points = points;
}

/** The board that a record is an action of; null if it is no action. */
export function boardOfAction(record: unknown): NamedBoard | null {
  const object = objectOf(record);
  const board = objectOf(own(objectOf(own(object, 'data')), 'board'));
  const isAction = ['type', 'date', 'idMemberCreator'].every((key) => textOf(own(object, key)) !== '');
  return isAction && idOf(board) !== '' ? { id: idOf(board), name: textOf(own(board, 'name')) } : null;
}
