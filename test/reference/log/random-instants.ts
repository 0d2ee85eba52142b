import { workingIntervals } from '../time/calendar.ts';
import { periodEnd, periodStart } from '../time/periods.ts';
import { localDateOf, offsetAt, startOfDate } from '../time/zone.ts';
import type { ReferenceSettings } from '../types.ts';
import type { Random } from './random.ts';

/** Instants that like to fall on boundaries. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR_START = Date.UTC(2025, 0, 1);

const knownChanges = new Map<string, number[]>();

/** The instants of a year at which the zone's clocks change. */
export function clockChanges(zone: string): number[] {
  const known = knownChanges.get(zone);
  if (known !== undefined) return known;
  const changes: number[] = [];
  for (let hour = 0; hour < 365 * 24; hour += 24) {
    let before = YEAR_START + hour * HOUR;
    let after = before + DAY;
    if (offsetAt(before, zone) === offsetAt(after, zone)) continue;
    while (after - before > 1000) {
      const middle = before + Math.floor((after - before) / 2000) * 1000;
      if (offsetAt(middle, zone) === offsetAt(before, zone)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  knownChanges.set(zone, changes);
  return changes;
}

/** Where the log begins: some days before a clock change, if there is one. */
export function randomBeginning(random: Random, zone: string): number {
  const changes = clockChanges(zone);
  const centre =
    changes.length > 0 && random.chance(0.8) ? random.pick(changes) : YEAR_START + random.whole(0, 330) * DAY;
  return centre - random.whole(1, 25) * DAY;
}

/** The next boundary of a random sort after an instant. */
function nextBoundary(random: Random, instant: number, settings: ReferenceSettings): number {
  const { timeZone: zone, unit, sprint } = settings;
  const today = localDateOf(instant, zone);
  const sort = random.pick(['midnight', 'period', 'working hours', 'clock change', 'hour']);
  if (sort === 'midnight') return startOfDate(periodEnd(today, 'day', null), zone);
  if (sort === 'period') return startOfDate(periodEnd(periodStart(today, unit, sprint), unit, sprint), zone);
  if (sort === 'working hours') {
    const edges = workingIntervals(settings.calendar, zone, instant, instant + 3 * DAY).flatMap(({ start, end }) => [
      start,
      end,
    ]);
    return edges.find((edge) => edge >= instant && random.chance(0.6)) ?? instant;
  }
  if (sort === 'clock change') {
    const change = clockChanges(zone).find((at) => at >= instant && at < instant + 20 * DAY);
    return change === undefined ? instant : change + random.pick([-HOUR, -1000, -1, 0, 0, 1, 1000, HOUR / 2, HOUR]);
  }
  return Math.ceil(instant / HOUR) * HOUR;
}

/** Some time after an instant: often on a boundary or a millisecond beside it, now and then at once. */
export function laterThan(random: Random, instant: number, settings: ReferenceSettings): number {
  const step = random.weighted([
    [0, 6],
    [random.whole(1, 59_999), 8],
    [random.whole(1, 180) * 60_000, 15],
    [random.whole(1, 72) * HOUR, 30],
    [random.whole(1, 20 * 86_400) * 1000, 15],
    [random.whole(1, 15 * 86_400_000), 10],
  ]);
  const later = instant + step;
  if (step === 0 || !random.chance(0.4)) return later;
  const boundary =
    nextBoundary(random, later, settings) +
    random.weighted([
      [0, 8],
      [-1, 1],
      [1, 1],
    ]);
  return Math.max(instant, boundary);
}
