import { percentile } from '../distribution.ts';
import { partsWithin } from '../facts.ts';
import { cycledIn } from '../populations.ts';
import { inProgressBefore } from '../progress.ts';
import type { Clock } from '../time/clock.ts';
import { sum } from '../time/intervals.ts';
import { dayEnds, inWindow, type Window } from '../time/window.ts';
import { addDays, daysBetween, localDateOf } from '../time/zone.ts';
import type { Facts, ReferenceSettings, ReferenceStage } from '../types.ts';
import { throughputMetric } from './throughput-metric.ts';

/** What charts draw beyond the briefs, as docs/metrics.md has it. */

export function rollingMedian(facts: Facts[], window: Window, { percentiles, timeZone }: ReferenceSettings) {
  const items = cycledIn(facts, window).map(({ end, cycleTimeDays }) => ({
    date: localDateOf(end, timeZone),
    days: cycleTimeDays!,
  }));
  return [...new Set(items.map(({ date }) => date))].sort().map((date) => {
    const recent = items.filter((item) => addDays(date, -28) < item.date && item.date <= date);
    const days = recent.map((item) => item.days);
    return {
      date,
      items: days.length,
      medianDays: days.length < 5 ? null : percentile(days, 50, percentiles.method),
    };
  });
}

/** How many of the durations lie in each of the bins that the engine chose. */
export function countsOfBins(facts: Facts[], window: Window, bins: { fromDays: number; toDays: number | null }[]) {
  const days = cycledIn(facts, window).map(({ cycleTimeDays }) => cycleTimeDays!);
  return bins.map(({ fromDays, toDays }) => days.filter((one) => fromDays <= one && one < (toDays ?? Infinity)).length);
}

export function ageBands(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
) {
  return stages.flatMap(({ stage, kind }, place) => {
    const ages = cycledIn(facts, window).flatMap((item) => {
      const started = item.started!;
      const inside = item.timeline.visits
        .slice(0, item.endIndex)
        .filter((visit) => visit.stage === place && visit.start >= started && visit.end > started);
      const last = inside.at(-1);
      if (last === undefined) return [];
      if (settings.basis === 'inclusive') {
        return [daysBetween(localDateOf(started, settings.timeZone), localDateOf(last.end, settings.timeZone)) + 1];
      }
      const paused = partsWithin(item.timeline, { start: started, end: last.end })
        .filter((part) => !['active', 'waiting'].includes(item.timeline.visits[part.place]!.kind))
        .flatMap(({ free }) => free.map(({ start, end }) => clock.days(start, end)));
      return [clock.days(started, last.end) - (settings.excludePaused ? sum(paused) : 0)];
    });
    if (ages.length === 0) return [];
    const { method, points } = settings.percentiles;
    const named = points.map((point) => [String(point), percentile(ages, point, method)]);
    return [{ stage, kind, items: ages.length, percentilesDays: Object.fromEntries(named) }];
  });
}

export function partsByPeriod(facts: Facts[], window: Window, settings: ReferenceSettings) {
  const items = cycledIn(facts, window);
  return throughputMetric(facts, window, settings).periods.map(({ start, end, complete }) => {
    const own = items.filter((item) => {
      const date = localDateOf(item.end, settings.timeZone);
      return start <= date && date < end;
    });
    const total = {
      activeDays: sum(own.map(({ activeDays }) => activeDays!)),
      waitingDays: sum(own.map(({ waitingDays }) => waitingDays!)),
      blockedDays: sum(own.map(({ blockedDays }) => blockedDays!)),
      pausedDays: sum(own.map(({ pausedDays }) => pausedDays!)),
    };
    const whole =
      total.activeDays + total.waitingDays + total.blockedDays + (settings.excludePaused ? 0 : total.pausedDays);
    return {
      start,
      end,
      complete,
      items: own.length,
      ...total,
      efficiency: whole > 0 ? total.activeDays / whole : null,
    };
  });
}

export function dailyByStage(facts: Facts[], window: Window, stages: ReferenceStage[], settings: ReferenceSettings) {
  return dayEnds(window, settings.timeZone).map(({ date, end }) => ({
    date,
    stages: Object.fromEntries(
      stages.map(({ stage }, place) => [
        stage,
        facts.filter((item) => {
          if (!inProgressBefore(item, end)) return false;
          return item.timeline.visits.some(
            (visit) => visit.stage === place && visit.start < end && (visit.open || end <= visit.end),
          );
        }).length,
      ]),
    ),
  }));
}

/** Items that are in the stage or a later one at some moment, and ever after. */
export function reachedForGood(facts: Facts[], window: Window, stages: ReferenceStage[], settings: ReferenceSettings) {
  const kept = stages.map(({ kind }, place) => ({ kind, place })).filter(({ kind }) => kind !== 'dropped');
  const order = [...kept.filter(({ kind }) => kind !== 'done'), ...kept.filter(({ kind }) => kind === 'done')];
  const rank = (place: number) => order.findIndex((one) => one.place === place);
  const isFrom = (item: Facts, level: number, moment: number) => {
    if (item.outcome === 'dropped') return false;
    const visits = item.timeline.visits.filter(({ kind }) => kind !== 'dropped');
    const now = visits.findLastIndex(({ start }) => start < moment);
    return now !== -1 && visits.slice(now).every(({ stage }) => rank(stage) >= level);
  };
  return dayEnds(window, settings.timeZone).map(({ end }) =>
    Object.fromEntries(
      order.map(({ place }, level) => [stages[place]!.stage, facts.filter((item) => isFrom(item, level, end)).length]),
    ),
  );
}

export function nextMoves(facts: Facts[], window: Window, stages: ReferenceStage[]) {
  const moves = facts.flatMap(({ timeline: { visits } }) =>
    visits.slice(1).map((to, index) => ({ from: visits[index]!, to })),
  );
  return stages.map((_, place) =>
    stages
      .map(({ stage }, target) => ({
        to: stage,
        count: moves.filter(({ from, to }) => from.stage === place && to.stage === target && inWindow(to.start, window))
          .length,
      }))
      .filter(({ count }) => count > 0),
  );
}
