import type { JsonRecords } from '../../../format.ts';
import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { UNREADABLE } from '../../shared/required-cells.ts';
import { fieldKey } from './field-key.ts';

/** One changed field of one entry of a changelog. */
export interface Change {
  at: number;
  /** In lower case, as `fieldKey` tells it: Jira's own field ids are missing on many entries. */
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

/** One entry of a changelog: what somebody changed at one instant. */
export interface Entry {
  at: number;
  /** Jira's id of it; empty where it has none. */
  id: string;
  changes: readonly Change[];
}

/**
 * The entries of an issue, oldest first. Files list them in either direction, so the order of the file says nothing;
 * entries of one instant are in the order of their ids. An entry that overlapping pages repeat counts once.
 *
 * @param undated gets what an entry has in place of its date; the entry is left out
 */
export function readEntries(
  histories: readonly unknown[],
  records: JsonRecords,
  undated: (text: string) => void = (text) => records.badCell('unreadable-date', UNREADABLE, text),
): Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const history of histories) {
    const entry = objectOf(history);
    const id = textOf(own(entry, 'id'));
    if (id !== '' && seen.has(id)) continue;
    seen.add(id);
    const created = own(entry, 'created');
    const at = records.instant(created);
    if (Number.isNaN(at)) {
      undated(textOf(created));
      continue;
    }
    const items = own(entry, 'items');
    entries.push({ at, id, changes: Array.isArray(items) ? items.map((item) => readChange(item, at)) : [] });
  }
  return entries.sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id) || 0);
}

/** The keys that an issue had before it was moved to other projects, by its changes of key. */
export function formerKeys(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ changes }) =>
    changes.flatMap(({ field, fromText }) => (field === 'key' && fromText !== '' ? [fromText] : [])),
  );
}

function readChange(value: unknown, at: number): Change {
  const item = objectOf(value);
  const fieldName = textOf(own(item, 'field'));
  const fieldId = textOf(own(item, 'fieldId'));
  const [from, to] = [textOf(own(item, 'from')), textOf(own(item, 'to'))];
  return {
    at,
    field: fieldKey({ name: fieldName, type: textOf(own(item, 'fieldtype')), id: fieldId, values: [from, to] }),
    fieldName,
    fieldId,
    from,
    fromText: textOf(own(item, 'fromString')),
    to,
    toText: textOf(own(item, 'toString')),
  };
}
