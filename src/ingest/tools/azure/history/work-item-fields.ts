import type { EventLog } from '../../../../model/log/event-log.ts';
import { SNAPSHOT } from '../../../../model/log/item-fields.ts';
import type { ReadOptions } from '../../../format.ts';
import { ITEM_FIELDS } from '../fields/reference-names.ts';
import type { ItemState } from '../states/item-state.ts';

/** Writes the fields of an item as they are after its last revision, and those that the user names. */
export function writeFields(log: EventLog, { fields, extraFields }: ReadOptions, item: number, state: ItemState): void {
  const set = (field: string, value: string) => {
    if (value === '') return;
    const store = log.field(field);
    store.set(item, SNAPSHOT, store.dictionary.id(value));
  };
  for (const [field, references] of Object.entries(ITEM_FIELDS)) {
    const named = Object.hasOwn(fields, field) ? state.meant(fields[field] as string) : '';
    set(field, named || firstOf(references, state));
  }
  for (const field of extraFields) {
    if (!Object.hasOwn(ITEM_FIELDS, field)) set(field, state.meant(field));
  }
}

function firstOf(references: readonly string[], state: ItemState): string {
  for (const reference of references) {
    const value = state.value(reference);
    if (value !== '') return value;
  }
  return '';
}
