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
  const card = cardIn(data);
  const updated = Object.keys(old ?? {});
  const members = membersIn(object, data);
  return {
    id: idOf(object),
    card,
    changes: card === null ? [] : changesOf(type, data, members, labelNames),
    list: type === 'updateList' ? archivedList(data, old) : null,
    lists: listsIn(data),
    members,
    what: updated.length > 0 ? `${type} ${updated.join('+')}` : type,
  };
}

function cardIn(data: JsonObject | null): Action['card'] {
  const card = objectOf(own(data, 'card'));
  if (idOf(card) === '') return null;
  return { id: idOf(card), number: textOf(own(card, 'idShort')), name: textOf(own(card, 'name')) };
}

function listsIn(data: JsonObject | null): Action['lists'] {
  return ['list', 'listBefore', 'listAfter'].flatMap((key) => {
    const named = objectOf(own(data, key));
    return idOf(named) === '' ? [] : [{ id: idOf(named), name: textOf(own(named, 'name')) }];
  });
}

function membersIn(object: JsonObject, data: JsonObject | null): Action['members'] {
  return [objectOf(own(object, 'member')), objectOf(own(data, 'member'))].flatMap((member) =>
    idOf(member) === '' ? [] : [{ id: idOf(member), name: memberName(member) }],
  );
}

/** The list that an update archived or restored; null if it did something else. */
function archivedList(data: JsonObject | null, old: JsonObject | null): Action['list'] {
  const list = objectOf(own(data, 'list'));
  if (!Object.hasOwn(old ?? {}, 'closed') || idOf(list) === '') return null;
  return { id: idOf(list), closed: own(list, 'closed') === true };
}

/** What an action did to its card. */
function changesOf(
  type: string,
  data: JsonObject | null,
  members: Action['members'],
  labelNames: ReadonlyMap<string, string>,
): Change[] {
  const listId = idOf(objectOf(own(data, 'list')));
  if (CREATION.has(type)) return [{ kind: 'created', listId }];
  switch (type) {
    case 'moveCardToBoard':
      return [{ kind: 'arrived', listId }];
    case 'moveCardFromBoard':
      return [{ kind: 'left', listId }];
    case 'deleteCard':
      return [{ kind: 'deleted', listId }];
    case 'addMemberToCard':
    case 'removeMemberFromCard': {
      const value = textOf(own(data, 'idMember')) || (members[0]?.id ?? '');
      return value === '' ? [] : [{ kind: 'member', value, added: type === 'addMemberToCard' }];
    }
    case 'addLabelToCard':
    case 'removeLabelFromCard': {
      const label = objectOf(own(data, 'label'));
      const value = textOf(own(label, 'name')) || (labelNames.get(idOf(label)) ?? textOf(own(label, 'color')));
      return value === '' ? [] : [{ kind: 'label', value, added: type === 'addLabelToCard' }];
    }
    case 'updateCard': {
      const old = objectOf(own(data, 'old'));
      return old === null ? [] : updates(old, data, objectOf(own(data, 'card')), labelNames);
    }
    default:
      return [];
  }
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
