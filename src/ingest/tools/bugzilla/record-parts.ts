import { each, FLAG, list, NAMES, type ObjectShape, parts, TEXT, telling } from '../../text/json/part-shapes.ts';

const BUG_PARTS = {
  ...each(['id', 'creation_time', 'last_change_time', 'cf_last_resolved', 'status', 'resolution'], TEXT),
  ...each(['assigned_to', 'summary', 'type', 'priority', 'product'], TEXT),
  is_open: FLAG,
  keywords: NAMES,
  history: list(parts({ when: TEXT, changes: list(telling(each(['field_name', 'removed', 'added'], TEXT))) })),
};

/** A bug, a history, or a bug with its history; in Perceval's envelope or without. */
export const BUG: ObjectShape = parts({ ...BUG_PARTS, data: parts(BUG_PARTS) });
