import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { arrayOf, idOf, memberName } from './board.ts';

/** What an action did to a card, or to the list it is in. */
export type Change =
  | { kind: 'created' | 'arrived'; listId: string }
  | { kind: 'moved'; fromId: string; listId: string }
  | { kind: 'archived' | 'restored'; listId: string }
  | { kind: 'deleted' | 'left'; listId: string }
  | { kind: 'member' | 'label'; value: string; added: boolean };

/** What one action says: nothing about flow where it has neither changes nor a list. */
export interface Action {
  id: string;
  card: { id: string; number: string; name: string } | null;
  changes: Change[];
  /** A list that was archived (true) or restored. */
  list: { id: string; closed: boolean } | null;
  /** Names that the action gives to the ids in it. */
  lists: { id: string; name: string }[];
  members: { id: string; name: string }[];
  /** For the account: the type, and of an update what it changed. */
  what: string;
}

/** Actions with which a card begins, whichever way it was made. */
const CREATION = new Set(['createCard', 'copyCard', 'emailCard', 'convertToCardFromCheckItem']);

/** @param labelNames label id → name, for actions that give ids only */
export function readAction(object: JsonObject, labelNames: ReadonlyMap<string, string>): Action {
  const type = textOf(own(object, 'type'));
  const data = objectOf(own(object, 'data'));
  const old = objectOf(own(data, 'old'));
  const card = objectOf(own(data, 'card'));
  const list = objectOf(own(data, 'list'));
  const updated = Object.keys(old ?? {});
  const action: Action = {
    id: idOf(object),
    card:
      idOf(card) === ''
        ? null
        : { id: idOf(card), number: textOf(own(card, 'idShort')), name: textOf(own(card, 'name')) },
    changes: [],
    list: null,
    lists: ['list', 'listBefore', 'listAfter'].flatMap((key) => {
      const named = objectOf(own(data, key));
      return idOf(named) === '' ? [] : [{ id: idOf(named), name: textOf(own(named, 'name')) }];
    }),
    members: [objectOf(own(object, 'member')), objectOf(own(data, 'member'))].flatMap((member) =>
      idOf(member) === '' ? [] : [{ id: idOf(member), name: memberName(member) }],
    ),
    what: updated.length > 0 ? `${type} ${updated.join('+')}` : type,
  };
  const { changes } = action;
  const listId = idOf(list);
  if (CREATION.has(type)) changes.push({ kind: 'created', listId });
  else if (type === 'moveCardToBoard') changes.push({ kind: 'arrived', listId });
  else if (type === 'moveCardFromBoard') changes.push({ kind: 'left', listId });
  else if (type === 'deleteCard') changes.push({ kind: 'deleted', listId });
  else if (type === 'addMemberToCard' || type === 'removeMemberFromCard') {
    const value = textOf(own(data, 'idMember')) || (action.members[0]?.id ?? '');
    if (value !== '') changes.push({ kind: 'member', value, added: type === 'addMemberToCard' });
  } else if (type === 'addLabelToCard' || type === 'removeLabelFromCard') {
    const label = objectOf(own(data, 'label'));
    const value = textOf(own(label, 'name')) || (labelNames.get(idOf(label)) ?? textOf(own(label, 'color')));
    if (value !== '') changes.push({ kind: 'label', value, added: type === 'addLabelToCard' });
  } else if (type === 'updateCard' && old !== null) changes.push(...updates(old, data, card, labelNames));
  else if (type === 'updateList' && Object.hasOwn(old ?? {}, 'closed') && listId !== '') {
    action.list = { id: listId, closed: own(list, 'closed') === true };
  }
  if (action.card === null) changes.length = 0;
  return action;
}

/** The changes of one update; it names in `old` what it changed, and most updates are of no interest. */
function updates(
  old: JsonObject,
  data: JsonObject | null,
  card: JsonObject | null,
  labelNames: ReadonlyMap<string, string>,
): Change[] {
  const changes: Change[] = [];
  if (Object.hasOwn(old, 'idList')) {
    const fromId = idOf(objectOf(own(data, 'listBefore'))) || textOf(own(old, 'idList'));
    const listId = idOf(objectOf(own(data, 'listAfter'))) || textOf(own(card, 'idList'));
    if (listId !== '') changes.push({ kind: 'moved', fromId, listId });
  }
  if (Object.hasOwn(old, 'closed')) {
    const kind = own(card, 'closed') === true ? 'archived' : 'restored';
    changes.push({ kind, listId: idOf(objectOf(own(data, 'list'))) });
  }
  for (const [key, kind] of [
    ['idMembers', 'member'],
    ['idLabels', 'label'],
  ] as const) {
    if (!Array.isArray(own(old, key)) || !Array.isArray(own(card, key))) continue;
    const name = (id: unknown) => (kind === 'label' ? (labelNames.get(textOf(id)) ?? textOf(id)) : textOf(id));
    const before = new Set(arrayOf(own(old, key)).map(name));
    const after = new Set(arrayOf(own(card, key)).map(name));
    for (const value of after) if (!before.has(value)) changes.push({ kind, value, added: true });
    for (const value of before) if (!after.has(value)) changes.push({ kind, value, added: false });
  }
  return changes;
}
