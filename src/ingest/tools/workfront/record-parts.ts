import { each, NAME, type ObjectShape, parts, TEXT } from '../../text/json/part-shapes.ts';

/** A task, an issue or a project. */
export const OBJECT: ObjectShape = parts({
  ...each(['ID', 'objCode', 'name', 'status', 'priority', 'parentID'], TEXT),
  ...each(['entryDate', 'actualStartDate', 'actualCompletionDate'], TEXT),
  assignedTo: NAME,
  project: parts({ name: TEXT }, 'name'),
});
