import { partsWithin } from './facts.ts';
import { byPeople } from './people.ts';
import type { Clock } from './time/clock.ts';
import { overlap } from './time/intervals.ts';
import type { Window } from './time/window.ts';
import type { Facts, Interval, ReferenceCost, ReferenceStage } from './types.ts';

/** Definitions §6, charged hours: who is charged how many hours for which visit. */

export interface Charge {
  facts: Facts;
  /** The place of the visit among the item's. */
  place: number;
  stage: number;
  /** null: nobody was assigned. */
  person: string | null;
  hours: number;
}

/** A stretch of a visit for which somebody (or the stage's nameless person) is charged. */
interface Stretch extends Interval {
  facts: Facts;
  place: number;
  stage: number;
  person: string | null;
}

function stretchesOf(facts: Facts, cost: ReferenceCost, window: Window): Stretch[] {
  const { timeline, end } = facts;
  const lifetime = { start: timeline.created, end };
  return partsWithin(timeline, lifetime).flatMap(({ place, free }) => {
    const visit = timeline.visits[place]!;
    if (visit.kind !== 'active' || place >= facts.endIndex) return [];
    const stale = visit.start + (cost.staleAfterDays ?? Infinity) * 86_400_000;
    return free
      .flatMap((piece) => overlap(piece, { start: window.from, end: Math.min(window.to, stale) }) ?? [])
      .flatMap((piece) => byPeople(piece, timeline))
      .flatMap(({ start, end: pieceEnd, people }) =>
        (people.length > 0 ? people : [null]).map((person) => ({
          facts,
          place,
          stage: visit.stage,
          person,
          start,
          end: pieceEnd,
        })),
      );
  });
}

/** Stretches of one person, each working instant divided equally among the items that run then. */
function divided(stretches: Stretch[], clock: Clock): Charge[] {
  const hours = stretches.map(() => 0);
  const instants = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  instants.forEach((instant, place) => {
    const next = instants[place + 1];
    if (next === undefined) return;
    const worked = clock.workingHours(instant, next);
    if (worked === 0) return;
    const running = stretches.flatMap(({ start, end }, index) => (start <= instant && next <= end ? [index] : []));
    for (const index of running) hours[index]! += worked / running.length;
  });
  return stretches.map(({ facts, place, stage, person }, index) => ({
    facts,
    place,
    stage,
    person,
    hours: hours[index]!,
  }));
}

export function chargesOf(
  facts: Facts[],
  stages: ReferenceStage[],
  cost: ReferenceCost,
  window: Window,
  clock: Clock,
): Charge[] {
  const stretches = facts.flatMap((item) => stretchesOf(item, cost, window));
  if (cost.effort === 'full') {
    return stretches.map(({ facts: item, place, stage, person, start, end }) => ({
      facts: item,
      place,
      stage,
      person,
      hours: clock.workingHours(start, end),
    }));
  }
  const people = new Set(stretches.flatMap(({ person }) => person ?? []));
  return [
    ...[...people].flatMap((name) =>
      divided(
        stretches.filter(({ person }) => person === name),
        clock,
      ),
    ),
    // One nameless person a stage.
    ...stages.flatMap((_, place) =>
      divided(
        stretches.filter(({ person, stage }) => person === null && stage === place),
        clock,
      ),
    ),
  ];
}
