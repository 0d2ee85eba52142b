import { each, list, NAME, NAMES, type ObjectShape, parts, TEXT, telling } from '../../text/json/part-shapes.ts';

/** An issue. */
export const ISSUE: ObjectShape = parts({
  ...each(['id', 'idReadable', 'summary', 'created', 'resolved', 'updated'], TEXT),
  customFields: list(telling({ name: TEXT, value: NAMES })),
  project: parts({ shortName: TEXT }, 'shortName'),
  tags: list(NAME),
  parent: telling({ issues: list(parts({ idReadable: TEXT }, 'idReadable')) }),
});

/** A change of an issue. */
export const ACTIVITY: ObjectShape = parts({
  ...each(['id', '$type', 'timestamp'], TEXT),
  category: parts({ id: TEXT }, 'id'),
  field: NAME,
  ...each(['added', 'removed'], NAMES),
  target: parts({
    ...each(['id', 'idReadable'], TEXT),
    issue: parts(each(['id', 'idReadable'], TEXT)),
  }),
});
