import type { EventLog } from '../../model/log/event-log.ts';
import { kindFromName } from '../../model/status-words/kind-words.ts';
import { possibleKinds } from '../../model/workflow/status-category.ts';
import { type StageKind, statusKey } from '../../model/workflow/workflow.ts';

/** What is known of a status without looking at what items do. */
export interface KnownKind {
  kind: StageKind;
  /** Its tool says so, or its name does. */
  evidence: 'tool' | 'name';
}

/**
 * What time in a status means: what its tool says, else what its name suggests; null if neither says anything, or if the
 * tool only says that it is not over and the name says nothing more. A tool that leaves several kinds open leaves it to
 * the name which of them it is; a name that says anything else does not count.
 */
export function knownKind(log: EventLog, status: string): KnownKind | null {
  const category = log.statusCategories.get(statusKey(status));
  const named = kindFromName(status);
  if (category === undefined) return named === null ? null : { kind: named, evidence: 'name' };
  const possible = possibleKinds(category);
  if (named !== null && possible.includes(named)) return { kind: named, evidence: 'tool' };
  // What is begun by its tool and not begun by its name, such as "Selected for development", waits to be worked on.
  if (named === 'todo' && category === 'in-progress') return { kind: 'waiting', evidence: 'tool' };
  return category === 'open' ? null : { kind: possible[0] as StageKind, evidence: 'tool' };
}

/** The kind alone of what {@link knownKind} knows. */
export function kindOfStatus(log: EventLog, status: string): StageKind | null {
  return knownKind(log, status)?.kind ?? null;
}
