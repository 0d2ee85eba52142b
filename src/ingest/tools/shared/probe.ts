import type { Probe, TableSample } from '../../format.ts';
import { findName } from '../../table/column-words/header-names.ts';
import { objectOf, own } from '../../text/json/json-values.ts';

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
 * @param missing what to say of another kind of file: of these, the keys that its records have are not missing
 */
export function probeRecords(
  records: readonly unknown[],
  isOfKind: (record: unknown) => boolean,
  marks: readonly string[],
  missing: readonly string[] = marks,
): Probe {
  const found = records.filter(isOfKind).length;
  if (found === 0 || found < records.length / 2) {
    const there = missing.map((mark) => hasMark(records, mark));
    return {
      score: 'no',
      matched: missing.filter((_, index) => there[index]),
      missing: missing.filter((_, index) => !there[index]),
    };
  }
  return { score: 'certain', matched: [...marks], missing: [] };
}

/** True if at least half of the records have something under a key such as `fields.status`; what follows it does not count. */
function hasMark(records: readonly unknown[], mark: string): boolean {
  const path = /^[\w$]+(?:\.[\w$]+)*/.exec(mark)?.[0].split('.') ?? [];
  const isWhole = path.length > 0 && path.join('.') === mark;
  const having = records.filter(
    (record) => path.reduce<unknown>((value, key) => own(objectOf(value), key), record) != null,
  );
  return isWhole && having.length > 0 && having.length >= records.length / 2;
}
