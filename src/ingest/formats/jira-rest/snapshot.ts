import { SNAPSHOT } from '../../../model/item-fields.ts';
import type { JsonRecords, ReadOptions } from '../../format.ts';
import type { CustomFields } from './custom-fields.ts';
import type { Issue } from './issue.ts';
import { nameOf, objectOf, own, textOf } from './json.ts';

/** Field → where in an issue it stands, for the mapping of the file. */
export const FIELD_PATHS: Readonly<Record<string, string>> = {
  title: 'fields.summary',
  type: 'fields.issuetype.name',
  priority: 'fields.priority.name',
  resolution: 'fields.resolution.name',
  labels: 'fields.labels',
  components: 'fields.components',
  team: 'fields.components',
  project: 'fields.project.key',
  parent: 'fields.parent.key',
};

/** Fields that no path gives, unless the user names one. */
const COMPUTED: readonly string[] = ['points', 'sprint', 'url'];

/** What the user mapped of the fields of an issue; other mappings are meant for other formats. */
export function mappedPaths(options: ReadOptions): [field: string, path: string][] {
  const mappable = (field: string) => Object.hasOwn(FIELD_PATHS, field) || COMPUTED.includes(field);
  return Object.entries(options.fields).filter(([field]) => mappable(field));
}

/** Writes what an issue is today; what it was before is not kept for these fields. */
export function writeSnapshot(records: JsonRecords, item: number, issue: Issue, custom: CustomFields): void {
  const { log, options } = records;
  const set = (field: string, value: string) => {
    if (value === '') return;
    const store = log.field(field);
    store.set(item, SNAPSHOT, store.dictionary.id(value));
  };
  for (const [field, path] of Object.entries(FIELD_PATHS)) set(field, atPath(issue, path));
  set('sprint', sprintOf(issue));
  set('url', urlOf(issue));
  for (const [field, path] of mappedPaths(options)) set(field, atPath(issue, path));
  for (const field of options.extraFields) {
    if (Object.hasOwn(FIELD_PATHS, field) || (COMPUTED.includes(field) && log.hasField(field))) continue;
    const id = Object.hasOwn(issue.fields, field) ? field : custom.idOf(field);
    if (id !== undefined) set(field, nameOf(own(issue.fields, id)));
  }
}

/** The value at a path such as `fields.customfield_10016` or `customfield_10016`. */
function atPath(issue: Issue, path: string): string {
  const steps = path.split('.');
  let value: unknown = Object.hasOwn(issue.object, steps[0] as string) ? issue.object : issue.fields;
  for (const step of steps) value = own(objectOf(value), step);
  return nameOf(value);
}

/** The last of the issue's sprints, which is the current one. Recognised by its form: its field's id is any number. */
function sprintOf(issue: Issue): string {
  for (const value of Object.values(issue.fields)) {
    const last: unknown = Array.isArray(value) ? value.at(-1) : undefined;
    if (typeof last === 'string' && last.startsWith('com.atlassian.greenhopper.service.sprint.Sprint')) {
      return /[[,]name=([^\]]*?)(?:,\w+=|\])/.exec(last)?.[1] ?? '';
    }
    const sprint = objectOf(last);
    if (/^(active|closed|future)$/i.test(textOf(own(sprint, 'state')))) return textOf(own(sprint, 'name'));
  }
  return '';
}

/** The address for people, made from the address for programs. */
function urlOf(issue: Issue): string {
  const match = /^(https?:\/\/.+?)\/rest\//.exec(textOf(own(issue.object, 'self')));
  return match === null ? '' : `${match[1]}/browse/${issue.key}`;
}
