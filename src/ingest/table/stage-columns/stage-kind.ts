import { kindFromName } from '../../../model/status-words/kind-words.ts';
import { type StageKind, statusKey } from '../../../model/workflow/workflow.ts';
import type { ConfiguredStages } from '../../format.ts';
import { isDateName } from '../column-words/date-meaning.ts';
import { type DateRole, roleOf } from '../column-words/date-roles.ts';

const OF_ROLE: Readonly<Record<DateRole, StageKind>> = { created: 'todo', started: 'active', finished: 'done' };

/**
 * The kind of the stage that a column of this name would be: as configured, else by the words for statuses, else by being
 * called a start or an end; null for a name that says nothing of a stage, or that is the name of a date ("Approval date":
 * when it was approved).
 */
export function stageKindOf(name: string, configured?: ConfiguredStages): StageKind | null {
  const told = configured?.get(statusKey(name));
  if (told !== undefined || isDateName(name)) return told ?? null;
  const role = roleOf(name);
  return kindFromName(name) ?? (role === null ? null : OF_ROLE[role]);
}
