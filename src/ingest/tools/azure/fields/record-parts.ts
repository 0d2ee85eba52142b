import {
  each,
  list,
  NAME,
  type ObjectShape,
  type PartShape,
  parts,
  TEXT,
  telling,
} from '../../../text/json/part-shapes.ts';
import { ASSIGNED_TO, BLOCKED, COLUMN, COLUMN_DONE, IS_DELETED, ITEM_FIELDS, STATE } from './reference-names.ts';

const DATES = [
  'System.CreatedDate',
  'System.ChangedDate',
  'Microsoft.VSTS.Common.ActivatedDate',
  'Microsoft.VSTS.Common.ClosedDate',
  'Microsoft.VSTS.Common.StateChangeDate',
];
const FIELDS = [
  ...[STATE, COLUMN, COLUMN_DONE, ASSIGNED_TO, BLOCKED, IS_DELETED, 'System.Id', 'System.Rev'],
  ...Object.values(ITEM_FIELDS).flat(),
];
const LINKS = list(telling(each(['rel', 'url'], TEXT)));

/** The fields of a work item, each as `of` of its value. */
function fieldsOf(of: (value: PartShape) => PartShape): ObjectShape {
  return parts({ ...each(FIELDS, of(NAME)), ...each(DATES, of(TEXT)) });
}

const UPDATE_PARTS = {
  ...each(['id', 'workItemId', 'rev', 'revisedDate', 'url'], TEXT),
  fields: fieldsOf((value) => telling({ newValue: value, oldValue: value })),
  relations: telling(each(['added', 'removed', 'updated'], LINKS)),
};

/** An update, alone or as a service hook sends it. */
export const UPDATE: ObjectShape = parts({ ...UPDATE_PARTS, eventType: TEXT, resource: parts(UPDATE_PARTS) });

/** A work item as it was in a revision. */
export const REVISION: ObjectShape = parts({
  ...each(['id', 'rev', 'url'], TEXT),
  fields: fieldsOf((value) => value),
  relations: LINKS,
});
