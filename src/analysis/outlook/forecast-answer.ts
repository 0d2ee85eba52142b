import type { Forecast, ForecastReport } from '../../contract/statistics/forecast-schema.ts';
import { PitwallError } from '../../model/errors.ts';
import { WEEKDAYS } from '../../model/settings.ts';
import type { ForecastSettings } from '../../model/statistics/forecast-settings.ts';
import { weekStart } from '../../model/time/calendar-days.ts';
import { dateOfDay, dayOfDate } from '../../model/time/zone.ts';
import {
  backtest,
  type Forecast as Figures,
  FORECAST_PERCENTS,
  forecast,
  MOST_WEEKS,
  type WeeklyHistory,
  type WorkingDays,
  weeklyHistory,
} from '../../stats/forecast/index.ts';
import { findingsOf, outputHeaderOf } from '../answers/output-header.ts';
import type { Dataset } from '../dataset.ts';
import { selectItems } from '../select-items.ts';
import { type DailyFlow, dailyFlow, openItems } from './daily-counts.ts';
import { lackWords, type Warned, warningWords } from './forecast-words.ts';
import { spreadOf } from './spread-answer.ts';

const TRIALS = 10_000;

/**
 * When, and how many: what the weekly finishes of the past make of the work that is left.
 * @throws PitwallError `bad-option` if the date is not ahead, or too far; `unknown-field`, `empty-selection`
 */
export function forecastReportOf(dataset: Dataset, settings: ForecastSettings): ForecastReport {
  const selection = selectItems(dataset);
  const flow = dailyFlow(dataset, selection);
  const left = settings.items;
  const items = {
    count: typeof left === 'number' ? left : openItems(dataset, selection, left === 'in-progress'),
    source: typeof left === 'number' ? ('option' as const) : left,
  };
  const { scope, seed } = settings;
  const { history, reason, status, ...answer } = answerOf(dataset, settings, flow, items.count, selection.length);
  const factor = scope.kind === 'factor' ? { from: scope.from, to: scope.to } : { from: null, to: null };
  return {
    ...outputHeaderOf(dataset),
    forecast: {
      seed,
      trials: TRIALS,
      status,
      reason,
      history,
      scope: { kind: scope.kind, ...factor },
      items,
      ...answer,
    },
    findings: findingsOf(dataset),
  };
}

type Answer = Omit<Forecast, 'items' | 'scope' | 'seed' | 'trials'>;

const NO_WEEKS = { from: null, to: null, weeks: 0, finished: 0 };

function answerOf(
  dataset: Dataset,
  settings: ForecastSettings,
  flow: DailyFlow | null,
  items: number,
  selected: number,
): Answer {
  const nothing = { when: null, howMany: null, chance: null, backtest: null, warnings: [] };
  const { asOf, zone } = dataset;
  if (Number.isNaN(asOf)) return { ...nothing, status: 'tooFew', reason: 'the data hold no dates', history: NO_WEEKS };
  const today = zone.dayOf(asOf);
  const { byDay } = settings;
  checkDate(byDay, today);
  if (flow === null) {
    return { ...nothing, status: 'tooFew', reason: 'the window holds no whole day', history: NO_WEEKS };
  }
  if (settings.scope.kind === 'growth' && selected > 0 && flow.creationsUnknown === selected) {
    throw new PitwallError(
      'bad-option',
      '`growth` counts what is created, and no item has a creation date',
      '--scope',
      'Write a factor, such as `1.0..1.3`',
    );
  }
  const known = workingDays(dataset);
  // The instant after asOf: a week that ends with it is complete.
  const before = zone.dayOf(asOf + 1);
  const history = weeklyHistory(flow.daily, before, known, settings.sampleWeeks);
  const { scope, seed } = settings;
  const startDay = today + 1;
  const question = { startDay, items, byDay, scope, known, seed, trials: TRIALS };
  const figures = forecast(history, question);
  const sample = sampleOf(history, flow);
  if (figures.status !== 'ok')
    return { ...nothing, status: 'tooFew', reason: lackWords(figures.lacks), history: sample };
  const tried = settings.backtest ? tryOut(flow, before, settings, today, known) : null;
  const warnings = warningsOf(figures, flow, settings, tried, daysOffAhead(known, dataset, today));
  return {
    status: 'ok',
    reason: null,
    history: sample,
    ...whenAndHowMany(figures, items, byDay),
    ...(settings.distribution && items > 0 ? spreadOf(history, question, flow) : {}),
    backtest: tried,
    warnings: warnings.map(warningWords),
  };
}

/** @throws PitwallError if the date is not ahead, or further than anybody can say */
function checkDate(byDay: number | null, today: number): void {
  if (byDay === null) return;
  const date = dateOfDay(byDay);
  if (byDay <= today) {
    const what = `${date} is not ahead: the data end on ${dateOfDay(today)}`;
    throw new PitwallError('bad-option', what, '--by', 'Write a later date, or look from an earlier one with --as-of');
  }
  if (byDay > today + 7 * MOST_WEEKS) {
    const last = dateOfDay(today + 7 * MOST_WEEKS);
    const what = `${date} is more than ${MOST_WEEKS} weeks ahead: nobody can say`;
    throw new PitwallError('bad-option', what, '--by', `Write a date up to ${last}`);
  }
}

/** The days on which nobody works, if the calendar knows of any. */
function workingDays({ settings: { calendar } }: Dataset): WorkingDays | null {
  if (calendar.holidays.length === 0) return null;
  const holidays = new Set(calendar.holidays.map(dayOfDate));
  const weekdays = WEEKDAYS.map((weekday) => calendar.days.includes(weekday));
  return { weekdays, isHoliday: (day) => holidays.has(day) };
}

function daysOffAhead(known: WorkingDays | null, { settings: { calendar } }: Dataset, today: number): boolean {
  return known !== null && calendar.holidays.some((date) => dayOfDate(date) > today);
}

function sampleOf({ end, firstDay, items, weeks }: WeeklyHistory, { daily }: DailyFlow): Forecast['history'] {
  if (firstDay === null) return NO_WEEKS;
  const after = Math.min(end, weekStart(daily.firstDay + daily.finished.length));
  return { from: dateOfDay(firstDay), to: dateOfDay(after - 1), weeks, finished: items };
}

/** Values by their percents, as the contract has them. */
function byPercent<Value>(values: readonly Value[]): Record<(typeof FORECAST_PERCENTS)[number], Value> {
  const entries = FORECAST_PERCENTS.map((percent, at) => [percent, values[at] as Value]);
  return Object.fromEntries(entries) as Record<(typeof FORECAST_PERCENTS)[number], Value>;
}

function whenAndHowMany(
  { chance, howMany, when }: Figures,
  items: number,
  byDay: number | null,
): Pick<Forecast, 'when' | 'howMany' | 'chance'> {
  const by = byDay === null ? '' : dateOfDay(byDay);
  return {
    when: when === null ? null : byPercent(when.map((day) => (day === null ? null : dateOfDay(day)))),
    howMany: howMany === null ? null : { by, ...byPercent(howMany) },
    chance: chance === null ? null : { by, items, share: chance },
  };
}

function tryOut(
  { daily }: DailyFlow,
  before: number,
  { byDay, sampleWeeks, seed }: ForecastSettings,
  today: number,
  known: WorkingDays | null,
): NonNullable<Forecast['backtest']> {
  const ahead = byDay === null ? {} : { horizonWeeks: Math.floor((byDay - today) / 7) };
  const tried = backtest(daily, before, { ...ahead, sampleWeeks, known, seed, trials: TRIALS });
  const { held, horizonWeeks, interval, origins, pinball } = tried;
  return {
    horizonWeeks,
    origins: origins.length,
    held,
    interval,
    pinball,
    byOrigin: origins.map(({ came, day, said }) => ({
      from: dateOfDay(day),
      to: dateOfDay(day + 7 * horizonWeeks - 1),
      said: { 50: said[0] as number, 85: said[1] as number, 95: said[2] as number },
      came,
    })),
  };
}

/** Why the answer may be wrong: what the figures say of themselves, and what the data leave out. */
function warningsOf(
  figures: Figures,
  flow: DailyFlow,
  { scope }: ForecastSettings,
  tried: Forecast['backtest'],
  daysOffKnown: boolean,
): Warned[] {
  const warnings: Warned[] = figures.warnings.filter(({ code }) => code !== 'unknownShutdowns');
  if (flow.endsUnknown > 0) warnings.push({ code: 'endsUnknown', items: flow.endsUnknown });
  if (scope.kind === 'growth' && flow.creationsUnknown > 0) {
    warnings.push({ code: 'creationsUnknown', items: flow.creationsUnknown });
  }
  const interval = tried?.interval ?? null;
  if (tried !== null && interval !== null && (interval[0] > 0.85 || interval[1] < 0.85)) {
    warnings.push({ code: 'backtestMissed', share: tried.held?.[85] ?? 0, origins: tried.origins });
  }
  if (!daysOffKnown) warnings.push({ code: 'unknownShutdowns' });
  return warnings;
}
