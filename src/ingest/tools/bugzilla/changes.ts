import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';
import type { ItemChange } from '../shared/item-history/history-entry.ts';

/** A bug; null if the record is none: it has a history, or what every bug has. */
export function bugOf(record: unknown): JsonObject | null {
  const bug = objectOf(record);
  if (textOf(own(bug, 'id')) === '') return null;
  const history = historyOf(bug);
  const isHistory =
    history !== null && (history.length === 0 ? own(bug, 'alias') !== undefined : history.every(isEntry));
  const isBug =
    textOf(own(bug, 'creation_time')) !== '' &&
    own(bug, 'product') !== undefined &&
    own(bug, 'component') !== undefined;
  return isHistory || isBug ? bug : null;
}

export function historyOf(bug: JsonObject | null): readonly unknown[] | null {
  const history = own(bug, 'history');
  return Array.isArray(history) ? history : null;
}

function isEntry(value: unknown): boolean {
  const changes = own(objectOf(value), 'changes');
  return Array.isArray(changes) && changes.every((change) => textOf(own(objectOf(change), 'field_name')) !== '');
}

/** What an entry of a bug's history changed; none if it says nothing about flow. */
export function changesOf(entry: JsonObject): ItemChange[] {
  const found: ItemChange[] = [];
  for (const { field, removed, added } of fieldChanges(entry)) {
    if (field === 'status' || field === 'bug_status') {
      if (added !== '') found.push({ kind: 'status', from: removed, to: added });
    } else if (field === 'assigned_to') {
      found.push({ kind: 'people', removed: assigneesOf(removed), added: assigneesOf(added) });
    }
  }
  return found;
}

/** All that an entry says, whatever the order it says it in: entries have no ids of their own. */
export function keyOf(entry: JsonObject): string {
  const said = fieldChanges(entry).map(({ field, removed, added }) => JSON.stringify([field, removed, added]));
  return said.sort().join();
}

/** What the resolution became; undefined if the entry leaves it. */
export function resolutionOf(entry: JsonObject): string | undefined {
  return fieldChanges(entry).find(({ field }) => field === 'resolution')?.added;
}

/** Bugs that nobody has belong to an address that says so. */
export function assigneesOf(address: string): string[] {
  return address === '' || /^nobody(?:@|$)/i.test(address) ? [] : [address];
}

function fieldChanges(entry: JsonObject): { field: string; removed: string; added: string }[] {
  const changes = own(entry, 'changes');
  return (Array.isArray(changes) ? changes : []).map((value) => {
    const change = objectOf(value);
    const text = (key: string) => textOf(own(change, key));
    return { field: text('field_name'), removed: text('removed'), added: text('added') };
  });
}
