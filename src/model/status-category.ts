import type { StageKind } from './workflow.ts';

/**
 * What a tool itself says of a status. A stage's kind says it exactly; the others leave part of it to the status's name:
 *
 * - `in-progress`: begun and not over; the name decides between `active` and `waiting`
 * - `open`: not over; the name decides between `todo`, `active` and `waiting`
 * - `closed`: over; the name decides between `done` and `dropped`
 */
export type StatusCategory = StageKind | 'in-progress' | 'open' | 'closed';

const POSSIBLE: Record<StatusCategory, readonly StageKind[]> = {
  todo: ['todo'],
  active: ['active'],
  waiting: ['waiting'],
  done: ['done'],
  dropped: ['dropped'],
  'in-progress': ['active', 'waiting'],
  open: ['todo', 'active', 'waiting'],
  closed: ['done', 'dropped'],
};

/** The kinds that a status of this category can be, the likeliest first. */
export function possibleKinds(category: StatusCategory): readonly StageKind[] {
  return POSSIBLE[category];
}
