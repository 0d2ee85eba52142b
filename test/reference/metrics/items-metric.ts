import { cycledIn, droppedIn, finishedIn } from '../populations.ts';
import type { Window } from '../time/window.ts';
import type { Facts } from '../types.ts';

/** Definitions §5, items. */
export function itemsMetric(all: Facts[], window: Window) {
  const facts = all.filter(({ outcomeUnknown }) => !outcomeUnknown);
  const undated = (wanted: Facts['outcome']) =>
    facts.filter(({ outcome, end }) => outcome === wanted && Number.isNaN(end)).length;
  const count = (wanted: Facts['outcome']) => facts.filter(({ outcome }) => outcome === wanted).length;
  const finished = finishedIn(facts, window);
  return {
    total: facts.length,
    notStarted: count('notStarted'),
    inProgress: count('inProgress'),
    finished: count('finished'),
    dropped: count('dropped'),
    finishedUndated: undated('finished'),
    droppedUndated: undated('dropped'),
    inWindow: {
      finished: finished.length,
      finishedUnstarted: finished.length - cycledIn(facts, window).length,
      dropped: droppedIn(facts, window).length,
    },
  };
}
