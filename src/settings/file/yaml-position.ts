import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** The pair of a mapping that has this key. */
function pairOf(node: Node, key: string | number): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key)) === String(key));
}

/** The character at which a value, or its key, begins in a YAML document; that of its nearest parent if it is missing. */
export function yamlOffset(document: Document, path: readonly (string | number)[], key: boolean): number {
  let node = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (node === null) return offset;
    const pair = pairOf(node, step);
    if (key && index === path.length - 1 && isNode(pair?.key)) return pair.key.range?.[0] ?? offset;
    const next = pair === undefined ? (isSeq(node) ? node.items[Number(step)] : undefined) : pair.value;
    // An empty value has no place of its own, so its key's counts.
    const place = isNode(next) && next.range && next.range[0] !== next.range[1] ? next : pair?.key;
    if (isNode(place)) offset = place.range?.[0] ?? offset;
    if (!isNode(next)) return offset;
    node = next;
  }
  return offset;
}
