import { isObject } from '../text/json/json-values.ts';
import { fromText, kindOf } from '../text/json/part-shapes.ts';
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
  /** What stands in a column of a record in place of a cell, and is left out of it; null for plain values and lists of them. */
  leftOut(record: unknown, column: number): string | null;
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
      leftOut: (record, column) => (Array.isArray(record) ? notPlain(record[column]) : null),
    };
  }
  const seen: SeenPaths = { paths: new Map(), places: new Map() };
  for (const record of sample) if (isObject(record)) addPaths(record, [], seen);
  const keys = [...seen.paths.values()];
  return {
    header: [...seen.paths.keys()],
    headerFirst: false,
    paths: keys,
    cells: (record) => (isObject(record) ? keys.map((path) => cell(valueAt(record, path))) : null),
    leftOut: (record, column) => (isObject(record) ? leftOutAt(record, keys[column] ?? [], seen.places) : null),
  };
}

/** What the sample has at a path: in how many records a cell, in how many an object, and the keys of the objects. */
interface Place {
  cells: number;
  objects: number;
  keys: Set<string>;
}

interface SeenPaths {
  /** The path of each column, by its name. */
  paths: Map<string, string[]>;
  places: Map<string, Place>;
}

function addPaths(object: Record<string, unknown>, before: readonly string[], seen: SeenPaths): void {
  const parent = placeAt(seen.places, before);
  parent.objects++;
  for (const key of Object.keys(object)) {
    const path = [...before, key];
    const value = object[key];
    parent.keys.add(key);
    if (!isObject(value)) {
      seen.paths.set(path.join('.'), path);
      if (value !== null && value !== '') placeAt(seen.places, path).cells++;
    } else if (path.length < DEEPEST) addPaths(value, path, seen);
  }
}

function placeAt(places: Map<string, Place>, path: readonly string[]): Place {
  const key = JSON.stringify(path);
  const place = places.get(key) ?? { cells: 0, objects: 0, keys: new Set() };
  places.set(key, place);
  return place;
}

/** Own keys only: a path such as `constructor.name` must find nothing in an object that lacks it. */
function valueAt(record: Record<string, unknown>, path: readonly string[]): unknown {
  let value: unknown = record;
  for (const key of path) {
    const object = typeof value === 'string' ? fromText(value) : value;
    if (!isObject(object) || !Object.hasOwn(object, key)) return undefined;
    value = object[key];
  }
  return value;
}

/** What stands on the way to a cell, or in its place, and is no cell. */
function leftOutAt(
  record: Record<string, unknown>,
  path: readonly string[],
  places: ReadonlyMap<string, Place>,
): string | null {
  let value: unknown = record;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined || value === '') return null;
    const object = typeof value === 'string' ? fromText(value) : value;
    if (!isObject(object)) return kindOf(value);
    if (!Object.hasOwn(object, key)) return isHeld(object, path.slice(0, depth), places) ? null : kindOf(object);
    value = object[key];
  }
  return isObject(value) && isHeld(value, path, places) ? null : notPlain(value);
}

/** Whether other columns hold what is in an object: it is of the kind that most records have there. True for an empty one. */
function isHeld(object: Record<string, unknown>, path: readonly string[], places: ReadonlyMap<string, Place>): boolean {
  const keys = Object.keys(object);
  if (keys.length === 0) return true;
  const place = places.get(JSON.stringify(path));
  return place !== undefined && place.objects >= place.cells && keys.some((key) => place.keys.has(key));
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

function notPlain(value: unknown): string | null {
  const isPlain = Array.isArray(value)
    ? value.every((part) => typeof part !== 'object' || part === null)
    : !isObject(value);
  return isPlain ? null : kindOf(value);
}
