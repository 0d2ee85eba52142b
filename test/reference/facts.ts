import { backwardMovesOf, reworkVisitsOf } from './direction.ts';
import { endingOf, outcomeOf, startedOf } from './outcome.ts';
import { handoffsOf } from './people.ts';
import type { Clock } from './time/clock.ts';
import { outside, overlap, sum, under } from './time/intervals.ts';
import { daysBetween, localDateOf } from './time/zone.ts';
import { pathOf } from './today.ts';
import type { Facts, Interval, ReferenceSettings, ReferenceStage, Timeline } from './types.ts';

/** Definitions §4: what is true of one item. */

/** The blocked and the unblocked stretches of the visits within a stretch of time. */
export function partsWithin(
  timeline: Timeline,
  within: Interval,
): { place: number; blocked: Interval[]; free: Interval[] }[] {
  return timeline.visits.flatMap((visit, place) => {
    const stretch = overlap(visit, within);
    if (stretch === null) return [];
    return [{ place, blocked: under(stretch, timeline.blocked), free: outside(stretch, timeline.blocked) }];
  });
}

function measureParts(timeline: Timeline, rework: Set<number>, within: Interval, clock: Clock) {
  const parts = { activeDays: 0, waitingDays: 0, blockedDays: 0, pausedDays: 0, reworkDays: 0 };
  for (const { place, blocked, free } of partsWithin(timeline, within)) {
    const { kind } = timeline.visits[place]!;
    const freeDays = sum(free.map(({ start, end }) => clock.days(start, end)));
    parts.blockedDays += sum(blocked.map(({ start, end }) => clock.days(start, end)));
    if (kind === 'active') parts.activeDays += freeDays;
    else if (kind === 'waiting') parts.waitingDays += freeDays;
    else parts.pausedDays += freeDays;
    if (rework.has(place)) parts.reworkDays += freeDays;
  }
  return parts;
}

export function factsOf(
  timeline: Timeline,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  asOf: number,
  clock: Clock,
  latest: number = asOf,
): Facts {
  const { visits, created } = timeline;
  const path = pathOf(timeline);
  const ending = endingOf(path, timeline.fields, stages, settings);
  const endIndex = Math.min(ending.endIndex, visits.length);
  const open = ending.outcome === 'open';
  const end = open ? asOf : path[ending.endIndex]!.start;
  const entered = startedOf(path, ending.endIndex, stages, settings);
  const outcome = outcomeOf(ending, entered);
  const started = Number.isNaN(entered) ? null : entered;
  const reworkVisits = reworkVisitsOf(timeline);
  // Over since an unknown instant: how long its last visit took is not known.
  const isTimed = started !== null && !Number.isNaN(end);
  const parts = !isTimed ? null : measureParts(timeline, reworkVisits, { start: started, end }, clock);

  /** Cycle time, lead time and age: by the basis, with paused time taken out of the ones that say so. */
  const duration = (start: number, stop: number, pausedDays: number) => {
    if (settings.basis === 'inclusive') {
      return daysBetween(localDateOf(start, settings.timeZone), localDateOf(stop, settings.timeZone)) + 1;
    }
    return clock.days(start, stop) - (settings.excludePaused ? pausedDays : 0);
  };

  return {
    timeline,
    outcome,
    endIndex,
    end,
    outcomeUnknown: Number.isNaN(end) && asOf < latest,
    open,
    started,
    reworkVisits,
    backwardMoves: !isTimed ? null : backwardMovesOf(visits, started, end),
    handoffs: !isTimed ? null : handoffsOf(timeline, started, end),
    activeDays: parts?.activeDays ?? null,
    waitingDays: parts?.waitingDays ?? null,
    blockedDays: parts?.blockedDays ?? null,
    pausedDays: parts?.pausedDays ?? null,
    reworkDays: parts?.reworkDays ?? null,
    cycleTimeDays: outcome === 'finished' && isTimed ? duration(started, end, parts!.pausedDays) : null,
    leadTimeDays:
      outcome === 'finished' && !Number.isNaN(end) && !Number.isNaN(created) ? duration(created, end, 0) : null,
    ageDays: outcome === 'inProgress' && started !== null ? duration(started, end, parts!.pausedDays) : null,
  };
}
