import type { JsonRecords } from '../../../format.ts';
import { type JsonObject, objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { fieldText } from '../fields/identities.ts';
import type { KeptFields } from '../fields/kept-fields.ts';
import { addressOf, parentIn } from '../fields/links.ts';
import { PARENT, URL } from '../fields/reference-names.ts';
import { emptyRevision, isRevisionNumber, type Revision } from '../fields/revision.ts';

const CREATED = 'System.CreatedDate';
const CHANGED = 'System.ChangedDate';
const STARTED = 'Microsoft.VSTS.Common.ActivatedDate';
const FINISHED = 'Microsoft.VSTS.Common.ClosedDate';
const ENTERED = 'Microsoft.VSTS.Common.StateChangeDate';

/** A record with the fields of a work item; null for anything else. */
export function fieldsIn(record: unknown): JsonObject | null {
  const object = objectOf(record);
  const fields = objectOf(own(object, 'fields'));
  if (fields === null || Object.hasOwn(object as JsonObject, 'workItemId')) return null;
  return Object.keys(fields).some((field) => field.startsWith('System.')) ? fields : null;
}

export function idOf(record: unknown, fields: JsonObject): string {
  return textOf(own(objectOf(record), 'id')) || textOf(own(fields, 'System.Id'));
}

/** The number of the revision; NaN where there is none. */
export function revOf(record: unknown, fields: JsonObject): number {
  const rev = textOf(own(objectOf(record), 'rev')) || textOf(own(fields, 'System.Rev'));
  return isRevisionNumber(rev) ? Number(rev) : Number.NaN;
}

/** Reads a work item as it was in one revision. */
export function readRevision(
  records: JsonRecords,
  record: unknown,
  fields: JsonObject,
  line: number,
  kept: KeptFields,
  carried: Set<string>,
): Revision {
  const values = new Map<string, string>();
  const put = (field: string, value: string) => {
    carried.add(field);
    if (value !== '') values.set(field, value);
  };
  for (const field of Object.keys(fields)) if (kept.keeps(field)) put(field, fieldText(field, fields[field]));
  const parent = parentIn(own(objectOf(record), 'relations'));
  if (parent !== null && !values.has(PARENT)) put(PARENT, parent);
  const url = addressOf(textOf(own(objectOf(record), 'url')));
  if (url !== '') put(URL, url);
  const dates = (field: string) => records.instant(own(fields, field));
  return {
    ...emptyRevision(records.file, line),
    rev: revOf(record, fields),
    at: dates(CHANGED),
    values,
    carried,
    created: dates(CREATED),
    started: dates(STARTED),
    finished: dates(FINISHED),
    entered: dates(ENTERED),
  };
}
