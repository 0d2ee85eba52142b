import { countOf } from '../../model/number-format.ts';
import type { JsonFormat, JsonRecords, JsonSample, JsonSink, Probe } from '../format.ts';
import { objectOf, own, textOf } from './jira-rest/json.ts';
import { UNREADABLE } from './required-cells.ts';
import { readAction } from './trello-board/actions.ts';
import { type Board, readBoard } from './trello-board/board.ts';
import { FIELD_PATHS, pointsSource } from './trello-board/card-fields.ts';
import { ListNames } from './trello-board/list-names.ts';
import { TrelloBoards } from './trello-board/trello-boards.ts';

/** The number of actions that Trello puts into an export at most. */
const MOST_ACTIONS = 1000;

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
    'Or fetch the older actions page by page with your API key: https://api.trello.com/1/boards/<id>/actions?limit=1000&before=<id of the oldest action>, and put them into the "actions" of the export.',
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

function probe(sample: JsonSample): Probe {
  const missing = ['lists[]', 'cards[].idList', 'actions[]'];
  const boards = sample.records.filter((record) => {
    const board = readBoard(record);
    const extra = ['actions', 'prefs', 'memberships'].some((key) => own(objectOf(record), key) !== undefined);
    return board !== null && extra && board.cards.every(({ listId }) => listId !== '');
  });
  if (boards.length === 0 || boards.length < sample.records.length / 2) return { score: 'no', matched: [], missing };
  return { score: 'certain', matched: missing, missing: [] };
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

  return {
    record(value) {
      const board = readBoard(value);
      if (board === null) {
        const name = textOf(own(objectOf(value), 'name'));
        records.reject('not-a-board', 'Records that are no boards: they have no lists and cards', name);
        return;
      }
      records.holds(board.cards.length + board.actions.length);
      const written = records.instant(board.lastActivity);
      const exported = Number.isNaN(written) ? Number.NEGATIVE_INFINITY : written;
      const number = boards.addBoard(board, exported, file);
      noteBoard(board);
      takeCards(board, exported, number);
      takeActions(board, number);
    },
    end() {
      if (withHistory) file.assignees = 'full';
      else file.grade = 'snapshot';
    },
  };

  function takeCards(board: Board, exported: number, number: number): void {
    for (const [index, card] of board.cards.entries()) {
      if (card.id === '') records.reject('missing-id', 'Rows without an id: they speak of no item', '');
      else if (boards.addCard(card, board.id, exported, number, index + 1)) file.used++;
      else file.merged++;
    }
  }

  function takeActions(board: Board, number: number): void {
    const used = new Map<string, number>();
    const unused = new Map<string, number>();
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (const [index, value] of board.actions.entries()) {
      const object = objectOf(value) ?? {};
      const action = readAction(object, board.labels);
      const at = records.instant(own(object, 'date'));
      if (Number.isNaN(at)) {
        records.reject('unreadable-date', UNREADABLE, textOf(own(object, 'date')));
        continue;
      }
      first = Math.min(first, at);
      last = Math.max(last, at);
      const key = action.id || JSON.stringify(value);
      if (boards.knows(key)) {
        file.merged++;
        continue;
      }
      boards.addAction({ ...action, id: key }, at, board.id, number, index + 1);
      const isUsed = action.changes.length > 0 || action.list !== null;
      const counts = isUsed ? used : unused;
      counts.set(action.what, (counts.get(action.what) ?? 0) + 1);
      if (isUsed) file.used++;
      else
        records.reject(
          'other-field',
          'Actions that say nothing about flow (comments, positions, names …)',
          action.what,
        );
    }
    if (first > last) return;
    withHistory = true;
    const isCapped = board.actions.length >= MOST_ACTIONS;
    boards.addStretch(board.id, { from: isCapped ? first : Number.NEGATIVE_INFINITY, to: last });
    noteActions(used, unused, isCapped ? first : null);
  }

  function noteActions(
    used: ReadonlyMap<string, number>,
    unused: ReadonlyMap<string, number>,
    cappedAt: number | null,
  ): void {
    if (cappedAt !== null) {
      file.notes.push(
        `The export is full: Trello stops at ${countOf(MOST_ACTIONS, 'action')}, and these go back to ${new Date(cappedAt).toISOString().slice(0, 10)}. What happened before is missing.`,
      );
    }
    if (used.size > 0) file.notes.push(`Actions used: ${listed(used)}.`);
    if (unused.size > 0) file.notes.push(`Actions left out, as they say nothing about flow: ${listed(unused)}.`);
  }

  function noteBoard(board: Board): void {
    const { length } = board.actions;
    file.notes.push(`Rows are ${countOf(board.cards.length, 'card')} and ${countOf(length, 'action')}.`);
    if (length === 0) file.notes.push('Without actions it tells where the cards are today, and not since when.');
    const names = new ListNames(board.lists, new Map());
    const closed = board.lists.filter((list) => list.closed).length;
    const done = options.fields.finished ?? names.nameOf(names.last);
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

/** Counts by name, the largest first. */
function listed(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const shown = sorted.slice(0, 8).map(([name, count]) => `${name} ${count}`);
  return `${shown.join(', ')}${sorted.length > 8 ? ', …' : ''}`;
}
