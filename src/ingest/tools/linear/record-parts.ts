import { each, list, NAME, nodes, type ObjectShape, parts, TEXT, telling } from '../../text/json/part-shapes.ts';

const STATE = parts(each(['id', 'name', 'type'], TEXT), 'name');

const ENTRY_PARTS = {
  ...each(['id', 'createdAt'], TEXT),
  ...each(['fromState', 'toState'], STATE),
  ...each(['fromAssignee', 'toAssignee'], NAME),
  ...each(['addedLabels', 'removedLabels'], nodes(NAME)),
};

/** An entry of an issue's history, on its own. */
export const ENTRY: ObjectShape = parts({
  ...ENTRY_PARTS,
  issue: parts(each(['id', 'identifier'], TEXT), 'identifier'),
});

/** An issue, with or without its history. */
export const ISSUE: ObjectShape = parts({
  ...each(['id', 'identifier', 'title', 'estimate', 'priorityLabel', 'url'], TEXT),
  ...each(['createdAt', 'updatedAt', 'startedAt', 'completedAt', 'canceledAt'], TEXT),
  previousIdentifiers: list(TEXT),
  state: STATE,
  assignee: NAME,
  cycle: telling(each(['name', 'number'], TEXT)),
  parent: parts({ identifier: TEXT }, 'identifier'),
  team: parts({ name: TEXT }, 'name'),
  labels: nodes(NAME),
  history: nodes(parts(ENTRY_PARTS)),
});
