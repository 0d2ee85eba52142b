import type { ReferenceRow } from '../types.ts';
import { statusKey } from '../workflow.ts';

/** Definitions §3, rules 1 to 3: which rows count, and in which order. */

/** Rule 1: a source that steps back more often than forward, item by item, is newest-first and is turned round. */
export function inInputOrder(rows: ReferenceRow[]): ReferenceRow[] {
  const lastOf = new Map<string, number>();
  let forward = 0;
  let back = 0;
  for (const row of rows) {
    const last = lastOf.get(row.id.trim());
    if (last !== undefined && row.at > last) forward += 1;
    if (last !== undefined && row.at < last) back += 1;
    lastOf.set(row.id.trim(), row.at);
  }
  return back > forward ? [...rows].reverse() : rows;
}

function fromKey(row: ReferenceRow): string | null {
  return row.from === null || row.from.trim() === '' ? null : statusKey(row.from);
}

/** Rule 2: of the same row twice, the first in input order. The rows are one item's. */
export function withoutDuplicates(rows: ReferenceRow[]): ReferenceRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify([row.at, fromKey(row), statusKey(row.to)]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * The first order, in input order, in which every `from` equals the `to` before it. `before` is the `to` that the
 * first one must take up; null: any.
 */
function chain(rows: ReferenceRow[], before: string | null): ReferenceRow[] | null {
  if (rows.length === 0) return [];
  for (const [place, row] of rows.entries()) {
    if (before !== null && fromKey(row) !== before) continue;
    const rest = chain(rows.toSpliced(place, 1), statusKey(row.to));
    if (rest !== null) return [row, ...rest];
  }
  return null;
}

/** Rule 3: by instant; tied rows as their `from`s chain, else in input order. The rows are one item's. */
export function sorted(rows: ReferenceRow[]): ReferenceRow[] {
  const result: ReferenceRow[] = [];
  const instants = [...new Set(rows.map((row) => row.at))].sort((a, b) => a - b);
  for (const instant of instants) {
    const tied = rows.filter((row) => row.at === instant);
    const last = result.at(-1);
    let order = tied;
    if (tied.length > 1 && tied.every((row) => fromKey(row) !== null)) {
      const joined = last === undefined ? null : chain(tied, statusKey(last.to));
      order = joined ?? chain(tied, null) ?? tied;
    }
    result.push(...order);
  }
  return result;
}

/** How often a `from` differs from the `to` before it (rule 7). */
export function gapsIn(rows: ReferenceRow[]): number {
  return rows.filter((row, place) => {
    const previous = rows[place - 1];
    return previous !== undefined && fromKey(row) !== null && fromKey(row) !== statusKey(previous.to);
  }).length;
}

/** The status that the row says the item was in; null if it does not say. */
export function statedFrom(row: ReferenceRow): string | null {
  return fromKey(row) === null ? null : row.from;
}
