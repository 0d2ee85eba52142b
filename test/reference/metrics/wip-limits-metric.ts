import { percentile } from '../distribution.ts';
import { inProgress } from '../populations.ts';
import { progressWithin } from '../progress.ts';
import type { Clock } from '../time/clock.ts';
import { overlap, sum } from '../time/intervals.ts';
import type { Window } from '../time/window.ts';
import type { Facts, Interval, ReferenceSettings, ReferenceStage } from '../types.ts';

/** WIP limits, as docs/metrics.md has them. */

const DAY = 86_400_000;

/** How long how many of the stretches run at once, from one instant to another. */
function levels(stretches: Interval[], from: number, to: number): { count: number; time: number }[] {
  const inside = stretches.flatMap(({ start, end }) => [start, end]).filter((at) => from < at && at < to);
  const instants = [from, ...new Set(inside), to].sort((a, b) => a - b);
  return instants.slice(0, -1).map((instant, place) => ({
    count: stretches.filter(({ start, end }) => start <= instant && instant < end).length,
    time: instants[place + 1]! - instant,
  }));
}

function suggestionOf(stretches: Interval[], window: Window) {
  const entries = stretches
    .map(({ start }) => start)
    .filter((at) => at > window.from)
    .sort((a, b) => a - b);
  if (entries.length < 20) return null;
  const from = entries[Math.ceil(entries.length / 10) - 1]!;
  const length = window.to - from;
  if (length < 28 * DAY) return null;
  const seen = levels(stretches, from, window.to);
  const held = (limit: number) => sum(seen.filter(({ count }) => count <= limit).map(({ time }) => time));
  let limit = 1;
  while (held(limit) < 0.85 * length) limit += 1;
  return {
    limit,
    heldShare: held(limit) / length,
    average: sum(seen.map(({ count, time }) => count * time)) / length,
    from: new Date(from).toISOString(),
    days: length / DAY,
    visits: entries.length,
  };
}

export function wipLimitsMetric(
  facts: Facts[],
  window: Window,
  stages: ReferenceStage[],
  settings: ReferenceSettings,
  clock: Clock,
) {
  const length = window.to - window.from;
  return {
    stages: stages.flatMap(({ stage, kind, limit }, place) => {
      if (kind !== 'active' && kind !== 'waiting' && limit === undefined) return [];
      const visits = facts.flatMap((item) => {
        const progress = progressWithin(item, window);
        if (progress === null) return [];
        return item.timeline.visits
          .filter((visit) => visit.stage === place)
          .flatMap(({ start, end, open }) => {
            const stretch = overlap(progress, { start, end: open ? Infinity : end });
            return stretch === null ? [] : [{ ...stretch, entered: start }];
          });
      });
      const entered = visits.filter((visit) => visit.entered >= window.from);
      const full = (visit: Interval) =>
        visits.filter((other) => other !== visit && other.start <= visit.start && visit.start < other.end).length >=
        limit!;
      const median = (of: Interval[]) =>
        percentile(
          of.filter(({ end }) => end < window.to).map(({ start, end }) => clock.days(start, end)),
          50,
          settings.percentiles.method,
        );
      const seen = length > 0 ? levels(visits, window.from, window.to) : [];
      const over = seen.filter(({ count }) => limit !== undefined && count > limit);
      const limited = limit !== undefined && length > 0;
      return [
        {
          stage,
          kind,
          limit: limit ?? null,
          current: inProgress(facts).filter(({ timeline }) => timeline.visits.at(-1)!.stage === place).length,
          average: length > 0 ? sum(seen.map(({ count, time }) => count * time)) / length : null,
          maximum: Math.max(0, ...seen.map(({ count }) => count)),
          overDays: limited ? sum(over.map(({ time }) => time)) / DAY : null,
          overShare: limited ? sum(over.map(({ time }) => time)) / length : null,
          itemDaysBeyond: limited ? sum(over.map(({ count, time }) => (count - limit!) * time)) / DAY : null,
          visitsBeyond: limit === undefined ? null : entered.filter(full).length,
          medianDaysBeyond: limit === undefined ? null : median(entered.filter(full)),
          medianDaysWithin: limit === undefined ? null : median(entered.filter((visit) => !full(visit))),
          suggestion: limit === undefined ? suggestionOf(visits, window) : null,
        },
      ];
    }),
  };
}
