import { weekStart } from '../../model/time/calendar-days.ts';
import { wilsonInterval } from '../interval/index.ts';
import { numbersWith } from './answers.ts';
import { lacks } from './enough.ts';
import { type DailyCounts, SAMPLE_WEEKS, weeklyHistory } from './history.ts';
import { pinballLoss } from './pinball.ts';
import { simulate } from './simulate.ts';
import type { WorkingDays } from './working-days.ts';

/** Weeks ahead, if no date says how many. */
const HORIZON_WEEKS = 4;
/** Complete weeks that stand before an origin. */
const WEEKS_BEFORE = 8;
/** Fewer origins prove little. */
const ENOUGH_ORIGINS = 8;
const PERCENTS = [50, 85, 95] as const;

export interface BacktestOptions {
  horizonWeeks?: number;
  sampleWeeks?: number;
  known?: WorkingDays | null;
  seed?: number;
  trials?: number;
}

export interface Backtest {
  /** Mondays from which it was tried: what was said with 50, 85 and 95 %, and what came. */
  origins: { day: number; said: number[]; came: number }[];
  horizonWeeks: number;
  /** The share of origins at which at least as many came; null without origins. */
  held: { 50: number; 85: number; 95: number } | null;
  /** Of the share at 85 %. */
  interval: [number, number] | null;
  /** The mean loss of the answer with 85 %. */
  pinball: number | null;
  /** Whether there are origins enough to prove anything. */
  enough: boolean;
  /** Whether the interval leaves out 85 %: the forecast is too sure, or not sure enough. */
  missed: boolean;
}

/**
 * Forecasts of the past, each from what was known then, and what came: rolling origins, one horizon apart, so that no two
 * outcomes share a day (L. J. Tashman, "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting
 * 16, 2000).
 *
 * @param before a day: the weeks that end before it are complete
 */
export function backtest(daily: DailyCounts, before: number, options: BacktestOptions = {}): Backtest {
  const { horizonWeeks = HORIZON_WEEKS, sampleWeeks = SAMPLE_WEEKS, known = null, seed = 1, trials = 10_000 } = options;
  const horizon = 7 * Math.max(1, Math.floor(horizonWeeks));
  const endOfData = weekStart(Math.min(before, daily.firstDay + daily.finished.length));
  const first = weekStart(daily.firstDay + 6) + 7 * WEEKS_BEFORE;
  const origins: Backtest['origins'] = [];
  for (let day = endOfData - horizon; day >= first; day -= horizon) {
    const history = weeklyHistory(daily, day, known, sampleWeeks);
    if (lacks(history).length > 0) continue;
    const countDays = [day + horizon - 1];
    const plan = { startDay: day, items: null, scope: { kind: 'none' } as const, countDays, known };
    const [done] = simulate(history, plan, seed, trials).done;
    let came = 0;
    for (let at = day; at < day + horizon; at++) came += daily.finished[at - daily.firstDay] ?? 0;
    origins.push({ day, said: numbersWith(done as Float64Array, PERCENTS), came });
  }
  return { origins: origins.reverse(), horizonWeeks: horizon / 7, ...scored(origins) };
}

function scored(origins: Backtest['origins']): Omit<Backtest, 'origins' | 'horizonWeeks'> {
  const count = origins.length;
  const enough = count >= ENOUGH_ORIGINS;
  if (count === 0) return { held: null, interval: null, pinball: null, enough, missed: false };
  const kept = PERCENTS.map((_, at) => origins.filter(({ said, came }) => came >= (said[at] as number)).length);
  const losses = origins.map(({ said, came }) => pinballLoss(said[1] as number, came, 0.15));
  const interval = wilsonInterval(kept[1] as number, count) as [number, number];
  const share = (at: number) => (kept[at] as number) / count;
  return {
    held: { 50: share(0), 85: share(1), 95: share(2) },
    interval,
    pinball: losses.reduce((sum, loss) => sum + loss, 0) / count,
    enough,
    missed: interval[0] > 0.85 || interval[1] < 0.85,
  };
}
