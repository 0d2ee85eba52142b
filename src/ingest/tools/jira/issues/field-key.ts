/** Jira's own fields by their names in lower case: a custom field may be called the same, and is another one. */
const OWN: ReadonlySet<string> = new Set([
  ...['status', 'assignee', 'key', 'project', 'summary', 'issuetype', 'priority', 'resolution', 'labels', 'parent'],
]);

/** What an entry of a changelog says of the field that it changed. */
export interface ChangedField {
  name: string;
  /** `jira` or `custom`; empty where it is missing. */
  type: string;
  id: string;
  /** The ids of the values before and after; empty where they are missing. */
  values: readonly string[];
}

/**
 * What a changed field is known by: its name in lower case. A custom field that is called like one of Jira's own is told
 * apart. The flag is a custom field itself, one of boxes to tick, whose values are lists of ids.
 */
export function fieldKey({ name, type, id, values }: ChangedField): string {
  const key = name.toLowerCase();
  const isCustom = type.toLowerCase() === 'custom' || id.startsWith('customfield_');
  if (!isCustom) return key;
  const isOther = key === 'flagged' ? values.some((value) => /^[^[]/.test(value)) : OWN.has(key);
  return isOther ? `custom field ${key}` : key;
}
