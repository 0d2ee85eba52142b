import { headerKey } from '../table/header-key.ts';
import type { SampledColumn } from './typed-columns.ts';

/**
 * The column with the highest score; of several the fuller one, then the first by name. The order of the columns decides
 * nothing, so that a table with its columns moved gets the same proposal.
 *
 * @param score null for a column that is out of the question
 */
export function chooseColumn(
  columns: readonly SampledColumn[],
  score: (column: SampledColumn) => number | null,
): SampledColumn | undefined {
  const scored = columns.flatMap((column) => {
    const value = score(column);
    return value === null ? [] : [{ column, value }];
  });
  scored.sort(
    (a, b) =>
      b.value - a.value ||
      b.column.filled - a.column.filled ||
      (a.column.name < b.column.name ? -1 : a.column.name > b.column.name ? 1 : a.column.index - b.column.index),
  );
  return scored[0]?.column;
}

/** A score below 1 for a name in a list, the higher the earlier it stands; null if it is not in it. */
export function placeIn(names: readonly string[], name: string): number | null {
  const key = headerKey(name);
  const place = names.findIndex((known) => headerKey(known) === key);
  return place === -1 ? null : 1 - (place + 1) / (names.length + 1);
}
