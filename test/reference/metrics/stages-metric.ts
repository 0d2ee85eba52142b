import { hasDirection } from '../direction.ts';
import { sample } from '../distribution.ts';
import type { Clock } from '../time/clock.ts';
import { overlap, sum } from '../time/intervals.ts';
import { inWindow, type Window } from '../time/window.ts';
import type { Facts, ReferenceSettings, ReferenceStage, Visit } from '../types.ts';

/** Definitions §5, stages. */

/** A stay in a `todo` or `active` stage, with its resumptions after mere waiting. */
interface Stay {
  stage: number;
  /** The last of its visits. */
  last: Visit;
  /** The first visit after it that is not `waiting`; null while there is none. */
  next: Visit | null;
}

function staysOf(visits: Visit[]): Stay[] {
  const stays: Stay[] = [];
  const notWaiting = visits.filter(({ kind }) => kind !== 'waiting');
  for (const [place, visit] of notWaiting.entries()) {
    const next = notWaiting[place + 1] ?? null;
    const previous = stays.at(-1);
    if (previous !== undefined && notWaiting[place - 1]?.stage === visit.stage) {
      previous.last = visit;
      previous.next = next;
    } else {
      stays.push({ stage: visit.stage, last: visit, next });
    }
  }
  return stays;
}

type Exit = 'forward' | 'backward' | 'dropped' | null;

function exitOf({ stage, next }: Stay): Exit {
  if (next === null) return null;
  if (!hasDirection(next)) return 'dropped';
  return next.stage > stage ? 'forward' : 'backward';
}

function endedIn(visit: Visit, window: Window): boolean {
  return !visit.open && inWindow(visit.end, window);
}

export function exitsOf(place: number, facts: Facts[], window: Window) {
  const byItem = facts.map(({ timeline }) => staysOf(timeline.visits).filter(({ stage }) => stage === place));
  const exits = byItem.flatMap((stays) => stays.filter(({ last }) => endedIn(last, window)).map(exitOf));
  const forward = exits.filter((exit) => exit === 'forward').length;
  const backward = exits.filter((exit) => exit === 'backward').length;
  // Of the items whose first stay ended within the window and left for somewhere.
  const left = byItem.filter(([first]) => first !== undefined && endedIn(first.last, window) && exitOf(first) !== null);
  const passed = left.filter((stays) => stays.length === 1 && exitOf(stays[0]!) === 'forward');
  return {
    forwardExits: forward,
    backwardExits: backward,
    droppedExits: exits.filter((exit) => exit === 'dropped').length,
    passRate: forward + backward === 0 ? null : forward / (forward + backward),
    firstPassYield: left.length === 0 ? null : passed.length / left.length,
  };
}

const NO_DIRECTION = {
  forwardExits: null,
  backwardExits: null,
  droppedExits: null,
  passRate: null,
  firstPassYield: null,
};

export function stagesMetric(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
) {
  const ended = (item: Facts, place: number) =>
    item.timeline.visits.filter((visit) => visit.stage === place && endedIn(visit, window));
  /** The time between start and end of an item, of its visits to the stage that ended within the window. */
  const daysInProcess = (item: Facts, place: number) => {
    if (item.started === null) return 0;
    const process = { start: item.started, end: item.end };
    const stretches = ended(item, place).flatMap((visit) => overlap(visit, process) ?? []);
    return sum(stretches.map(({ start, end }) => clock.days(start, end)));
  };
  const inProcess = stages.map((_, place) => sum(facts.map((item) => daysInProcess(item, place))));
  const allInProcess = sum(inProcess);
  return stages.map(({ stage, kind }, place) => {
    const visits = facts.flatMap((item) => ended(item, place));
    const times = visits.map(({ start, end }) => clock.days(start, end));
    const entries = facts
      .flatMap(({ timeline }) => timeline.visits)
      .filter((visit) => visit.stage === place && inWindow(visit.start, window)).length;
    return {
      stage,
      kind,
      visits: visits.length,
      items: facts.filter((item) => ended(item, place).length > 0).length,
      timeDays: sample(times, settings.percentiles),
      totalDays: sum(times),
      share: allInProcess > 0 ? inProcess[place]! / allInProcess : null,
      entries,
      exits: visits.length,
      growth: entries - visits.length,
      ...(kind === 'todo' || kind === 'active' ? exitsOf(place, facts, window) : NO_DIRECTION),
    };
  });
}
