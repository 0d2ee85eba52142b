import type { Condition } from '../model/settings.ts';
import type { ItemFieldValues } from './item-field-values.ts';

/** The items that meet every condition, ascending. */
export function selectItems(count: number, conditions: readonly Condition[], fields: ItemFieldValues): Int32Array {
  for (const { field } of conditions) fields.check(field, '--where');
  const all = new Int32Array(count);
  for (let item = 0; item < count; item++) all[item] = item;
  if (conditions.length === 0) return all;
  return all.filter((item) => conditions.every((condition) => meets(item, condition, fields)));
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
