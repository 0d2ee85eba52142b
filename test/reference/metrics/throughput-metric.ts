import { mean, percentile, standardDeviation } from '../distribution.ts';
import { droppedIn, finishedIn } from '../populations.ts';
import { sum } from '../time/intervals.ts';
import { periodEnd, periodStart } from '../time/periods.ts';
import { inWindow, type Window } from '../time/window.ts';
import { localDateOf, startOfDate } from '../time/zone.ts';
import type { Facts, ReferenceSettings } from '../types.ts';

/** Definitions §5, throughput. */

function pointsOf({ timeline }: Facts): number | null {
  const text = timeline.fields.points ?? '';
  return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

/** The sum of the points that are known; null if there are items and none has any. */
function sumOfPoints(items: Facts[]): number | null {
  const known = items.map(pointsOf).filter((points) => points !== null);
  return items.length > 0 && known.length === 0 ? null : sum(known);
}

export function throughputMetric(facts: Facts[], window: Window, settings: ReferenceSettings) {
  const { timeZone: zone, unit, sprint } = settings;
  const periods = [];
  const finishedInComplete: Facts[] = [];
  const last = localDateOf(window.to - 1, zone);
  let start = periodStart(localDateOf(window.from, zone), unit, sprint);
  while (start <= last) {
    let end = periodEnd(start, unit, sprint);
    // A day that the zone skips is no period: 30 December 2011 in Samoa.
    while (startOfDate(end, zone) === startOfDate(periodEnd(end, unit, sprint), zone))
      end = periodEnd(end, unit, sprint);
    const first = startOfDate(start, zone);
    const next = startOfDate(end, zone);
    const both = { from: Math.max(first, window.from), to: Math.min(next, window.to) };
    const complete = window.from <= first && next <= window.to;
    const finished = finishedIn(facts, both);
    if (complete) finishedInComplete.push(...finished);
    periods.push({
      start,
      end,
      complete,
      finished: finished.length,
      points: sumOfPoints(finished),
      pointsUnknown: finished.filter((item) => pointsOf(item) === null).length,
      started: facts.filter(({ started }) => started !== null && inWindow(started, both)).length,
      created: facts.filter(({ timeline }) => inWindow(timeline.created, both)).length,
      dropped: droppedIn(facts, both).length,
    });
    start = end;
  }
  const counts = periods.filter(({ complete }) => complete).map(({ finished }) => finished);
  const points = sumOfPoints(finishedInComplete);
  return {
    unit,
    periods,
    completePeriods: counts.length,
    meanPerPeriod: mean(counts),
    medianPerPeriod: percentile(counts, 50, settings.percentiles.method),
    standardDeviation: standardDeviation(counts),
    meanPointsPerPeriod: counts.length === 0 || points === null ? null : points / counts.length,
  };
}
