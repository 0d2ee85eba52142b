import { isObject } from '../text/json/json-values.ts';
import type { Path } from '../text/json/record-shapes.ts';

/** How deep objects within records become columns: `fields.status.name` is three. */
const DEEPEST = 4;

/** A JSON record's cells: an object's by path, an array's by position. */
export interface JsonTable {
  /** Paths such as `fields.status`, or the first record where records are arrays. */
  header: readonly string[];
  /** True if the first record is the header, not a row. */
  headerFirst: boolean;
  /** Where the value of each column is in a record. */
  paths: readonly Path[];
  /** The cells of a record; null if it is not of the table's kind. */
  cells(record: unknown): string[] | null;
}

/** Presents JSON records as a table, with a column for each path in the sample's records. */
export function jsonTable(sample: readonly unknown[]): JsonTable {
  const [first] = sample;
  if (Array.isArray(first)) {
    return {
      header: first.map(cell),
      headerFirst: true,
      paths: first.map((_, position) => [position]),
      cells: (record) => (Array.isArray(record) ? record.map(cell) : null),
    };
  }
  const paths = new Map<string, string[]>();
  for (const record of sample) if (isObject(record)) addPaths(record, [], paths);
  const keys = [...paths.values()];
  return {
    header: [...paths.keys()],
    headerFirst: false,
    paths: keys,
    cells: (record) => (isObject(record) ? keys.map((path) => cell(valueAt(record, path))) : null),
  };
}

function addPaths(object: Record<string, unknown>, before: readonly string[], paths: Map<string, string[]>): void {
  for (const key of Object.keys(object)) {
    const path = [...before, key];
    const value = object[key];
    if (isObject(value)) {
      if (path.length < DEEPEST) addPaths(value, path, paths);
    } else paths.set(path.join('.'), path);
  }
}

/** Own keys only: a path such as `constructor.name` must find nothing in an object that lacks it. */
function valueAt(record: Record<string, unknown>, path: readonly string[]): unknown {
  let value: unknown = record;
  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** A value as a cell: lists of plain values joined with `;`; empty for null and for values that are not plain. */
function cell(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value)
    ? value
        .map((part) => (typeof part === 'object' ? '' : cell(part)))
        .filter((part) => part !== '')
        .join(';')
    : '';
}
