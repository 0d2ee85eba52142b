import { cycledIn } from '../populations.ts';
import type { Window } from '../time/window.ts';
import type { Facts, Timeline } from '../types.ts';

/** Definitions §5, handoffs. */

function nameOf(people: string[]): string {
  return [...people].sort().join(', ');
}

export function handoffsMetric(facts: Facts[], window: Window, timelines: Timeline[]) {
  if (timelines.every(({ assignments }) => assignments === null)) return { total: null, perItem: null, pairs: null };
  const items = cycledIn(facts, window);
  const all = items.flatMap(({ handoffs }) => handoffs!);
  const pairs: { from: string; to: string; count: number }[] = [];
  for (const handoff of all) {
    const from = nameOf(handoff.from);
    const to = nameOf(handoff.to);
    const pair = pairs.find((known) => known.from === from && known.to === to);
    if (pair === undefined) pairs.push({ from, to, count: 1 });
    else pair.count += 1;
  }
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  pairs.sort((a, b) => b.count - a.count || compare(a.from, b.from) || compare(a.to, b.to));
  return { total: all.length, perItem: items.length === 0 ? null : all.length / items.length, pairs };
}
