import { objectOf, own } from '../../text/json/json-values.ts';

/** The elements of a list, or of a GraphQL connection (`{ nodes: […] }`, `{ edges: [{ node }] }`); null for neither. */
export function nodesOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  const connection = objectOf(value);
  const nodes = own(connection, 'nodes');
  if (Array.isArray(nodes)) return nodes;
  const edges = own(connection, 'edges');
  return Array.isArray(edges) ? edges.map((edge) => own(objectOf(edge), 'node')) : null;
}

/** How deep the answer of a GraphQL server may be wrapped. */
const DEEPEST = 6;

/** True if the answer, or a part of it, has further pages (`pageInfo: { hasNextPage: true }`). */
export function hasNextPage(value: unknown, depth: number = DEEPEST): boolean {
  const object = objectOf(value);
  if (object === null || depth === 0) return false;
  if (own(objectOf(own(object, 'pageInfo')), 'hasNextPage') === true) return true;
  return Object.values(object).some((part) => hasNextPage(part, depth - 1));
}
