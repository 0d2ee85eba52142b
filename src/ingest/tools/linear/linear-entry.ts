import type { JsonRecords } from '../../format.ts';
import { type JsonObject, nameOf, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { nodesOf } from '../shared/graphql.ts';
import type { ItemChange } from '../shared/item-history/history-entry.ts';
import type { NamedHistories } from '../shared/item-history/named-histories.ts';
import { requiredInstant } from '../shared/json-rows.ts';
import { takeState } from './state-types.ts';

/** True for an entry of an issue's history, which may have changed several things at once. */
export function isEntry(value: unknown): boolean {
  const entry = objectOf(value);
  return (
    entry !== null &&
    Object.hasOwn(entry, 'createdAt') &&
    (Object.hasOwn(entry, 'toState') || Object.hasOwn(entry, 'fromState'))
  );
}

/** Takes one entry of an issue's history; accounts for it as a row. Returns its instant, NaN if it has none. */
export function takeEntry(
  records: JsonRecords,
  histories: NamedHistories,
  item: number,
  entry: JsonObject,
  line: number,
): number {
  const { file } = records;
  const id = textOf(own(entry, 'id'));
  if (id !== '' && histories.knows(id)) {
    file.merged++;
    return Number.NaN;
  }
  const written = own(entry, 'createdAt');
  const at = requiredInstant(records, written);
  if (Number.isNaN(at)) return Number.NaN;
  const changes = changesOf(records, histories, entry, at);
  if (changes.length === 0) {
    records.reject(
      'other-field',
      'Changes that say nothing about flow (titles, priorities, estimates …)',
      textOf(written),
    );
    return at;
  }
  file.used++;
  for (const change of changes) histories.add(item, { at, id, file, line }, change);
  return at;
}

function changesOf(records: JsonRecords, histories: NamedHistories, entry: JsonObject, at: number): ItemChange[] {
  const changes: ItemChange[] = [];
  const name = (key: string) => nameOf(own(entry, key));
  const [from = '', to = ''] = ['fromState', 'toState'].map((key) =>
    takeState(records, histories, own(entry, key), at),
  );
  if (to !== '') changes.push({ kind: 'status', from, to });
  const [removed, added] = [name('fromAssignee'), name('toAssignee')].map((person) => (person === '' ? [] : [person]));
  if (removed?.length || added?.length) {
    changes.push({ kind: 'people', removed: removed ?? [], added: added ?? [] });
  }
  for (const [key, isAdded] of [
    ['addedLabels', true],
    ['removedLabels', false],
  ] as const) {
    for (const label of nodesOf(own(entry, key)) ?? []) {
      if (nameOf(label) !== '') changes.push({ kind: 'label', label: nameOf(label), added: isAdded });
    }
  }
  return changes;
}
