import type { EventLog } from '../../../model/log/event-log.ts';

/** A value that joined or left a set, such as a label of a card or an assignee of an issue. */
export interface SetChange {
  at: number;
  value: string;
  added: boolean;
}

/**
 * What was in a set before the first of its changes: values whose first change is a removal, and those of today that no
 * change names. Tools log changes only, so what a set began with shows in nothing else.
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

/** Takes a value among those that were seen; true if it was there already. */
export function seenBefore(seen: Set<string>, value: string): boolean {
  const { size } = seen;
  return seen.add(value).size === size;
}

/**
 * Writes the assignments of a set of people that changes, from the instant `begin` on.
 * @param people who is in the set at the beginning
 * @param nameOf the name that people see of a member
 */
export function writeAssignments(
  log: EventLog,
  item: number,
  people: Set<string>,
  changes: readonly SetChange[],
  begin: number,
  nameOf: (member: string) => string = (member) => member,
): void {
  const assign = (at: number) => log.assignment(item, at, log.people.id([...people].map(nameOf)));
  if (people.size > 0) assign(begin);
  for (const { at, value, added } of changes) {
    if (added) people.add(value);
    else people.delete(value);
    assign(at);
  }
}

/** Writes that an item is blocked while a set of labels that mean so is not empty. */
export function writeBlockedTimes(
  log: EventLog,
  item: number,
  labels: Set<string>,
  changes: readonly SetChange[],
  begin: number,
): void {
  for (const label of labels) log.flag(item, begin, true, -1, log.reasons.id(label));
  for (const { at, value, added } of changes) {
    const was = labels.size;
    if (added) labels.add(value);
    else labels.delete(value);
    if (was === 0 && labels.size > 0) log.flag(item, at, true, -1, log.reasons.id(value));
    else if (was > 0 && labels.size === 0) log.flag(item, at, false);
  }
}
