import type { StatusCategory } from '../../../model/workflow/status-category.ts';

/** What an event of the standard XES life cycle does to the item. */
export type LifecycleEffect = 'start' | 'end' | 'abort' | 'queue' | 'suspend' | 'resume' | 'drop' | 'happen';

/** The transitions of the XES lifecycle extension, in lower case. */
const EFFECTS: Readonly<Record<string, LifecycleEffect>> = {
  schedule: 'queue',
  assign: 'queue',
  reassign: 'queue',
  start: 'start',
  suspend: 'suspend',
  resume: 'resume',
  complete: 'end',
  autoskip: 'abort',
  manualskip: 'abort',
  withdraw: 'abort',
  ate_abort: 'abort',
  pi_abort: 'drop',
  unknown: 'happen',
  '': 'happen',
};

/** The effect of a lifecycle value; null if it is none of the standard: then the column holds statuses. */
export function lifecycleEffect(transition: string): LifecycleEffect | null {
  const key = transition.trim().toLowerCase();
  return Object.hasOwn(EFFECTS, key) ? (EFFECTS[key] as LifecycleEffect) : null;
}

/** What says what a status of such a log means, besides its name. */
export const LIFECYCLE_EVIDENCE = 'the standard values of `lifecycle:transition` where that holds statuses, too';

const MEANINGS: Partial<Record<LifecycleEffect, StatusCategory>> = {
  queue: 'waiting',
  start: 'active',
  suspend: 'waiting',
  resume: 'active',
};

/** What a status means that an item enters with this lifecycle value; null where the standard does not say. */
export function lifecycleMeaning(transition: string): StatusCategory | null {
  const effect = lifecycleEffect(transition);
  return (effect === null ? undefined : MEANINGS[effect]) ?? null;
}
