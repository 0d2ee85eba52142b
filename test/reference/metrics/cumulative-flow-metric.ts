import { dayEnds, type Window } from '../time/window.ts';
import type { Facts, ReferenceSettings, ReferenceStage } from '../types.ts';

/** False where nobody knows since when an item is in the stage that it is in today. */
function isPlaced({ end, outcome, started }: Facts): boolean {
  return !Number.isNaN(end) && (outcome !== 'inProgress' || started !== null);
}

/** Definitions §5, cumulativeFlow: everything so far just before each local day's end. */
export function cumulativeFlowMetric(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
) {
  return dayEnds(window, settings.timeZone).map(({ date, end: dayEnd }) => ({
    date,
    created: facts.filter(({ timeline }) => timeline.created < dayEnd).length,
    started: facts.filter(({ started }) => started !== null && started < dayEnd).length,
    finished: facts.filter(({ outcome, end }) => outcome === 'finished' && end < dayEnd).length,
    dropped: facts.filter(({ outcome, end }) => outcome === 'dropped' && end < dayEnd).length,
    stages: Object.fromEntries(
      stages.map(({ stage }, place) => [
        stage,
        facts.filter(
          (item) =>
            isPlaced(item) &&
            item.timeline.visits.some(
              (visit) => visit.stage === place && visit.start < dayEnd && (visit.open || dayEnd <= visit.end),
            ),
        ).length,
      ]),
    ),
  }));
}
