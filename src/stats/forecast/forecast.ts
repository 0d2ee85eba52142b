import { chanceBy, daysWith, numbersWith } from './answers.ts';
import { type Lack, lacks } from './enough.ts';
import type { WeeklyHistory } from './history.ts';
import { MOST_WEEKS, type Scope, simulate } from './simulate.ts';
import { type ForecastWarning, historyWarnings } from './warnings.ts';
import type { WorkingDays } from './working-days.ts';

/** The chances that a forecast answers for. */
export const FORECAST_PERCENTS = [50, 70, 85, 95] as const;
const TRIALS = 10_000;

export interface ForecastQuestion {
  /** The first day that brings anything: the local day after that of the data's end. */
  startDay: number;
  /** Items that are left; null if nobody asks when they are done. */
  items: number | null;
  /** A day at whose end to say how many; null for none. */
  byDay: number | null;
  scope?: Scope;
  /** Holidays, of the past and to come; null or left out if none are known. */
  known?: WorkingDays | null;
  seed?: number;
  trials?: number;
}

export interface Forecast {
  status: 'ok' | 'tooFew' | 'invalid';
  /** What the history has too little of. */
  lacks: Lack[];
  /** What is wrong with the question. */
  invalid: 'items' | 'byPast' | 'byTooFar' | 'scope' | null;
  trials: number;
  /** For each of the percents: the day (null: not within three years), and how many by the day asked for. */
  when: (number | null)[] | null;
  howMany: number[] | null;
  chance: number | null;
  warnings: ForecastWarning[];
}

/** When, and how many: at 50, 70, 85 and 95 %. */
export function forecast(history: WeeklyHistory, question: ForecastQuestion): Forecast {
  const { items, byDay, startDay, known = null, scope = { kind: 'none' }, trials = TRIALS, seed = 1 } = question;
  const nothing = { lacks: [], invalid: null, trials, when: null, howMany: null, chance: null, warnings: [] };
  const invalid = fault({ ...question, scope }, history);
  if (invalid !== null) return { ...nothing, status: 'invalid', invalid };
  const missing = lacks(history);
  if (missing.length > 0) return { ...nothing, status: 'tooFew', lacks: missing };
  const countDays = byDay === null ? [] : [byDay];
  const { endDays, done } = simulate(history, { startDay, items, scope, countDays, known }, seed, trials);
  const warnings = historyWarnings(history, known !== null);
  const howMany = done[0] === undefined ? null : numbersWith(done[0], FORECAST_PERCENTS);
  const answer = { ...nothing, status: 'ok' as const, howMany, warnings };
  if (items === null) return answer;
  if (items === 0) {
    const when = FORECAST_PERCENTS.map(() => startDay - 1);
    return { ...answer, when, warnings: [...warnings, { code: 'nothingLeft' }] };
  }
  const chance = byDay === null ? null : chanceBy(endDays, byDay);
  return { ...answer, when: daysWith(endDays, FORECAST_PERCENTS), chance };
}

function fault(
  { items, byDay, startDay, scope }: ForecastQuestion & { scope: Scope },
  history: WeeklyHistory,
): Forecast['invalid'] {
  if (items !== null && (!Number.isSafeInteger(items) || items < 0)) return 'items';
  if (byDay !== null && !(byDay >= startDay)) return 'byPast';
  if (byDay !== null && byDay >= startDay + 7 * MOST_WEEKS) return 'byTooFar';
  if (scope.kind === 'growth' && history.added === null) return 'scope';
  if (scope.kind === 'factor' && !(scope.from > 0 && scope.to >= scope.from && scope.to < 1e6)) return 'scope';
  return null;
}
