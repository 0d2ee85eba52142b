import { STAGE_KINDS, type StageKind } from './workflow.ts';

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

const CATEGORIES = Object.keys(POSSIBLE) as StatusCategory[];

/** What leaves least open comes first. */
const BY_SIZE = [...CATEGORIES].sort((a, b) => POSSIBLE[a].length - POSSIBLE[b].length);

/**
 * What several categories of one status say together, as where two projects each have a status of that name.
 *
 * Where they allow a kind in common, it is the kinds that all of them allow. Where they contradict each other, it is what
 * they still agree on: that the status is over, or that it is not. Null if they do not even agree on that: then they say
 * nothing. The order in which they were said does not matter.
 */
export function agreedCategory(said: ReadonlySet<StatusCategory>): StatusCategory | null {
  const every = [...said];
  const shared = STAGE_KINDS.filter((kind) => every.every((category) => POSSIBLE[category].includes(kind)));
  if (every.length === 0) return null;
  if (shared.length > 0) return coveredBy(shared);
  return coveredBy(STAGE_KINDS.filter((kind) => every.some((category) => POSSIBLE[category].includes(kind))));
}

/** The narrowest category that allows all of these kinds; null if none does. */
function coveredBy(kinds: readonly StageKind[]): StatusCategory | null {
  return BY_SIZE.find((category) => kinds.every((kind) => POSSIBLE[category].includes(kind))) ?? null;
}
