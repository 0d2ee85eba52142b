import { plainSurvival } from '../stats/survival/plain.ts';
import { partsWithin } from './facts.ts';
import { fullDayHours } from './time/calendar.ts';
import type { Clock } from './time/clock.ts';
import { sum } from './time/intervals.ts';
import type { Window } from './time/window.ts';
import { daysBetween, localDateOf } from './time/zone.ts';
import type { Facts, ReferenceSettings } from './types.ts';

/** How long items last, with the open ones: from the definitions, one age after the other. */

/** What rounding may leave between two ages, in days: far less than a millisecond. */
const NEAR = 1e-9;

export interface Lifetime {
  fact: Facts;
  end: number;
  finished: boolean;
  entry: number;
}

/** The age of an item at an instant: what its cycle time would be, were it over then. */
export function ageAt(
  { started, timeline }: Facts,
  instant: number,
  settings: ReferenceSettings,
  clock: Clock,
): number {
  if (settings.basis === 'inclusive')
    return daysBetween(localDateOf(started!, settings.timeZone), localDateOf(instant, settings.timeZone)) + 1;
  const parts = settings.excludePaused ? partsWithin(timeline, { start: started!, end: instant }) : [];
  const paused = parts
    .filter(({ place }) => !['active', 'waiting'].includes(timeline.visits[place]!.kind))
    .flatMap(({ free }) => free.map(({ start, end }) => clock.days(start, end)));
  // Sums of parts differ in their last digits, and equal ages must be equal: they are whole milliseconds.
  const dayMs = 3_600_000 * (settings.basis === 'working' ? fullDayHours(settings.calendar) : 24);
  return Math.round((clock.days(started!, instant) - sum(paused)) * dayMs) / dayMs;
}

const isTimed = ({ end, started }: Facts): boolean => started !== null && !Number.isNaN(end);

/** Items in progress at some time of the window, in view from the later of their start and the window's. */
export function lifetimesWithin(
  facts: Facts[],
  window: Window,
  settings: ReferenceSettings,
  clock: Clock,
): (Lifetime & { open: boolean })[] {
  return facts
    .filter((fact) => isTimed(fact) && fact.started! < window.to && fact.end >= window.from)
    .map((fact) => {
      const open = fact.open || fact.end >= window.to;
      return {
        fact,
        open,
        end: ageAt(fact, Math.min(fact.end, window.to - 1), settings, clock),
        finished: fact.outcome === 'finished' && !open,
        entry: fact.started! < window.from ? ageAt(fact, window.from, settings, clock) : 0,
      };
    })
    .filter(({ end, entry }) => entry <= 0 || entry < end);
}

/** All items that started, from their start. */
export function allLifetimes(facts: Facts[], settings: ReferenceSettings, clock: Clock): Lifetime[] {
  return facts.filter(isTimed).map((fact) => ({
    fact,
    end: ageAt(fact, fact.end, settings, clock),
    finished: fact.outcome === 'finished',
    entry: 0,
  }));
}

/** The first age at which no more than the rest lasts longer; the middle of a step that is flat at exactly the rest. */
export function ageOfShare(ages: number[], beyond: (age: number) => number, rest: number): number | null {
  const ascending = [...new Set(ages)].sort((a, b) => a - b);
  const first = ascending.findIndex((age) => beyond(age) <= rest + NEAR);
  if (first < 0) return null;
  const flat = Math.abs(beyond(ascending[first]!) - rest) <= NEAR && first + 1 < ascending.length;
  return flat ? (ascending[first]! + ascending[first + 1]!) / 2 : ascending[first]!;
}

/** The ages at which the curve takes a step: finishes that are not left out. */
export function stepsOf(lives: Lifetime[]): number[] {
  const ages = lives.filter(({ finished }) => finished).map(({ end }) => end);
  return [...new Set(ages)].filter((age) => {
    const inView = lives.filter(({ end, entry }) => (entry <= 0 || entry < age) && age <= end).length;
    return inView >= 5 || !lives.some(({ entry }) => entry > 0 && entry >= age);
  });
}

/** A percentile with censoring and the two ends of its interval. */
export function censoredPercentile(
  lives: Lifetime[],
  point: number,
): { value: number | null; ends: (number | null)[] } {
  const rest = 1 - point / 100;
  const steps = stepsOf(lives).sort((a, b) => a - b);
  const ends = [1, -1].map((sign) => {
    const found = steps.find((age) => {
      const { greenwood, share } = plainSurvival(lives, age);
      if (share <= 0) return sign === 1;
      const spread = (1.959963984540054 * Math.sqrt(greenwood)) / Math.abs(Math.log(share));
      return share ** Math.exp(sign * spread) <= rest + NEAR;
    });
    return found ?? null;
  });
  return { value: ageOfShare(steps, (age) => plainSurvival(lives, age).share, rest), ends };
}
