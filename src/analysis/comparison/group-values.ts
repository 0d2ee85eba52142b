import { PitwallError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';
import type { Dataset } from '../dataset.ts';

const VALUES_NAMED = 5;
const NONE = '(none)';

/**
 * The items that have a value of a field; an empty value asks for those that have none.
 * @throws PitwallError `unknown-field`; `empty-selection` with the nearest value, if no item has it
 */
export function itemsOfValue(
  { fields, gate, settings: { allowEmpty } }: Dataset,
  selection: Int32Array,
  field: string,
  value: string,
): { items: Int32Array; label: string } {
  fields.check(field, '--by');
  const having = (wanted: string) =>
    selection.filter((item) => {
      const own = fields.all(field, item);
      return wanted === '' ? own.length === 0 : own.includes(wanted);
    });
  // Where people have lost their names, the value may be the data's or the one that outputs show.
  const wanted = [value, ...(gate === null ? [] : [gate.text(value)])];
  for (const one of wanted) {
    const items = having(one);
    if (items.length > 0) return { items, label: one === '' ? NONE : one };
  }
  if (allowEmpty) return { items: new Int32Array(0), label: wanted.at(-1) || NONE };
  throw noSuchValue(field, gate === null ? value : null, valuesOf());

  function valuesOf(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const item of selection)
      for (const one of fields.all(field, item)) counts.set(one, (counts.get(one) ?? 0) + 1);
    return counts;
  }
}

/** @param value null: it may be somebody's name, which nothing says */
function noSuchValue(field: string, value: string | null, counts: ReadonlyMap<string, number>): PitwallError {
  const what = value === null ? 'no item has one of the values' : `no item has the value "${value}"`;
  const near = value === null || value === '' ? null : nearest(value, counts.keys());
  const names = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => `"${name}"`);
  const more = names.length - VALUES_NAMED;
  const listed = `${names.slice(0, VALUES_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const cure =
    near !== null
      ? `Did you mean "${near}"? Else add --allow-empty`
      : names.length === 0
        ? 'No item has a value of it: choose another field'
        : `Its values: ${listed}; or add --allow-empty`;
  return new PitwallError('empty-selection', `${what} of "${field}"`, '--values', cure);
}
