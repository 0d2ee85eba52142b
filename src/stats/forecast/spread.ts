import { weekStart } from '../../model/time/calendar-days.ts';
import { daysWith, numbersWith } from './answers.ts';
import type { ForecastQuestion } from './forecast.ts';
import type { WeeklyHistory } from './history.ts';
import { MOST_WEEKS, simulate } from './simulate.ts';

/** The chances that a fan shows, the largest number first. */
export const FAN_PERCENTS = [5, 15, 50, 85, 95] as const;
/** The days on which so many of the trials end are told apart. */
const SHOWN_PERCENT = 99;
/** More days than this are shown by week. */
const MOST_DAYS = 42;

/** Days from the first to the last, and the share of the trials in which all is done within them. */
interface EndSpan {
  from: number;
  to: number;
  share: number;
}

export interface Spread {
  /** From the first day on which any trial ends, without gaps; at least 99 % of the trials, where these end at all. */
  ends: EndSpan[];
  /** At the end of each week up to the one in which 95 % of the trials end: how many, for each of the percents. */
  fan: { day: number; done: number[] }[];
}

/**
 * How the days spread on which all is done, and what is done week by week until then. The trials are those of `forecast`.
 *
 * @param history with enough weeks for a forecast
 * @param question as `forecast` takes it, of at least one item; its date does not matter
 */
export function spread(history: WeeklyHistory, question: ForecastQuestion & { items: number }): Spread {
  const { items, known = null, scope = { kind: 'none' }, seed = 1, startDay, trials = 10_000 } = question;
  const plan = { startDay, items, scope, known };
  const { endDays } = simulate(history, { ...plan, countDays: [] }, seed, trials);
  const [likely = null] = daysWith(endDays, [95]);
  const countDays = weekEnds(startDay, likely ?? startDay + 7 * MOST_WEEKS - 1);
  // The same trials once more: for how many weeks they count is known only now.
  const { done } = simulate(history, { ...plan, countDays }, seed, trials);
  return {
    ends: spansOf(endDays),
    fan: countDays.map((day, at) => ({ day, done: numbersWith(done[at] as Float64Array, FAN_PERCENTS) })),
  };
}

/** Sundays, up to the one on or after a day. */
function weekEnds(startDay: number, last: number): number[] {
  const days: number[] = [];
  for (let monday = weekStart(startDay); monday <= last; monday += 7) days.push(monday + 6);
  return days;
}

function spansOf(endDays: Float64Array): EndSpan[] {
  const first = endDays.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  if (first === Number.POSITIVE_INFINITY) return [];
  const latest = endDays.reduce((most, day) => (Number.isFinite(day) ? Math.max(most, day) : most), first);
  const last = daysWith(endDays, [SHOWN_PERCENT])[0] ?? latest;
  const size = last - first < MOST_DAYS ? 1 : 7;
  const start = size === 1 ? first : weekStart(first);
  const counts = new Float64Array(Math.floor((last - start) / size) + 1);
  for (const day of endDays) {
    const at = Math.floor((day - start) / size);
    if (at < counts.length) counts[at]! += 1;
  }
  return Array.from(counts, (count, at) => ({
    from: start + at * size,
    to: start + (at + 1) * size - 1,
    share: count / endDays.length,
  }));
}
