import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import type { JsonRecords } from '../../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../../text/json/json-values.ts';
import type { Change } from '../issues/entries.ts';
import { KEY } from '../issues/issue-numbers.ts';
import { noteTwoEstimates } from '../issues/two-estimates.ts';
import type { Issue } from './jira-issue.ts';

type Known = 'points' | 'parent' | 'team' | 'blocked';

/** What the fields are called, whose ids differ from site to site. */
const BY_NAME: Readonly<Record<string, Known>> = {
  'story points': 'points',
  'story point estimate': 'points',
  'epic link': 'parent',
  team: 'team',
  flagged: 'blocked',
};
const BY_TYPE: Readonly<Record<string, Known>> = {
  'com.pyxis.greenhopper.jira:jsw-story-points': 'points',
  'com.pyxis.greenhopper.jira:gh-epic-link': 'parent',
  'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team': 'team',
};

interface Waiting {
  item: number;
  fieldId: string;
  value: string;
  updated: number;
}

/**
 * Points, epic, team and flag are in custom fields, of which a file gives the ids only. Which id is which, it says in the
 * `names` or `schema` that some responses have, or in the history of any issue: possibly a later one. So the values that
 * may be needed wait until the end of the file.
 */
export class CustomFields {
  readonly #roles = new Map<string, Known>();
  readonly #names = new Map<string, string>();
  readonly #waiting: Waiting[] = [];
  /** The last update of each issue, among its repetitions. */
  readonly #updated = new Map<number, number>();
  /** What was set already, as `field item`. */
  readonly #set = new Set<string>();

  /** Learns from an object with `names` (id → name) or `schema` (id → type): a response, or an issue. */
  learn(object: JsonObject | null): void {
    for (const [id, name] of Object.entries(objectOf(own(object, 'names')) ?? {})) this.#name(id, textOf(name));
    for (const [id, schema] of Object.entries(objectOf(own(object, 'schema')) ?? {})) {
      const type = textOf(own(objectOf(schema), 'custom'));
      if (Object.hasOwn(BY_TYPE, type)) this.#roles.set(id, BY_TYPE[type] as Known);
    }
  }

  learnChange(change: Change): void {
    if (change.fieldId.startsWith('customfield_')) this.#name(change.fieldId, change.fieldName);
  }

  /** Keeps an issue's values that may turn out to be one of these. */
  keep(item: number, issue: Issue, updated: number): void {
    this.#updated.set(item, updated);
    for (const fieldId of Object.keys(issue.fields)) {
      if (!fieldId.startsWith('customfield_')) continue;
      const value = issue.fields[fieldId];
      if (isFlag(value)) this.#roles.set(fieldId, 'blocked');
      // Points are numbers and epics are keys: of the many other values only those whose field is known are needed.
      const isCandidate = typeof value === 'number' || (typeof value === 'string' && KEY.test(value));
      const name = isCandidate || this.#roles.has(fieldId) ? nameOf(value) : '';
      if (name !== '') this.#waiting.push({ item, fieldId, value: name, updated });
    }
  }

  /** The id of a field by its name, as far as it is known by now. */
  idOf(name: string): string | undefined {
    return this.#names.get(name.toLowerCase());
  }

  /** Sets what is known at the end of the file; fields that the user mapped stay. Returns field → custom field ids. */
  write({ log, file, options }: JsonRecords): Map<Known, string[]> {
    const used = new Map<Known, string[]>();
    for (const { item, fieldId, value, updated } of this.#waiting) {
      const role = this.#roles.get(fieldId);
      // The issue came again, and as it was later.
      if (!Object.is(updated, this.#updated.get(item))) continue;
      if (role === undefined || Object.hasOwn(options.fields, role)) continue;
      const store = log.field(role);
      if (this.#set.has(`${role} ${item}`)) {
        if (role === 'points') noteTwoEstimates(log, file, item, store.dictionary.value(store.snapshot(item)), value);
        continue;
      }
      if (role === 'parent' && store.snapshot(item) !== 0) continue;
      this.#set.add(`${role} ${item}`);
      store.set(item, SNAPSHOT, store.dictionary.id(value));
      const ids = used.get(role) ?? [];
      if (!ids.includes(fieldId)) used.set(role, [...ids, fieldId]);
    }
    return used;
  }

  #name(id: string, name: string): void {
    const key = name.toLowerCase();
    this.#names.set(key, id);
    if (Object.hasOwn(BY_NAME, key)) this.#roles.set(id, BY_NAME[key] as Known);
  }
}

/** True for the value of Jira's own flag, whatever its field's id. */
function isFlag(value: unknown): boolean {
  return Array.isArray(value) && value.some((option) => textOf(own(objectOf(option), 'value')) === 'Impediment');
}
