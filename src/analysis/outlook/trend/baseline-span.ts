import { PitwallError } from '../../../model/errors.ts';
import type { PeriodUnit } from '../../../model/settings.ts';
import type { TrendSettings } from '../../../model/statistics/trend-settings.ts';
import { dateOfDay, dayOfDate } from '../../../model/time/zone.ts';
import type { PeriodPoint } from '../period-points.ts';

type Period = Pick<PeriodPoint, 'start' | 'end'>;

/** The last day of a period: the one before the next starts. */
export function lastDay({ end }: Pick<Period, 'end'>): string {
  return dateOfDay(dayOfDate(end) - 1);
}

/**
 * The indices of the periods that lie within the baseline that was asked for; null where none was.
 *
 * @param periods those that a baseline may be of, ascending
 * @throws PitwallError `bad-option` if it holds none of them
 */
export function baselineSpan(
  periods: readonly Period[],
  unit: PeriodUnit,
  { baseline }: Pick<TrendSettings, 'baseline'>,
): { from: number; to: number } | null {
  // Without any period there is nothing to compare, whatever the baseline.
  if (baseline === null || periods.length === 0) return null;
  const { from, to } = baseline;
  const isIn = (period: Period) => dayOfDate(period.start) >= from && dayOfDate(lastDay(period)) <= to;
  const first = periods.findIndex(isIn);
  if (first !== -1) return { from: first, to: periods.findLastIndex(isIn) };
  const [earliest] = periods as [Period];
  const what = `no complete ${unit} lies within ${dateOfDay(from)}..${dateOfDay(to)}`;
  const known = `${earliest.start}..${lastDay(periods.at(-1) as Period)}`;
  throw new PitwallError('bad-option', what, '--baseline', `The complete ${unit}s are those of ${known}`);
}
