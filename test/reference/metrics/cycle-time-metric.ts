import { censoredPercentile, lifetimesWithin, stepsOf } from '../ages.ts';
import { sample } from '../distribution.ts';
import { cycledIn } from '../populations.ts';
import type { Clock } from '../time/clock.ts';
import type { Window } from '../time/window.ts';
import type { Facts, ReferenceSettings } from '../types.ts';

/** Definitions §5, cycle time, with its percentiles with the open items. */

export function cycleTimeMetric(facts: Facts[], window: Window, settings: ReferenceSettings, clock: Clock) {
  const { percentiles } = settings;
  const lives = lifetimesWithin(facts, window, settings, clock);
  const open = lives.filter((life) => life.open).length;
  const steps = new Set(stepsOf(lives));
  const many = lives.length > 0 && open / lives.length >= 0.05;
  const found = percentiles.points.map((point) => [String(point), censoredPercentile(lives, point)] as const);
  return {
    ...sample(
      cycledIn(facts, window).map(({ cycleTimeDays }) => cycleTimeDays!),
      percentiles,
    ),
    censoring: {
      items: lives.length,
      open,
      dropped: lives.filter((life) => !life.open && !life.finished).length,
      lastDays: lives.length === 0 ? null : Math.max(...lives.map(({ end }) => end)),
      finishesLeftOut: lives.filter(({ end, finished }) => finished && !steps.has(end)).length,
    },
    censoredPercentilesDays: many ? Object.fromEntries(found.map(([point, { value }]) => [point, value])) : null,
    censoredPercentileIntervalsDays: many ? Object.fromEntries(found.map(([point, { ends }]) => [point, ends])) : null,
  };
}
