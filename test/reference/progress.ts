import { overlap } from './time/intervals.ts';
import type { Window } from './time/window.ts';
import type { Facts, Interval } from './types.ts';

/** When an item is in progress (definitions §5, wip): started ≤ t < end, an open one up to the window's `to`. */

/** The stretch of the window in which the item is in progress; null if none. */
export function progressWithin({ started, open, end }: Facts, window: Window): Interval | null {
  if (started === null) return null;
  return overlap({ start: started, end: open ? Infinity : end }, { start: window.from, end: window.to });
}

export function inProgressAt({ started, open, end }: Facts, instant: number): boolean {
  return started !== null && started <= instant && (open || instant < end);
}

/** In progress just before the instant: the limit from the left. */
export function inProgressBefore({ started, open, end }: Facts, instant: number): boolean {
  return started !== null && started < instant && (open || instant <= end);
}

/** The stretches of the window in which the item is in progress in a stage. */
export function progressInStage(facts: Facts, stage: number, window: Window): Interval[] {
  const progress = progressWithin(facts, window);
  if (progress === null) return [];
  return facts.timeline.visits
    .filter((visit) => visit.stage === stage)
    .flatMap(({ start, end, open }) => overlap(progress, { start, end: open ? Infinity : end }) ?? []);
}
