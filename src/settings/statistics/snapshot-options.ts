import type { PeriodUnit } from '../../model/settings.ts';
import type { SnapshotSettings } from '../../model/statistics/snapshot-settings.ts';
import { weekStart } from '../../model/time/calendar-days.ts';
import { DAY_MS } from '../../model/time/units.ts';
import { dayOfDate } from '../../model/time/zone.ts';
import { optionError } from '../problems/option-problem.ts';

/** The options of a snapshot. */
export interface SnapshotOptions {
  /** What tells this board from others in the same history; `default` unless told otherwise. */
  series?: string;
  /** A complete period: `2026-W47`, `2026-11`, or the first day of any. Default: the last complete one. */
  period?: string;
  /** Every complete period of the data. */
  backfill?: boolean;
  /** Of how many of the latest periods that the history holds the figures are looked at again; 26 by default. */
  recheck?: number;
}

const DEFAULT_SERIES = 'default';
const USUAL_RECHECK = 26;
const MOST_RECHECKED = 10_000;
const LONGEST_NAME = 200;

/** @throws PitwallError `bad-option` */
export function snapshotSettingsOf(options: SnapshotOptions): SnapshotSettings {
  const { backfill = false, period, recheck = USUAL_RECHECK, series } = options;
  if (backfill && period !== undefined) {
    throw optionError('--period', '--backfill adds every period already', 'Leave one of them out');
  }
  if (!Number.isInteger(recheck) || recheck < 0 || recheck > MOST_RECHECKED) {
    throw optionError('--recheck', `\`${recheck}\` is not a number of periods`, 'Write a whole number, such as 26');
  }
  return {
    series: seriesOf(series),
    asked: backfill ? 'all' : period === undefined ? 'last' : periodOf(period),
    recheck,
  };
}

/** @throws PitwallError `bad-option` */
export function seriesOf(series: string | undefined): string {
  if (series === undefined) return DEFAULT_SERIES;
  const name = String(series).trim();
  if (name !== '' && name.length <= LONGEST_NAME && !/\p{Cc}/u.test(name)) return name;
  throw optionError('--series', 'a series needs a name', 'Write a short name, such as web-team');
}

const WEEK = /^(\d{4})-W(\d{2})$/i;
const MONTH = /^(\d{4})-(\d{2})$/;

function periodOf(period: string): { day: number; unit: PeriodUnit | null; text: string } {
  const text = String(period).trim();
  const week = WEEK.exec(text);
  const month = MONTH.exec(text);
  const unit = week !== null ? 'week' : month !== null ? 'month' : null;
  const day =
    week !== null ? isoWeek(Number(week[1]), Number(week[2])) : dayOfDate(month === null ? text : `${text}-01`);
  if (!Number.isNaN(day)) return { day, unit, text };
  throw optionError('--period', `\`${period}\` is no period`, 'Write 2026-W47, 2026-11, or its first day, 2026-11-16');
}

/** The Monday of a week of ISO 8601, whose first is the one with 4 January; NaN if the year has no such week. */
function isoWeek(year: number, week: number): number {
  const first = weekStart(dayOfDate(`${String(year).padStart(4, '0')}-01-04`));
  const monday = first + 7 * (week - 1);
  // A week belongs to the year of its Thursday.
  const ownYear = new Date((monday + 3) * DAY_MS).getUTCFullYear();
  return week >= 1 && ownYear === year ? monday : Number.NaN;
}
