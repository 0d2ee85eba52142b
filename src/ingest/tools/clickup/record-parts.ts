import { each, list, map, NAME, type ObjectShape, parts, TEXT, telling } from '../../text/json/part-shapes.ts';

/** A task. */
export const TASK: ObjectShape = parts({
  ...each(['id', 'name', 'points', 'parent', 'url', 'date_created', 'date_done', 'date_closed', 'date_updated'], TEXT),
  status: parts(each(['status', 'type'], TEXT), 'status'),
  assignees: list(parts({ username: TEXT }, 'username')),
  tags: list(NAME),
  priority: parts({ priority: TEXT }, 'priority'),
  list: parts({ name: TEXT }, 'name'),
});

const TIME = parts(
  { ...each(['status', 'type'], TEXT), total_time: parts(each(['since', 'by_minute'], TEXT)) },
  'status',
);

/** The times in status of several tasks, each under its id. */
export const TIMES: ObjectShape = map(
  telling({
    ...{ current_status: TIME, status_history: list(TIME) },
    ...each(['status', 'type', 'since', 'by_minute'], TEXT),
  }),
);
