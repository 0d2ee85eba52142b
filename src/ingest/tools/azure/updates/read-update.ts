import type { JsonRecords } from '../../../format.ts';
import { type JsonObject, objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { fieldText } from '../fields/identities.ts';
import type { KeptFields } from '../fields/kept-fields.ts';
import { addressOf, parentIn } from '../fields/links.ts';
import { PARENT, URL } from '../fields/reference-names.ts';
import { emptyRevision, isRevisionNumber, type Revision } from '../fields/revision.ts';

/** The update in a record: the record itself, or what a service hook sent of it. Null if there is none. */
export function updateIn(record: unknown): JsonObject | null {
  const object = objectOf(record);
  const sent = objectOf(own(object, 'resource'));
  const update = sent !== null && /^workitem\./.test(textOf(own(object, 'eventType'))) ? sent : object;
  return itemOf(update) !== '' && isRevisionNumber(textOf(own(update, 'rev'))) ? update : null;
}

export function itemOf(update: JsonObject | null): string {
  return textOf(own(update, 'workItemId'));
}

/** Reads what an update changed. */
export function readUpdate(
  records: JsonRecords,
  update: JsonObject,
  line: number,
  kept: KeptFields,
  carried: Set<string>,
): Revision {
  const values = new Map<string, string>();
  const before = new Map<string, string>();
  const fields = objectOf(own(update, 'fields'));
  const put = (field: string, value: string) => {
    values.set(field, value);
    carried.add(field);
  };
  for (const field of Object.keys(fields ?? {})) {
    const change = objectOf((fields as JsonObject)[field]);
    if (change === null || !kept.keeps(field)) continue;
    // A field that was emptied has an old value alone.
    put(field, fieldText(field, own(change, 'newValue')));
    if (Object.hasOwn(change, 'oldValue')) before.set(field, fieldText(field, change.oldValue));
  }
  const relations = objectOf(own(update, 'relations'));
  const added = parentIn(own(relations, 'added'));
  const removed = parentIn(own(relations, 'removed'));
  if (!values.has(PARENT) && (added ?? removed) !== null) put(PARENT, added ?? '');
  const url = addressOf(textOf(own(update, 'url')));
  if (url !== '') put(URL, url);
  const changed = changeOf(fields, 'System.ChangedDate');
  const superseded = sane(records.instant(own(update, 'revisedDate')));
  const linksOnly = fields === null;
  return {
    ...emptyRevision(records.file, line),
    rev: Number(textOf(own(update, 'rev'))),
    update: Number(textOf(own(update, 'id'))) || 0,
    // revisedDate is when the next revision took the place of this one: no time of the change itself.
    at: linksOnly ? superseded : records.instant(changed),
    until: superseded,
    whole: false,
    linksOnly,
    values,
    carried,
    before,
    created: records.instant(changeOf(fields, 'System.CreatedDate')),
  };
}

function changeOf(fields: JsonObject | null, field: string): unknown {
  return own(objectOf(own(fields, field)), 'newValue');
}

/** The latest revision has the year 9999 there. */
function sane(at: number): number {
  return at < Date.UTC(9000, 0, 1) ? at : Number.NaN;
}

/** What Azure DevOps answers in place of work items when something is wrong; null if this is no such answer. */
export function errorMessage(value: unknown): string | null {
  const object = objectOf(value);
  const error = objectOf(own(object, 'error'));
  // Analytics puts its answer into `error`; the other services name the type of what went wrong.
  const message = textOf(own(error ?? object, 'message'));
  const isAzure = /^(?:TF|VS)\d{5,}\b/.test(message) || (error === null && textOf(own(object, 'typeKey')) !== '');
  return isAzure && message !== '' ? message : null;
}
