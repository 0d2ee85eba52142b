import { isObject } from '../text/json/json-values.ts';
import type { RecordWrapping } from '../text/json/outer-keys.ts';

/** Keys under which tools put the array of records, whatever else is beside it. */
export const RECORD_KEYS: ReadonlySet<string> = new Set([
  'issues',
  'values',
  'value',
  'data',
  'activities',
  'bugs',
  'records',
  'results',
  'result',
  'tickets',
]);

/** An object with one of these is a record itself: an array in it belongs to it. */
const IDENTITY_KEYS: ReadonlySet<string> = new Set(['id', 'key', 'number', 'iid', 'gid', 'identifier', 'name', 'uuid']);

/** What may be beside `data` in the answer of a GraphQL server. */
const ANSWER_KEYS: ReadonlySet<string> = new Set(['data', 'errors', 'extensions', 'account_id', 'complexity']);

/** An envelope in an envelope: the search index of a collecting program. Deeper, nothing is known to be nested. */
const MOST_ENVELOPES = 3;

type JsonObject = Record<string, unknown>;

/** An object with this address under `self` is a record itself: a page of the changelog of the issue that it names. */
function isRecordAddress(self: string): boolean {
  return /\/rest\/api\/[^/]+\/issue\/[^/]+\/changelog\b/.test(self);
}

/**
 * The records that an object wraps, taken out of it; null if the object is a record itself. Knows the known keys, one
 * array of objects beside plain values, GraphQL answers (`{ data: { issues: { nodes: […] } } }`, `edges[].node`), and the
 * hits of a search (`{ hits: { hits: […] } }`), and collections of HAL (`{ _embedded: { elements: […] } }`).
 */
function unwrap(object: JsonObject): unknown[] | null {
  const keys = Object.keys(object);
  if (opened(object) !== null) return null;
  const { hits } = object;
  if (isObject(hits) && Array.isArray(hits.hits)) return take(hits, 'hits');
  if (object._type === 'Collection' && isObject(object._embedded) && Array.isArray(object._embedded.elements))
    return take(object._embedded, 'elements');
  if (typeof object.self === 'string' && isRecordAddress(object.self)) return null;
  if (keys.some((key) => IDENTITY_KEYS.has(key))) return null;
  const known = keys.find((key) => RECORD_KEYS.has(key) && Array.isArray(object[key]));
  if (known !== undefined) return take(object, known);
  if (isObject(object.data) && keys.every((key) => ANSWER_KEYS.has(key))) return deepest(object.data, 4);
  const arrays = keys.filter((key) => isRecords(object[key]));
  return arrays.length === 1 ? take(object, arrays[0] as string) : null;
}

/** Keys that only an item has: an object with one of these was requested by itself, and its lists belong to it. */
const ITEM_KEYS: readonly string[] = ['identifier', 'iid', 'number'];

/** The first array of objects, the nearest first; if an answer is about one item alone, that item is the record. */
function deepest(object: JsonObject, depth: number): unknown[] | null {
  if (ITEM_KEYS.some((key) => Object.hasOwn(object, key))) return [object];
  const key = Object.keys(object).find(
    (name) => isRecords(object[name]) || (Array.isArray(object[name]) && /^(?:nodes|edges)$/.test(name)),
  );
  if (key !== undefined) return take(object, key);
  if (depth === 0) return null;
  for (const value of Object.values(object)) {
    const found = isObject(value) ? deepest(value, depth - 1) : null;
    if (found !== null) return found;
  }
  return null;
}

function take(object: JsonObject, key: string): unknown[] {
  const records = object[key] as unknown[];
  delete object[key];
  return records.map((record) =>
    isObject(record) && Object.keys(record).length <= 2 && isObject(record.node) ? record.node : record,
  );
}

/** True for a list of objects. A null among them is a record to reject, and no reason to read nothing. */
function isRecords(value: unknown): boolean {
  return Array.isArray(value) && value.some(isObject) && value.every((record) => record === null || isObject(record));
}

/**
 * What an envelope holds: of GrimoireLab's Perceval (`backend_name`, `data` and when and where it was fetched), or of a hit
 * of Elasticsearch (`_index`, `_id`, `_source`). Null if a record is no envelope.
 */
function opened(record: JsonObject): JsonObject | null {
  const has = (key: string) => Object.hasOwn(record, key);
  if (has('backend_name') && isObject(record.data)) return record.data;
  if (has('_source') && (has('_index') || has('_id')) && isObject(record._source)) return record._source;
  return null;
}

function inner(record: unknown): unknown {
  let value = record;
  for (let depth = 0; depth < MOST_ENVELOPES && isObject(value); depth++) {
    const within = opened(value);
    if (within === null) break;
    value = within;
  }
  return value;
}

/** How the known tools wrap records. */
export const JSON_WRAPPING: RecordWrapping = {
  recordKeys: RECORD_KEYS,
  identityKeys: IDENTITY_KEYS,
  isRecordAddress,
  unwrap,
  inner,
};
