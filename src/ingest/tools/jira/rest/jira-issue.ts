import type { StatusCategory } from '../../../../model/workflow/status-category.ts';
import { type JsonObject, objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { categoryOfKey, categoryOfName } from '../issues/status-categories.ts';

/** An issue as the API gives it. */
export interface Issue {
  key: string;
  /** Jira's numeric id; empty where it is not given. */
  number: string;
  fields: JsonObject;
  /** The whole issue, beside its fields. */
  object: JsonObject;
  /** The entries of the changelog; null where the issue came without one. */
  histories: readonly unknown[] | null;
  /** How many entries Jira says there are; NaN if it does not say. */
  historyTotal: number;
}

/** Reads a record as an issue; null if it is none. */
export function readIssue(record: unknown): Issue | null {
  const object = objectOf(record);
  const key = textOf(own(object, 'key'));
  const fields = objectOf(own(object, 'fields'));
  if (object === null || key === '' || fields === null) return null;
  const changelog = objectOf(own(object, 'changelog'));
  const histories = own(changelog, 'histories');
  const total = own(changelog, 'total');
  return {
    key,
    number: textOf(own(object, 'id')),
    fields,
    object,
    histories: Array.isArray(histories) ? histories : null,
    historyTotal: typeof total === 'number' ? total : Number.NaN,
  };
}

/** True for what is beyond doubt a Jira issue: by its fields, as a server may have keys of any pattern. */
export function isJiraIssue(record: unknown): boolean {
  const issue = readIssue(record);
  if (issue === null) return false;
  const has = (field: string) => Object.hasOwn(issue.fields, field);
  return has('status') && (has('issuetype') || has('project'));
}

/** What Jira answers in place of issues when something is wrong; null if this is no such answer. */
export function errorMessages(value: unknown): string[] | null {
  const messages = own(objectOf(value), 'errorMessages');
  if (!Array.isArray(messages)) return null;
  const errors = objectOf(own(objectOf(value), 'errors')) ?? {};
  return [...messages.map(textOf), ...Object.values(errors).map(textOf)].filter((message) => message !== '');
}

/** The name of the issue's status today. */
export function currentStatus(issue: Issue): string {
  return textOf(own(objectOf(own(issue.fields, 'status')), 'name'));
}

/** Jira's id of the issue's status today; empty where it is not given. */
export function currentStatusId(issue: Issue): string {
  return textOf(own(objectOf(own(issue.fields, 'status')), 'id'));
}

/** What a status means by its category, given by its key or, in a language, by its name; null where it has none. */
function categoryOf(status: JsonObject | null): StatusCategory | null {
  const category = objectOf(own(status, 'statusCategory'));
  return categoryOfKey(textOf(own(category, 'key'))) ?? categoryOfName(textOf(own(category, 'name')));
}

/** What today's status means by its category; null where the issue does not say. */
export function currentCategory(issue: Issue): StatusCategory | null {
  return categoryOf(objectOf(own(issue.fields, 'status')));
}
