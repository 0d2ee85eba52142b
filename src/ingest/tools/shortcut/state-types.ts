import type { StatusCategory } from '../../../model/workflow/status-category.ts';

/** What the type of a workflow state means; what is over by its type may have been given up by its name. */
const TYPES: ReadonlyMap<string, StatusCategory> = new Map([
  ['backlog', 'todo'],
  ['unstarted', 'todo'],
  ['started', 'in-progress'],
  ['done', 'closed'],
]);

/** What a workflow state means by its type; null for other types. */
export function categoryOfType(type: string): StatusCategory | null {
  return TYPES.get(type.toLowerCase()) ?? null;
}

/** What the state of a story means by whether the story is completed, as an export writes it; null where it does not. */
export function categoryOfCompletion(completed: string): StatusCategory | null {
  if (/^true$/i.test(completed)) return 'closed';
  return /^false$/i.test(completed) ? 'open' : null;
}
