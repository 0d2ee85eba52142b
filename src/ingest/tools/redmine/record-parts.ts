import { each, FLAG, list, NAMES, type ObjectShape, parts, TEXT, telling } from '../../text/json/part-shapes.ts';

const NAMED = parts(each(['id', 'name'], TEXT), 'name');

const ISSUE_PARTS = {
  ...each(['id', 'subject', 'created_on', 'updated_on', 'closed_on', 'story_points'], TEXT),
  status: parts({ ...each(['id', 'name'], TEXT), is_closed: FLAG }, 'name'),
  ...each(['tracker', 'priority', 'fixed_version', 'project', 'assigned_to', 'author'], NAMED),
  parent: parts({ id: TEXT }, 'id'),
  custom_fields: list(telling({ name: TEXT, value: NAMES })),
  journals: list(
    parts({
      ...each(['id', 'created_on'], TEXT),
      user: NAMED,
      details: list(telling(each(['property', 'name', 'old_value', 'new_value'], TEXT))),
    }),
  ),
};

/** An issue, alone, in the object around one that was fetched alone, or in Perceval's envelope. */
export const ISSUE: ObjectShape = parts({ ...ISSUE_PARTS, issue: parts(ISSUE_PARTS), data: parts(ISSUE_PARTS) });

/** A status of the list of statuses. */
export const STATUS: ObjectShape = parts({ ...each(['id', 'name'], TEXT), is_closed: FLAG });
