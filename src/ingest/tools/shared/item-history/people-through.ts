import { setBefore } from '../value-sets.ts';
import type { HistoryEntry } from './history-entry.ts';

export type PeopleEntry = Extract<HistoryEntry, { kind: 'people' }>;

/** Who has an item from an instant on. */
interface PeopleFrom {
  at: number;
  people: readonly string[];
  /** True for those who had it before the first change, at no instant in particular. */
  isFirst: boolean;
}

/**
 * Who had an item through its changes, beginning with who had it before the first of them.
 * @param changes ascending
 * @param today who has it now; empty where nobody does or nobody knows
 */
export function peopleThrough(changes: readonly PeopleEntry[], today: readonly string[]): PeopleFrom[] {
  const known = changes.findIndex(({ removed }) => removed === 'all');
  // Before a change that replaces everybody, only changes up to it show who was there.
  const telling = known === -1 ? changes : changes.slice(0, known);
  const steps = telling.flatMap(({ at, removed, added }) => [
    ...(removed as readonly string[]).map((value) => ({ at, value, added: false })),
    ...added.map((value) => ({ at, value, added: true })),
  ]);
  const people = setBefore(steps, known === -1 ? today : []);
  const all: PeopleFrom[] = [{ at: Number.NaN, people: [...people], isFirst: true }];
  for (const { at, removed, added } of changes) {
    if (removed === 'all') people.clear();
    else for (const person of removed) people.delete(person);
    for (const person of added) people.add(person);
    all.push({ at, people: [...people], isFirst: false });
  }
  return all;
}
