import type { JsonRecords, ReadOptions } from '../../../format.ts';
import { nameOf, objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { setField } from '../../shared/item-table/item-snapshot.ts';
import type { CustomFields } from './custom-fields.ts';
import type { Issue } from './jira-issue.ts';
import { sprintsOf } from './sprints.ts';

/** Field → where it is in an issue, for the mapping of the file. */
export const FIELD_PATHS: Readonly<Record<string, string>> = {
  title: 'fields.summary',
  type: 'fields.issuetype.name',
  priority: 'fields.priority.name',
  resolution: 'fields.resolution.name',
  labels: 'fields.labels',
  components: 'fields.components',
  'fix versions': 'fields.fixVersions',
  team: 'fields.components',
  project: 'fields.project.key',
  parent: 'fields.parent.key',
};

/** Fields that no path gives, unless the user names one. */
const COMPUTED: readonly string[] = ['points', 'sprint', 'sprints', 'blocked', 'url'];

/** What the user mapped of the fields of an issue; other mappings are meant for other formats. */
export function mappedPaths(options: ReadOptions): [field: string, path: string][] {
  const mappable = (field: string) => Object.hasOwn(FIELD_PATHS, field) || COMPUTED.includes(field);
  return Object.entries(options.fields).filter(([field]) => mappable(field));
}

/** Writes what issues are today; what they were before is not kept for these fields. */
export class SnapshotWriter {
  readonly #records: JsonRecords;
  readonly #custom: CustomFields;
  /** Field → where it was found. */
  readonly #found = new Map<string, string>();

  constructor(records: JsonRecords, custom: CustomFields) {
    this.#records = records;
    this.#custom = custom;
  }

  write(item: number, issue: Issue, updated: number): void {
    const { log, options } = this.#records;
    for (const [field, path] of Object.entries(FIELD_PATHS)) this.#set(item, field, atPath(issue, path), path);
    const sprints = sprintsOf(issue);
    if (sprints !== null) {
      this.#set(item, 'sprint', sprints.names.at(-1) ?? '', `${sprints.path} (the last)`);
      this.#set(item, 'sprints', sprints.names.join('; '), sprints.path);
    }
    // What boards give of an issue, besides what it has.
    if (own(issue.fields, 'flagged') === true) this.#set(item, 'blocked', 'flagged', 'fields.flagged');
    if (atPath(issue, 'parent.key') === '')
      this.#set(item, 'parent', atPath(issue, 'fields.epic.key'), 'fields.epic.key');
    this.#set(item, 'url', urlOf(issue), 'self');
    for (const [field, path] of mappedPaths(options)) this.#set(item, field, atPath(issue, path), path);
    for (const field of options.extraFields) {
      if (Object.hasOwn(FIELD_PATHS, field) || (COMPUTED.includes(field) && log.hasField(field))) continue;
      const id = Object.hasOwn(issue.fields, field) ? field : this.#custom.idOf(field);
      if (id !== undefined) this.#set(item, field, nameOf(own(issue.fields, id)), `fields.${id}`);
    }
    this.#custom.keep(item, issue, updated);
  }

  /** Writes what showed at the end of the file only. Returns field → where it was found. */
  end(): ReadonlyMap<string, string> {
    for (const [field, ids] of this.#custom.write(this.#records))
      this.#found.set(field, ids.map((id) => `fields.${id}`).join(', '));
    return this.#found;
  }

  #set(item: number, field: string, value: string, path: string): void {
    if (value === '') return;
    setField(this.#records.log, item, field, value);
    if (!this.#found.has(field)) this.#found.set(field, path);
  }
}

/** The value at a path such as `fields.customfield_10016` or `customfield_10016`. */
function atPath(issue: Issue, path: string): string {
  const steps = path.split('.');
  let value: unknown = Object.hasOwn(issue.object, steps[0] as string) ? issue.object : issue.fields;
  for (const step of steps) value = own(objectOf(value), step);
  return nameOf(value);
}

/** The address for people, made from the address for programs. */
function urlOf(issue: Issue): string {
  const match = /^(https?:\/\/.+?)\/rest\//.exec(textOf(own(issue.object, 'self')));
  return match === null ? '' : `${match[1]}/browse/${issue.key}`;
}
