import type { Handoff, Interval, Timeline } from './types.ts';

/** Who had the item, and the hand-offs between them (definitions §3 rule 12 and §4). */

/** Changes to people none of whom had it last, at instants strictly between start and end. */
export function handoffsOf({ assignments, visits }: Timeline, started: number, end: number): Handoff[] | null {
  if (assignments === null) return null;
  const handoffs: Handoff[] = [];
  let last: string[] = [];
  for (const { at, people } of assignments) {
    if (people.length === 0) continue;
    const passedOn = last.length > 0 && !people.some((person) => last.includes(person));
    if (passedOn && started < at && at < end) {
      const stage = visits.findLast((visit) => visit.start <= at)!.stage;
      handoffs.push({ at, from: last, to: people, stage });
    }
    last = people;
  }
  return handoffs;
}

/** A stretch cut where the assignee changes. */
export function byPeople(stretch: Interval, timeline: Timeline): (Interval & { people: string[] })[] {
  const changes = (timeline.assignments ?? []).filter(({ at }) => stretch.start < at && at < stretch.end);
  const starts = [stretch.start, ...changes.map(({ at }) => at)];
  return starts.map((start, place) => ({
    start,
    end: starts[place + 1] ?? stretch.end,
    people: (timeline.assignments ?? []).findLast(({ at }) => at <= start)?.people ?? [],
  }));
}
