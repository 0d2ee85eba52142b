import { PitwallError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';
import type { Condition } from '../../model/settings.ts';
import type { ItemFieldValues } from '../item-field-values.ts';

const VALUES_NAMED = 5;
const LONGEST = 40;

/**
 * The finding where `--where` keeps no item: mostly a value is misspelt, and figures of nothing look like an answer.
 * @param condition the one that no item meets; null where each is met by some, and all together by none
 */
export function emptySelection(condition: Condition | null, items: Int32Array, fields: ItemFieldValues): PitwallError {
  const error = (what: string, where: string, cure: string) =>
    new PitwallError('empty-selection', what, where, `${cure}, or add --allow-empty`);
  if (condition === null) return error('no item meets all conditions', '--where', 'Leave one of them out');
  const { field, negated, text, values } = condition;
  const where = `--where ${text}`;
  if (negated) return error('it leaves no item', where, 'Name fewer values');
  const counts = new Map<string, number>();
  for (const item of items)
    for (const value of fields.all(field, item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size === 0) return error(`no item has a value of "${field}"`, where, 'Choose another field');
  if (values.every((value) => value === '')) return error(`every item has a value of "${field}"`, where, 'Name one');
  const near = new Set(values.map((value) => nearest(value, counts.keys())).filter((value) => value !== null));
  const cure =
    near.size > 0 ? `Did you mean ${[...near].map(quoted).join(' or ')}?` : `Its values: ${mostFrequent(counts)}`;
  return new PitwallError(
    'empty-selection',
    `no item has such a value of "${field}"`,
    where,
    `${cure}${near.size > 0 ? ' Else' : ';'} add --allow-empty`,
  );
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const values = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => quoted(value));
  const named = values.slice(0, VALUES_NAMED).join(', ');
  return values.length > VALUES_NAMED ? `${named} and ${values.length - VALUES_NAMED} more` : named;
}

function quoted(value: string): string {
  const characters = [...value];
  return `"${characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : value}"`;
}
