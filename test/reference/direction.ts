import type { Timeline, Visit } from './types.ts';

/** Definitions §4: backward moves and rework visits. */

/** `waiting` stages carry no direction and `dropped` ones have no position. */
export function hasDirection(visit: Visit): boolean {
  return ['todo', 'active', 'done'].includes(visit.kind);
}

export function backwardMovesOf(visits: Visit[], started: number, end: number): number {
  return visits.filter((visit, place) => {
    if (!(started < visit.start && visit.start < end)) return false;
    if (visit.kind !== 'todo' && visit.kind !== 'active') return false;
    const previous = visits.slice(0, place).findLast(hasDirection);
    return previous !== undefined && visit.stage < previous.stage;
  }).length;
}

/** The places of the rework visits. */
export function reworkVisitsOf({ visits }: Timeline): Set<number> {
  const rework = new Set<number>();
  visits.forEach((visit, place) => {
    if (visit.kind !== 'active') return;
    const first = visits.findIndex(({ stage }) => stage === visit.stage);
    const leftForOtherWork = visits
      .slice(first, place)
      .some(({ kind, stage }) => (kind === 'active' && stage !== visit.stage) || kind === 'done');
    const deliveredBefore = visits.slice(0, place).some(({ kind }) => kind === 'done');
    if (leftForOtherWork || deliveredBefore) rework.add(place);
  });
  return rework;
}
