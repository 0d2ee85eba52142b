import { hasDirection } from '../direction.ts';
import { percentile } from '../distribution.ts';
import { finishedIn } from '../populations.ts';
import type { Clock } from '../time/clock.ts';
import { outside, sum } from '../time/intervals.ts';
import { inWindow, type Window } from '../time/window.ts';
import type { Facts, ReferenceSettings, ReferenceStage, Timeline, Visit } from '../types.ts';
import { stagesMetric } from './stages-metric.ts';

/** The value stream, as docs/metrics.md has it. */

function processDays(visit: Visit, timeline: Timeline, clock: Clock): number {
  if (visit.kind !== 'active') return 0;
  return sum(outside(visit, timeline.blocked).map(({ start, end }) => clock.days(start, end)));
}

/** Moves back from one stage of direction to an earlier one, unless the item was given up in between. */
function returnsOf({ visits }: Timeline): { from: number; to: number; left: number }[] {
  return visits.flatMap((visit, place) => {
    if (visit.kind !== 'todo' && visit.kind !== 'active') return [];
    const before = visits.slice(0, place).findLastIndex(({ kind }) => kind !== 'waiting');
    const previous = visits[before];
    if (previous === undefined || !hasDirection(previous) || visit.stage >= previous.stage) return [];
    return [{ from: previous.stage, to: visit.stage, left: previous.end }];
  });
}

/** Names and counts, the most frequent first, then in the order of the work. */
export function countsByStage(places: number[], stages: ReferenceStage[]): { to: string; count: number }[] {
  return stages
    .map(({ stage }, place) => ({ to: stage, count: places.filter((one) => one === place).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

export function valueStreamMetric(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
) {
  const weeks = (window.to - window.from) / (7 * 86_400_000);
  const plain = stagesMetric(facts, window, stages, settings, clock);
  const median = (days: number[]) => percentile(days, 50, settings.percentiles.method);
  const map = stages.map(({ stage, kind }, place) => {
    const ended = facts.flatMap(({ timeline, endIndex }) =>
      timeline.visits
        .slice(0, endIndex)
        .filter((visit) => visit.stage === place && !visit.open && inWindow(visit.end, window))
        .map((visit) => ({
          process: processDays(visit, timeline, clock),
          wait: clock.days(visit.start, visit.end) - processDays(visit, timeline, clock),
        })),
    );
    const { entries, exits, passRate, firstPassYield } = plain[place]!;
    const returns = facts.flatMap(({ timeline }) => returnsOf(timeline)).filter(({ left }) => inWindow(left, window));
    return {
      stage,
      kind,
      visits: ended.length,
      medianProcessDays: median(ended.map(({ process }) => process)),
      totalProcessDays: sum(ended.map(({ process }) => process)),
      medianWaitDays: median(ended.map(({ wait }) => wait)),
      totalWaitDays: sum(ended.map(({ wait }) => wait)),
      current: facts.filter(
        ({ outcome, timeline }) =>
          ['notStarted', 'inProgress'].includes(outcome) && timeline.visits.at(-1)!.stage === place,
      ).length,
      entries,
      exits,
      arrivalsPerWeek: weeks > 0 ? entries / weeks : null,
      departuresPerWeek: weeks > 0 ? exits / weeks : null,
      passRate,
      firstPassYield,
      returns: countsByStage(
        returns.filter(({ from }) => from === place).map(({ to }) => to),
        stages,
      ),
    };
  });
  const finished = finishedIn(facts, window);
  const ofVisits = (measure: (visit: Visit, timeline: Timeline) => number, place: number | null) =>
    sum(
      finished.flatMap(({ endIndex, timeline }) =>
        timeline.visits
          .slice(0, endIndex)
          .filter((visit) => place === null || visit.stage === place)
          .map((visit) => measure(visit, timeline)),
      ),
    );
  const lead = (visit: Visit) => clock.days(visit.start, visit.end);
  const touch = (visit: Visit, timeline: Timeline) => processDays(visit, timeline, clock);
  const wait = (visit: Visit, timeline: Timeline) => lead(visit) - touch(visit, timeline);
  const mean = (total: number) => (finished.length === 0 ? null : total / finished.length);
  const leadDays = ofVisits(lead, null);
  return {
    stages: map,
    ladder: {
      items: finished.length,
      leadDays: mean(leadDays),
      touchDays: mean(ofVisits(touch, null)),
      waitDays: mean(ofVisits(wait, null)),
      efficiency: leadDays > 0 ? ofVisits(touch, null) / leadDays : null,
      stages: stages.map(({ stage }, place) => ({
        stage,
        meanWaitDays: mean(ofVisits(wait, place)),
        meanProcessDays: mean(ofVisits(touch, place)),
      })),
    },
  };
}
