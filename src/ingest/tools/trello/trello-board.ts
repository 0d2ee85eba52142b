import type { JsonFormat, JsonSample, Probe } from '../../format.ts';
import { objectOf, own } from '../../text/json/json-values.ts';
import { loneCard, readBoard } from './board.ts';
import { BoardRecords, boardOfAction } from './board-records.ts';
import { FIELD_PATHS } from './card-fields.ts';
import { BOARD } from './record-parts.ts';

/** A whole board as Trello exports it: one document with lists, cards and actions. */
export const trelloBoard: JsonFormat = {
  id: 'trello-board',
  name: 'Trello board (JSON)',
  tool: 'trello',
  shape: 'json',
  parts: BOARD,
  grade: 'full-log',
  kindEvidence: { tool: 'that a card is archived or deleted', finishDates: null, statusToday: true },
  identity: { item: 'the card', statuses: 'the lists', aliases: null },
  description:
    'A board with its cards and their moves; Trello puts the latest 1,000 actions into it, so that older cards of a busy board lack the beginning of their history.',
  howToGet: [
    'Open the board, then its menu (…), and choose Print, export and share, Export as JSON; save the page that opens as a file.',
    'A board with more than 1,000 actions: keep each export, make the next before 1,000 more have passed, and give all of them together; their actions add up.',
    'Single cards, or a list of them (https://api.trello.com/1/boards/<id>/cards), are read too: with list=true they name their lists, with actions=all they bring their moves.',
    'Or fetch the older actions page by page with your API key, https://api.trello.com/1/boards/<id>/actions?limit=1000&before=<id of the oldest action you have>, and give the pages together with the export.',
  ],
  fields: {
    id: 'cards[].idShort',
    created: 'the action that made the card, else the first 8 hexadecimal digits of cards[].id',
    'from, to, at': 'actions[] that move, archive or restore a card, or archive its list',
    assignee: 'cards[].idMembers and the actions that add and remove members',
    blocked: 'labels called blocked and the like (--map blocked=<label> names others)',
    finished: '--map finished=<list,list>: where archived cards are done; else the lists whose names say so',
    stages: 'lists[], in the order of lists[].pos',
    points: 'a custom field called Points, Estimate and the like, else (3) before the title',
    ...FIELD_PATHS,
  },
  probe,
  open: (records) => new BoardRecords(records),
};

function probe({ records }: JsonSample): Probe {
  const missing = ['lists[]', 'cards[].idList', 'actions[]'];
  const boards = records.filter(isBoard).length;
  if (boards > 0 && boards >= records.length / 2) return { score: 'certain', matched: missing, missing: [] };
  const actions = records.filter((record) => boardOfAction(record) !== null).length;
  if (actions > 0 && actions >= records.length / 2) {
    return { score: 'certain', matched: ['type', 'date', 'data.board', 'idMemberCreator'], missing: [] };
  }
  const cards = records.filter((record) => loneCard(record) !== null).length;
  if (cards > 0 && cards >= records.length / 2) {
    return { score: 'certain', matched: ['idShort', 'idList', 'idBoard'], missing: [] };
  }
  return { score: 'no', matched: [], missing };
}

function isBoard(record: unknown): boolean {
  const board = readBoard(record);
  const hasMore = ['actions', 'prefs', 'memberships'].some((key) => own(objectOf(record), key) !== undefined);
  return board !== null && hasMore && board.cards.every(({ listId }) => listId !== '');
}
