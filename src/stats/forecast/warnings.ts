import { processLimits } from '../control/index.ts';
import { type WeeklyHistory, weekTotals } from './history.ts';
import { theilSen } from './theil-sen.ts';

/** Why a forecast may be wrong, whatever it says of its own uncertainty. */
export type ForecastWarning =
  /** The weekly counts rise or fall; `perWeek` is the slope as a share of their mean. */
  | { code: 'trend'; slope: number; low: number; high: number; perWeek: number }
  /** The last week is outside the limits of the weeks before. */
  | { code: 'unusualLastWeek'; count: number; lower: number | null; upper: number | null }
  /** Weeks in which nothing finished: shut, or just slow. */
  | { code: 'emptyWeeks'; weeks: number }
  /** No holidays are known: days off to come are not foreseen. */
  | { code: 'unknownShutdowns' }
  | { code: 'nothingLeft' };

/** @param holidaysKnown whether the calendar knows of any days off */
export function historyWarnings(history: WeeklyHistory, holidaysKnown: boolean): ForecastWarning[] {
  const totals = weekTotals(history);
  const warnings: ForecastWarning[] = [];
  const trend = theilSen(totals);
  if (trend !== null && (trend.low > 0 || trend.high < 0)) {
    const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
    warnings.push({ code: 'trend', ...trend, perWeek: trend.slope / mean });
  }
  const count = totals.at(-1);
  const { limits } = processLimits(totals.subarray(0, -1), { least: 0, baseline: { from: 0, to: totals.length } });
  if (limits !== null && count !== undefined) {
    const { lower, upper } = limits;
    const outside = (lower !== null && count < lower) || (upper !== null && count > upper);
    if (outside) warnings.push({ code: 'unusualLastWeek', count, lower, upper });
  }
  const empty = totals.filter((total) => total === 0).length;
  if (empty > 0) warnings.push({ code: 'emptyWeeks', weeks: empty });
  if (!holidaysKnown) warnings.push({ code: 'unknownShutdowns' });
  return warnings;
}
