/** A value that joined or left a set, such as a label of a card or an assignee of an issue. */
export interface SetChange {
  at: number;
  value: string;
  added: boolean;
}

/**
 * What was in a set before the first of its changes: values whose first change is a removal, and those of today that no
 * change speaks of. Tools log changes only, so what a set began with shows in nothing else.
 *
 * @param changes ascending
 * @param today what is in the set now; empty where nobody knows
 */
export function setBefore(changes: readonly SetChange[], today: readonly string[]): Set<string> {
  const first = new Map<string, boolean>();
  for (const { value, added } of changes) if (!first.has(value)) first.set(value, added);
  const before = new Set(today.filter((value) => !first.has(value)));
  for (const [value, added] of first) if (!added) before.add(value);
  return before;
}
