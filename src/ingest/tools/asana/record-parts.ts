import { each, FLAG, list, NAME, type ObjectShape, parts, TEXT, telling } from '../../text/json/part-shapes.ts';

const REFERENCE = parts(each(['gid', 'name'], TEXT), 'name');
const SECTION = parts({ ...each(['gid', 'name'], TEXT), project: parts({ gid: TEXT }) }, 'name');

const STORY_PARTS = {
  ...each(['gid', 'type', 'resource_type', 'resource_subtype', 'created_at', 'text'], TEXT),
  ...each(['target', 'task'], parts({ gid: TEXT }, 'gid')),
  project: parts({ gid: TEXT }),
  ...each(['old_section', 'new_section'], SECTION),
  ...each(['custom_field', 'old_enum_value', 'new_enum_value', 'assignee'], NAME),
};

/** A change of a task. */
export const STORY: ObjectShape = parts(STORY_PARTS);

/** A task, with or without its stories. */
export const TASK: ObjectShape = parts({
  ...each(['gid', 'resource_type', 'name', 'permalink_url', 'created_at', 'completed_at', 'modified_at'], TEXT),
  completed: FLAG,
  assignee: NAME,
  parent: parts({ gid: TEXT }, 'gid'),
  tags: list(NAME),
  memberships: list(telling({ project: REFERENCE, section: REFERENCE })),
  custom_fields: list(telling({ ...each(['name', 'number_value', 'display_value'], TEXT), enum_value: NAME })),
  stories: list(STORY),
});
