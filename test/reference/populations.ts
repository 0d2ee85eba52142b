import { inWindow, type Window } from './time/window.ts';
import type { Facts } from './types.ts';

/** The sets of items that the metrics of definitions §5 speak of. */

export function finishedIn(facts: Facts[], window: Window): Facts[] {
  return facts.filter(({ outcome, end }) => outcome === 'finished' && inWindow(end, window));
}

export function droppedIn(facts: Facts[], window: Window): Facts[] {
  return facts.filter(({ outcome, end }) => outcome === 'dropped' && inWindow(end, window));
}

/** The items of cycleTime. */
export function cycledIn(facts: Facts[], window: Window): Facts[] {
  return finishedIn(facts, window).filter(({ started }) => started !== null);
}

export function inProgress(facts: Facts[]): Facts[] {
  return facts.filter(({ outcome }) => outcome === 'inProgress');
}
