import { cycledIn } from '../populations.ts';
import { sum } from '../time/intervals.ts';
import type { Window } from '../time/window.ts';
import type { Facts } from '../types.ts';

/** Definitions §5, rework. */

/** A `done` visit before the finish, and work or a queue after it. */
function wasReopened({ timeline, endIndex }: Facts): boolean {
  const before = timeline.visits.slice(0, endIndex);
  const delivered = before.findIndex(({ kind }) => kind === 'done');
  return delivered >= 0 && before.slice(delivered).some(({ kind }) => ['todo', 'active', 'waiting'].includes(kind));
}

export function reworkMetric(facts: Facts[], window: Window) {
  const items = cycledIn(facts, window);
  const reworkDays = sum(items.map((item) => item.reworkDays!));
  const activeDays = sum(items.map((item) => item.activeDays!));
  return {
    items: items.filter(({ backwardMoves }) => backwardMoves! > 0).length,
    backwardMoves: sum(items.map(({ backwardMoves }) => backwardMoves!)),
    reworkDays,
    shareOfActive: activeDays > 0 ? reworkDays / activeDays : null,
    reopened: items.filter(wasReopened).length,
  };
}
