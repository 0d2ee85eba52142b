import type { Facts, ReferenceSettings, ReferenceStage, Visit } from './types.ts';
import { stageNamed } from './workflow.ts';

/** Definitions §4, outcome and started. Visits are told apart by their place, never by their instant. */

export interface Ending {
  outcome: 'finished' | 'dropped' | 'open';
  endIndex: number;
}

/** Where the final contiguous run of `done` and `dropped` visits starts; the number of visits if there is none. */
function startOfFinalRun(visits: Visit[]): number {
  let start = visits.length;
  while (start > 0 && ['done', 'dropped'].includes(visits[start - 1]!.kind)) start -= 1;
  return start;
}

/** The place of the first visit from `start` on that satisfies the condition; null if none does. */
function firstFrom(visits: Visit[], start: number, condition: (visit: Visit) => boolean): number | null {
  for (let place = start; place < visits.length; place += 1) {
    if (condition(visits[place]!)) return place;
  }
  return null;
}

function endingByVisits(visits: Visit[], stages: ReferenceStage[], settings: ReferenceSettings): Ending {
  const open: Ending = { outcome: 'open', endIndex: visits.length };
  const finishAt = settings.finishAt === null ? null : stageNamed(stages, settings.finishAt);
  const finishes = (visit: Visit) =>
    finishAt === null
      ? visit.kind === 'done'
      : visit.stage === finishAt || (visit.kind === 'done' && visit.stage > finishAt);
  const runStart = startOfFinalRun(visits);

  const finish = firstFrom(visits, settings.finishPolicy === 'first' ? 0 : runStart, finishes);
  if (finish !== null) return { outcome: 'finished', endIndex: finish };

  // The first `dropped` visit of the run after its last `done` one. Without finishAt the run has no `done` one.
  let afterLastDone = runStart;
  for (let place = runStart; place < visits.length; place += 1) {
    if (visits[place]!.kind === 'done') afterLastDone = place + 1;
  }
  const drop = firstFrom(visits, afterLastDone, (visit) => visit.kind === 'dropped');
  return drop === null ? open : { outcome: 'dropped', endIndex: drop };
}

/** A finished item with one of these values in the field was given up all the same. */
function saysDropped(fields: Record<string, string>, dropped: Record<string, string[]>): boolean {
  return Object.entries(dropped).some(([field, values]) =>
    values.some((value) => value.trim().toLowerCase() === fields[field]?.trim().toLowerCase()),
  );
}

export function endingOf(
  visits: Visit[],
  fields: Record<string, string>,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
): Ending {
  const ending = endingByVisits(visits, stages, settings);
  if (ending.outcome === 'finished' && saysDropped(fields, settings.dropped)) return { ...ending, outcome: 'dropped' };
  return ending;
}

/** The entry that starts the clock; null if there is none before the end. */
export function startedOf(
  visits: Visit[],
  endIndex: number,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
): number | null {
  const commitAt = settings.commitAt === null ? 0 : stageNamed(stages, settings.commitAt);
  const before = visits.slice(0, endIndex);
  const starts = (visit: Visit) => ['active', 'waiting'].includes(visit.kind) && visit.stage >= commitAt;
  const firstStart = firstFrom(before, 0, starts);
  let start = firstStart;
  if (settings.startPolicy === 'last') {
    // The last `todo` visit that is followed by a starting one, and that one.
    for (let place = 0; place < before.length; place += 1) {
      if (before[place]!.kind === 'todo') start = firstFrom(before, place, starts) ?? start;
    }
  }
  return start === null ? null : before[start]!.start;
}

export function outcomeOf(ending: Ending, started: number | null): Facts['outcome'] {
  if (ending.outcome !== 'open') return ending.outcome;
  return started === null ? 'notStarted' : 'inProgress';
}
