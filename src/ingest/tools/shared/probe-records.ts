import type { Probe } from '../../format.ts';

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
