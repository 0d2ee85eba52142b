import type { Forecast } from '../../contract/statistics/forecast-schema.ts';
import { weekStart } from '../../model/time/calendar-days.ts';
import { dateOfDay } from '../../model/time/zone.ts';
import { FAN_PERCENTS, type ForecastQuestion, spread, type WeeklyHistory } from '../../stats/forecast/index.ts';
import type { DailyFlow } from './daily-counts.ts';

type BurnUp = NonNullable<Forecast['burnUp']>;

/** Of the past, so many are seen at least. */
const FEWEST_WEEKS = 4;

/** How the days spread on which all is done, and the burn-up: what was done week by week, and what may come. */
export function spreadOf(
  history: WeeklyHistory,
  question: ForecastQuestion & { items: number },
  { daily }: DailyFlow,
): Required<Pick<Forecast, 'distribution' | 'burnUp'>> {
  const { items, scope, startDay } = question;
  const { ends, fan } = spread(history, question);
  const weeks = Math.max(FEWEST_WEEKS, fan.length);
  const from = Math.max(history.firstDay ?? startDay, weekStart(startDay) - 7 * weeks);
  const past = pastOf(daily, Math.min(from, startDay), startDay - 1);
  const before = past.at(-1)?.done ?? 0;
  // Work that is not there cannot be done. Of a scope that grows as before nobody knows how much there will be.
  const most =
    scope?.kind === 'growth'
      ? Number.POSITIVE_INFINITY
      : Math.ceil(items * (scope?.kind === 'factor' ? scope.to : 1) - 1e-9);
  const chances = (numbers: (at: number) => number) =>
    Object.fromEntries(FAN_PERCENTS.map((percent, at) => [percent, before + Math.min(most, numbers(at))]));
  const ahead = [
    { date: dateOfDay(startDay - 1), done: chances(() => 0) },
    ...fan.map(({ day, done }) => ({ date: dateOfDay(day), done: chances((at) => done[at] as number) })),
  ];
  return {
    distribution: ends.map(({ from, share, to }) => ({ from: dateOfDay(from), to: dateOfDay(to), share })),
    burnUp: { past, ahead: ahead as BurnUp['ahead'], total: before + items },
  };
}

/** What was finished from one day on, by the end of each week and of the last day. */
function pastOf({ finished, firstDay }: DailyFlow['daily'], from: number, last: number): BurnUp['past'] {
  const past: BurnUp['past'] = [{ date: dateOfDay(from - 1), done: 0 }];
  let done = 0;
  for (let day = from; day <= last; day++) {
    done += finished[day - firstDay] ?? 0;
    if (weekStart(day + 1) === day + 1 || day === last) past.push({ date: dateOfDay(day), done });
  }
  return past;
}
