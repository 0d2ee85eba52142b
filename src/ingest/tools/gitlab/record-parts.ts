import { each, list, NAME, type ObjectShape, parts, TEXT } from '../../text/json/part-shapes.ts';

const PERSON = parts(each(['name', 'username'], TEXT), 'name');
const LABEL = parts(each(['id', 'name'], TEXT), 'name');

/** An issue or merge request. */
export const ISSUE: ObjectShape = parts({
  ...each(['id', 'iid', 'project_id', 'moved_to_id', 'title', 'state', 'web_url', 'source_branch', 'weight'], TEXT),
  ...each(['created_at', 'updated_at', 'closed_at', 'merged_at', 'issue_type', 'type'], TEXT),
  references: parts({ full: TEXT }, 'full'),
  labels: list(LABEL),
  assignees: list(PERSON),
  ...each(['assignee', 'author'], PERSON),
  ...each(['milestone', 'iteration', 'epic'], NAME),
  _links: parts({ closed_as_duplicate_of: TEXT }),
});

/** An event of an issue. */
export const EVENT: ObjectShape = parts({
  ...each(['id', 'resource_type', 'resource_id', 'created_at', 'action', 'state'], TEXT),
  label: LABEL,
});
