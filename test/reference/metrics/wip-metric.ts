import { inProgress } from '../populations.ts';
import { inProgressBefore, progressInStage, progressWithin } from '../progress.ts';
import { sum } from '../time/intervals.ts';
import { dayEnds, type Window } from '../time/window.ts';
import { pathOf } from '../today.ts';
import type { Facts, Interval, ReferenceSettings, ReferenceStage } from '../types.ts';

/** Definitions §5, wip. */

function total(stretches: Interval[]): number {
  return sum(stretches.map(({ start, end }) => end - start));
}

/** For how long more of the stretches than the limit run at once. */
function timeOver(limit: number, stretches: Interval[]): number {
  const instants = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let over = 0;
  instants.forEach((instant, place) => {
    const next = instants[place + 1];
    if (next === undefined) return;
    const running = stretches.filter(({ start, end }) => start <= instant && instant < end).length;
    if (running > limit) over += next - instant;
  });
  return over;
}

export function averageWip(facts: Facts[], window: Window): number | null {
  const length = window.to - window.from;
  if (length <= 0) return null;
  return total(facts.flatMap((item) => progressWithin(item, window) ?? [])) / length;
}

export function wipMetric(facts: Facts[], window: Window, stages: ReferenceStage[], settings: ReferenceSettings) {
  const length = window.to - window.from;
  const current = inProgress(facts);
  const stageNow = (item: Facts) => pathOf(item.timeline).at(-1)!.stage;
  return {
    current: current.length,
    paused: current.filter((item) => ['todo', 'done', 'dropped'].includes(stages[stageNow(item)]!.kind)).length,
    average: averageWip(facts, window),
    byStage: stages.map(({ stage, kind, limit }, place) => {
      const stretches = facts.flatMap((item) => progressInStage(item, place, window));
      return {
        stage,
        kind,
        current: current.filter((item) => stageNow(item) === place).length,
        average: length > 0 ? total(stretches) / length : null,
        limit: limit ?? null,
        overLimitShare: limit === undefined || length <= 0 ? null : timeOver(limit, stretches) / length,
      };
    }),
    daily: dayEnds(window, settings.timeZone).map(({ date, end }) => ({
      date,
      count: facts.filter((item) => inProgressBefore(item, end)).length,
    })),
  };
}
