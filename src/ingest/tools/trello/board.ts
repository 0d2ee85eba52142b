import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';

/** A list of a board as it is today. */
export interface List {
  id: string;
  name: string;
  closed: boolean;
  /** Its place from the left. */
  position: number;
}

/** A card as it was when the board was exported. */
export interface Card {
  object: JsonObject;
  id: string;
  listId: string;
  closed: boolean;
  memberIds: string[];
  labels: string[];
  /** Further fields, where the export has them beside. */
  fields: readonly (readonly [field: string, value: string])[];
}

/** A board as one export has it. */
export interface Board {
  id: string;
  name: string;
  lists: List[];
  cards: Card[];
  actions: readonly unknown[];
  members: { id: string; name: string }[];
  /** Custom fields by id. */
  customFields: Map<string, string>;
  /** Label id → name. */
  labels: Map<string, string>;
  /** When anything last happened on it, as written: of two exports the one with the later date is the newer. */
  lastActivity: unknown;
}

/** Reads a document as a board; null if it is none. */
export function readBoard(value: unknown): Board | null {
  const object = objectOf(value);
  const lists = own(object, 'lists');
  const cards = own(object, 'cards');
  if (object === null || !Array.isArray(lists) || !Array.isArray(cards)) return null;
  const labels = new Map(
    objects(object, 'labels').map((label) => [idOf(label), textOf(own(label, 'name')) || textOf(own(label, 'color'))]),
  );
  return {
    id: idOf(object),
    name: textOf(own(object, 'name')),
    lists: objects(object, 'lists').map((list) => ({
      id: idOf(list),
      name: textOf(own(list, 'name')) || idOf(list),
      closed: own(list, 'closed') === true,
      position: Number(own(list, 'pos') ?? Number.NaN),
    })),
    cards: cards.map((card) => readCard(objectOf(card) ?? {}, labels)),
    actions: arrayOf(own(object, 'actions')),
    members: objects(object, 'members').map((member) => ({ id: idOf(member), name: memberName(member) })),
    customFields: new Map(objects(object, 'customFields').map((field) => [idOf(field), textOf(own(field, 'name'))])),
    labels,
    lastActivity: own(object, 'dateLastActivity'),
  };
}

/** A card by itself, as the interface gives it, with what it says of its board; null if the value is none. */
export function loneCard(value: unknown): { card: Card; boardId: string; board: string; list: string } | null {
  const object = objectOf(value);
  if (object === null || idOf(object) === '') return null;
  const [boardId, listId] = [textOf(own(object, 'idBoard')), textOf(own(object, 'idList'))];
  const isCard = boardId !== '' && listId !== '' && own(object, 'idShort') !== undefined;
  if (!isCard || own(object, 'closed') === undefined) return null;
  const named = (key: string) => textOf(own(objectOf(own(object, key)), 'name'));
  return { card: readCard(object, new Map()), boardId, board: named('board'), list: named('list') };
}

function readCard(object: JsonObject, labels: ReadonlyMap<string, string>): Card {
  const given = objects(object, 'labels').map((label) => textOf(own(label, 'name')) || textOf(own(label, 'color')));
  const byId = arrayOf(own(object, 'idLabels')).map((id) => labels.get(textOf(id)) ?? '');
  return {
    object,
    id: idOf(object),
    listId: textOf(own(object, 'idList')),
    closed: own(object, 'closed') === true,
    memberIds: arrayOf(own(object, 'idMembers'))
      .map(textOf)
      .filter((id) => id !== ''),
    fields: [],
    labels: (given.length > 0 ? given : byId).filter((label) => label !== ''),
  };
}

/** A board of which only the name is known so far. */
export function emptyBoard(id: string, name: string): Board {
  return {
    id,
    name,
    lists: [],
    cards: [],
    actions: [],
    members: [],
    customFields: new Map(),
    labels: new Map(),
    lastActivity: null,
  };
}

export function memberName(member: JsonObject | null): string {
  return textOf(own(member, 'fullName')) || textOf(own(member, 'username')) || textOf(own(member, 'name'));
}

export function idOf(object: JsonObject | null): string {
  return textOf(own(object, 'id'));
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objects(object: JsonObject, key: string): JsonObject[] {
  return arrayOf(own(object, key))
    .map(objectOf)
    .filter((value) => value !== null);
}

/**
 * When a card was made: the first eight hexadecimal digits of its id are seconds since 1970.
 * @returns epoch milliseconds; NaN for an id of another kind
 */
export function creationOfId(id: string): number {
  if (!/^[0-9a-f]{24}$/i.test(id)) return Number.NaN;
  const seconds = Number.parseInt(id.slice(0, 8), 16);
  // Trello began in 2011; an id from before it, or from far ahead, is no Trello id.
  return seconds > 1_262_304_000 && seconds < 4_102_444_800 ? seconds * 1000 : Number.NaN;
}
