import { each, list, NAME, type ObjectShape, parts, TEXT } from '../../text/json/part-shapes.ts';

const LABEL = parts({ label: parts({ text: TEXT }, 'text') });
const GROUP = parts(each(['id', 'title', 'name'], TEXT));

const ENTRY_PARTS = {
  ...each(['id', 'event', 'entity', 'created_at'], TEXT),
  data: parts({
    ...each(['pulse_id', 'pulse_name', 'column_id', 'column_title', 'column_type', 'textual_value'], TEXT),
    ...each(['group_name', 'group_id', 'dest_group_name', 'dest_group_id', 'source_group_name'], TEXT),
    ...each(['source_group_id'], TEXT),
    pulse: parts({ ...each(['id', 'name'], TEXT) }),
    ...each(['value', 'previous_value'], LABEL),
    ...each(['group', 'dest_group', 'source_group'], GROUP),
  }),
};

/** A board with its activity, or an entry on its own. */
export const ACTIVITY: ObjectShape = parts({ ...ENTRY_PARTS, name: NAME, activity_logs: list(parts(ENTRY_PARTS)) });
