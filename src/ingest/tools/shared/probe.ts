import type { Probe, TableSample } from '../../format.ts';
import { findName } from '../../table/column-words/header-names.ts';

/** Certain of a table that has all of these columns, each under one of its names, and none of the others. */
export function probeColumns(
  { header }: TableSample,
  wanted: readonly (readonly string[])[],
  unwanted: readonly string[] = [],
): Probe {
  const found = wanted.map((names) => findName(header, names));
  const matched = found.filter((column) => column !== -1).map((column) => header[column] as string);
  const missing = wanted.filter((_, index) => found[index] === -1).map(([name]) => name as string);
  if (missing.length > 0) return { score: 'no', matched, missing };
  const foreign = findName(header, unwanted);
  if (foreign !== -1) return { score: 'no', matched, missing: [`no column ${header[foreign]}`] };
  return { score: 'certain', matched, missing };
}

/**
 * Certain of a file at least half of whose records are of a kind.
 * @param marks the keys by which one recognises the kind
 */
export function probeRecords(
  records: readonly unknown[],
  isOfKind: (record: unknown) => boolean,
  marks: readonly string[],
  missing: readonly string[] = marks,
): Probe {
  const found = records.filter(isOfKind).length;
  if (found === 0 || found < records.length / 2) return { score: 'no', matched: [], missing: [...missing] };
  return { score: 'certain', matched: [...marks], missing: [] };
}
