import { each, FLAG, list, type ObjectShape, parts, TEXT, telling } from '../../text/json/part-shapes.ts';

const CHANGE = telling(each(['old', 'new'], TEXT));

/** An entry of the history of a story. */
export const ENTRY: ObjectShape = telling({
  ...each(['id', 'changed_at', 'member_id', 'actor_name'], TEXT),
  actions: list(
    telling({
      ...each(['id', 'entity_type', 'action', 'workflow_state_id', 'name'], TEXT),
      ...each(['story_type', 'estimate', 'iteration_id'], TEXT),
      owner_ids: list(TEXT),
      changes: parts({
        ...each(['workflow_state_id', 'name', 'story_type', 'estimate', 'iteration_id'], CHANGE),
        owner_ids: telling(each(['adds', 'removes'], list(TEXT))),
        blocked: parts(each(['old', 'new'], FLAG)),
      }),
    }),
  ),
  references: list(telling(each(['entity_type', 'id', 'name', 'type'], TEXT))),
});
