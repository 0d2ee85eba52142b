import type { Condition } from '../model/settings.ts';
import type { Dataset } from './dataset.ts';
import { emptySelection } from './findings/empty-selection.ts';
import type { ItemFieldValues } from './item-field-values.ts';

/** What items are chosen from, and by which conditions. */
type SelectionBase = Pick<Dataset, 'fields' | 'settings' | 'timelines'>;

/**
 * The items that meet every condition, ascending.
 * @throws PitwallError `unknown-field`, `empty-selection`
 */
export function selectItems({ fields, settings, timelines: { count } }: SelectionBase): Int32Array {
  const { allowEmpty, where } = settings;
  for (const { field } of where) fields.check(field, '--where');
  const all = new Int32Array(count);
  for (let item = 0; item < count; item++) all[item] = item;
  if (where.length === 0) return all;
  const meeting = (conditions: readonly Condition[]) =>
    all.filter((item) => conditions.every((condition) => meets(item, condition, fields)));
  const selection = meeting(where);
  if (selection.length === 0 && count > 0 && !allowEmpty) {
    throw emptySelection(where.find((condition) => meeting([condition]).length === 0) ?? null, all, fields);
  }
  return selection;
}

/** An empty value asks for items that have none. */
function meets(item: number, { field, values, negated }: Condition, fields: ItemFieldValues): boolean {
  const own = fields.all(field, item);
  const met = values.some((value) => (value === '' ? own.length === 0 : own.includes(value)));
  return met !== negated;
}

/** The items of each value of a field, the value of the most items first; null: no value. */
export function groupItems(
  selection: Int32Array,
  field: string,
  fields: ItemFieldValues,
): { value: string | null; items: Int32Array }[] {
  fields.check(field, '--by');
  const groups = new Map<string | null, number[]>();
  for (let index = 0; index < selection.length; index++) {
    const item = selection[index] as number;
    const values = new Set<string | null>(fields.all(field, item));
    if (values.size === 0) values.add(null);
    for (const value of values) {
      const items = groups.get(value);
      if (items === undefined) groups.set(value, [item]);
      else items.push(item);
    }
  }
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length || compare(a[0], b[0]))
    .map(([value, items]) => ({ value, items: Int32Array.from(items) }));
}

function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
