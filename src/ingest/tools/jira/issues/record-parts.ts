import {
  each,
  list,
  map,
  NAME,
  type ObjectShape,
  parts,
  STRING,
  TEXT,
  telling,
} from '../../../text/json/part-shapes.ts';

/** An entry of a changelog. */
const ENTRY = parts({
  ...each(['id', 'created'], TEXT),
  items: list(telling(each(['field', 'fieldtype', 'fieldId', 'from', 'fromString', 'to', 'toString'], TEXT))),
});

const PERSON = parts(each(['accountId', 'key', 'name', 'displayName'], TEXT), 'displayName');
const STATUS = parts(
  { ...each(['id', 'name'], TEXT), statusCategory: parts(each(['key', 'name'], TEXT), 'key') },
  'name',
);
const NAMED = parts(each(['name', 'key'], TEXT), 'name');
const LINKED = parts(each(['id', 'key'], TEXT), 'key');
const SPRINT = telling(each(['name', 'state'], TEXT));
const MANY = list(NAME);

const ISSUE_PARTS = {
  ...each(['id', 'key', 'self'], TEXT),
  names: map(STRING),
  schema: map(parts({ custom: TEXT })),
  fields: parts({
    ...each(['created', 'updated', 'resolutiondate', 'statuscategorychangedate', 'summary'], TEXT),
    status: STATUS,
    assignee: PERSON,
    ...each(['issuetype', 'priority', 'resolution'], NAMED),
    ...each(['labels', 'components', 'fixVersions'], MANY),
    project: parts(each(['key', 'name'], TEXT), 'key'),
    ...each(['parent', 'epic'], LINKED),
    sprint: SPRINT,
    closedSprints: list(SPRINT),
  }),
  changelog: telling({ ...each(['startAt', 'total'], TEXT), histories: list(ENTRY) }),
};

/** What a response says, beside its issues, of the fields that differ from site to site: their names and their types. */
export const RESPONSE: ObjectShape = parts({ names: map(STRING), schema: map(parts({ custom: TEXT })) });

/** An issue, in Perceval's envelope or without. */
export const ISSUE: ObjectShape = parts({ ...ISSUE_PARTS, data: parts(ISSUE_PARTS) });

/** A part of the changelog of an issue, or an entry on its own. */
export const CHANGELOG: ObjectShape = parts({
  ...each(['self', 'id', 'key', 'issueId', 'startAt', 'total', 'created'], TEXT),
  ...each(['values', 'changeHistories', 'histories'], list(ENTRY)),
  changelog: telling({ ...each(['startAt', 'total'], TEXT), histories: list(ENTRY) }),
  items: list(telling(each(['field', 'fieldtype', 'fieldId', 'from', 'fromString', 'to', 'toString'], TEXT))),
});
