import type { JsonFormat } from '../../ingest/format.ts';
import type { PartShape } from '../../ingest/text/json/part-shapes.ts';

const KEY = /[\p{L}\p{N}_$]+/gu;

/** The keys in a path such as `_links.status.title (of today)`, and the words beside them. */
export function keysIn(text: string): string[] {
  return text.match(KEY) ?? [];
}

/** The keys that a format of JSON names itself: in the paths that it reads, and in the shapes of what it reads. */
export function keysOfFormat({ fields, parts }: JsonFormat): Set<string> {
  const keys = new Set(Object.values(fields).flatMap(keysIn));
  if (parts !== undefined) addKeys(parts, keys);
  return keys;
}

function addKeys(shape: PartShape, keys: Set<string>): void {
  if (shape.is === 'list' || shape.is === 'map') addKeys(shape.of, keys);
  if (shape.is !== 'object') return;
  for (const [key, part] of Object.entries(shape.parts)) {
    keys.add(key);
    addKeys(part, keys);
  }
}
