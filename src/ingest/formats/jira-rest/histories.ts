import type { JsonRecords } from '../../format.ts';
import { objectOf, own, textOf } from './json.ts';

/** One changed field of one history entry. */
export interface Change {
  at: number;
  /** In lower case: Jira's own field ids are missing on many entries. */
  field: string;
  /** As Jira writes it. */
  fieldName: string;
  /** `customfield_10021`; empty where it is missing. */
  fieldId: string;
  from: string;
  fromText: string;
  to: string;
  toText: string;
}

/**
 * The changes of an issue, oldest first. Files list them in either direction, so the order of the file says nothing;
 * entries of one instant stand in the order of their ids. An entry that overlapping pages repeat counts once.
 */
export function readChanges(histories: readonly unknown[], records: JsonRecords): Change[] {
  const entries: { at: number; id: number; items: readonly unknown[] }[] = [];
  const seen = new Set<string>();
  for (const history of histories) {
    const entry = objectOf(history);
    const id = textOf(own(entry, 'id'));
    if (id !== '' && seen.has(id)) continue;
    seen.add(id);
    const created = own(entry, 'created');
    const at = records.instant(created);
    if (Number.isNaN(at)) {
      records.badCell('unreadable-date', 'Cells that are no dates', textOf(created));
      continue;
    }
    const items = own(entry, 'items');
    entries.push({ at, id: Number(id), items: Array.isArray(items) ? items : [] });
  }
  entries.sort((a, b) => a.at - b.at || a.id - b.id || 0);
  return entries.flatMap(({ at, items }) => items.map((item) => readChange(item, at)));
}

function readChange(value: unknown, at: number): Change {
  const item = objectOf(value);
  const fieldName = textOf(own(item, 'field'));
  return {
    at,
    field: fieldName.toLowerCase(),
    fieldName,
    fieldId: textOf(own(item, 'fieldId')),
    from: textOf(own(item, 'from')),
    fromText: textOf(own(item, 'fromString')),
    to: textOf(own(item, 'to')),
    toText: textOf(own(item, 'toString')),
  };
}
