import type { StatusCategory } from '../../../model/workflow/status-category.ts';

/** What the type of a status means; what is over by its type may have been given up by its name. */
const TYPES: ReadonlyMap<string, StatusCategory> = new Map([
  ['open', 'todo'],
  ['unstarted', 'todo'],
  ['custom', 'in-progress'],
  ['done', 'closed'],
  ['closed', 'closed'],
]);

/** What a status means by its type; null for other types. */
export function categoryOfType(type: string): StatusCategory | null {
  return TYPES.get(type.toLowerCase()) ?? null;
}
