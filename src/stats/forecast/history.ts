import { weekStart } from '../../model/time/calendar-days.ts';
import { type WorkingDays, weekShape } from './working-days.ts';

/** Weeks looked back unless told otherwise. */
export const SAMPLE_WEEKS = 26;

/** What happened on each day, from one day on; days are counted from 1970-01-01 on the local calendar. */
export interface DailyCounts {
  firstDay: number;
  finished: ArrayLike<number>;
  /** Created less dropped; needed for a growing scope alone. */
  added?: ArrayLike<number>;
}

/** Past weeks, oldest first. */
export interface WeeklyHistory {
  weeks: number;
  /** The Monday of the oldest one, and the Monday after the last; null without weeks. */
  firstDay: number | null;
  /** The Monday that follows the last complete week, in the history or not. */
  end: number;
  /** Seven counts a week, Monday first; a week with holidays made up to a full one. */
  finished: Float64Array;
  added: Float64Array | null;
  /** Items that finished in these weeks, as counted. */
  items: number;
  /** Complete weeks of the sample in which nobody worked: they tell nothing. */
  closedWeeks: number;
}

/**
 * The complete weeks that a forecast draws from.
 *
 * @param before a day: weeks that end before it are complete (the day of the moment at which the data end)
 * @param sampleWeeks how many weeks it looks back
 * @param known holidays; null if none are known
 */
export function weeklyHistory(
  daily: DailyCounts,
  before: number,
  known: WorkingDays | null,
  sampleWeeks = SAMPLE_WEEKS,
): WeeklyHistory {
  const end = weekStart(before);
  const endOfData = daily.firstDay + daily.finished.length;
  const finished: number[] = [];
  const added: number[] = [];
  const summary = { firstDay: null as number | null, items: 0, closedWeeks: 0 };
  const oldest = Math.max(end - 7 * Math.max(0, Math.floor(sampleWeeks)), weekStart(daily.firstDay + 6));
  for (let monday = oldest; monday < end && monday + 7 <= endOfData; monday += 7) {
    const { share } = weekShape(monday, known);
    if (share === 0) {
      summary.closedWeeks++;
      continue;
    }
    summary.firstDay ??= monday;
    for (let day = monday; day < monday + 7; day++) {
      const count = countOn(daily.finished, day - daily.firstDay);
      summary.items += count;
      finished.push(count / share);
      if (daily.added !== undefined) added.push(countOn(daily.added, day - daily.firstDay));
    }
  }
  return {
    ...summary,
    weeks: finished.length / 7,
    end,
    finished: Float64Array.from(finished),
    added: daily.added === undefined ? null : Float64Array.from(added),
  };
}

/** What finished in each week. */
export function weekTotals({ weeks, finished }: WeeklyHistory): Float64Array {
  return Float64Array.from({ length: weeks }, (_, week) => {
    let total = 0;
    for (let day = 7 * week; day < 7 * week + 7; day++) total += finished[day] as number;
    return total;
  });
}

function countOn(counts: ArrayLike<number>, index: number): number {
  const count = counts[index] ?? 0;
  return Number.isFinite(count) ? count : 0;
}
