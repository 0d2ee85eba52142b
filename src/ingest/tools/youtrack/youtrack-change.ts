import type { EventLog } from '../../../model/log/event-log.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';

/** A change of one field of an issue. */
export interface FieldChange {
  field: string;
  removed: readonly string[];
  added: readonly string[];
}

export function isActivity(value: unknown): boolean {
  const activity = objectOf(value);
  const timestamp = own(activity, 'timestamp');
  return /ActivityItem$/.test(textOf(own(activity, '$type'))) && /^\d{13}$/.test(textOf(timestamp));
}

/** The readable id of the issue that an activity is of; empty where it does not say. */
export function issueOf(activity: JsonObject): string {
  const target = objectOf(own(activity, 'target'));
  return textOf(own(target, 'idReadable')) || textOf(own(objectOf(own(target, 'issue')), 'idReadable'));
}

/** The id of that issue which stays when it moves to another project; empty where the activity does not say. */
export function internalIdOf(activity: JsonObject): string {
  const target = objectOf(own(activity, 'target'));
  const issue = objectOf(own(target, 'issue')) ?? target;
  return textOf(own(issue, 'idReadable')) === '' ? '' : textOf(own(issue, 'id'));
}

/** True for the activity that an issue begins with. */
export function isCreation(activity: JsonObject): boolean {
  const category = textOf(own(objectOf(own(activity, 'category')), 'id'));
  return category === 'IssueCreatedCategory' || textOf(own(activity, '$type')) === 'IssueCreatedActivityItem';
}

/** The field that an activity changed, and how; null for comments, links, texts and the like. */
export function readChange(activity: JsonObject): FieldChange | null {
  if (!/^CustomField/.test(textOf(own(activity, '$type')))) return null;
  const field = nameOf(own(activity, 'field'));
  if (field === '') return null;
  return { field, removed: namesOf(own(activity, 'removed')), added: namesOf(own(activity, 'added')) };
}

/** A list of objects with names, one of them, or plain text. */
function namesOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.map(personOrName).filter((name) => name !== '');
}

/** People are shown by their full names, everything else by its name. */
function personOrName(value: unknown): string {
  const object = objectOf(value);
  return textOf(own(object, 'fullName')) || nameOf(value) || textOf(own(object, 'login'));
}

/** Notes what the states in a value mean, as each says whether it resolves an issue; other values say nothing. */
export function takeStates(log: EventLog, value: unknown): void {
  for (const one of Array.isArray(value) ? value : [value]) {
    const state = objectOf(one);
    const resolves = own(state, 'isResolved');
    if (typeof resolves === 'boolean') log.categorize(personOrName(state), resolves ? 'closed' : 'open');
  }
}

/** The value of an issue's custom field by its name. */
export function customField(issue: JsonObject, name: string): string {
  const all = own(issue, 'customFields');
  for (const value of Array.isArray(all) ? all : []) {
    const field = objectOf(value);
    if (textOf(own(field, 'name')).toLowerCase() !== name.toLowerCase()) continue;
    const held = own(field, 'value');
    return Array.isArray(held) ? held.map(personOrName).join('; ') : personOrName(held);
  }
  return '';
}
