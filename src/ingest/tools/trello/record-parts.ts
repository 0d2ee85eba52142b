import { each, FLAG, list, type ObjectShape, parts, TEXT, telling } from '../../text/json/part-shapes.ts';

const LABEL = telling(each(['id', 'name', 'color'], TEXT));
const MEMBER = telling(each(['id', 'fullName', 'username', 'name'], TEXT));
const LIST = telling({ ...each(['id', 'name'], TEXT), closed: FLAG });

const ACTION_PARTS = {
  ...each(['id', 'type', 'date', 'idMemberCreator'], TEXT),
  member: MEMBER,
  data: parts({
    board: parts(each(['id', 'name'], TEXT)),
    card: parts({
      ...each(['id', 'idShort', 'name', 'idList'], TEXT),
      closed: FLAG,
      ...each(['idMembers', 'idLabels'], list(TEXT)),
    }),
    old: parts({ idList: TEXT, ...each(['idMembers', 'idLabels'], list(TEXT)) }),
    ...each(['list', 'listBefore', 'listAfter'], LIST),
    member: MEMBER,
    idMember: TEXT,
    label: LABEL,
  }),
};

const CARD_PARTS = {
  ...each(['id', 'idShort', 'idBoard', 'idList', 'name', 'shortUrl', 'url', 'dateLastActivity'], TEXT),
  closed: FLAG,
  ...each(['idMembers', 'idLabels'], list(TEXT)),
  labels: list(LABEL),
  customFieldItems: list(
    telling({ idCustomField: TEXT, value: telling(each(['number', 'text', 'checked', 'date'], TEXT)) }),
  ),
};

/** A board with its cards and actions; or a card, maybe with its board, list and actions, or an action, on its own. */
export const BOARD: ObjectShape = parts({
  ...ACTION_PARTS,
  ...CARD_PARTS,
  ...each(['board', 'list'], parts(each(['id', 'name'], TEXT), 'name')),
  lists: list(telling({ ...each(['id', 'name', 'pos'], TEXT), closed: FLAG })),
  cards: list(telling(CARD_PARTS)),
  actions: list(parts(ACTION_PARTS)),
  members: list(MEMBER),
  labels: list(LABEL),
  customFields: list(telling(each(['id', 'name'], TEXT))),
});
