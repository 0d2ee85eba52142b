import type { Throughput } from '../../contract/result.ts';
import type { Forecast } from '../../contract/statistics/forecast-schema.ts';
import type { Axis, Bar, PlanePanel, Point, Reference, Series } from '../../model/document/chart.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import { dateWords } from '../../model/time/date-words.ts';
import { DAY_MS } from '../../model/time/units.ts';
import type { ChartDefinition } from '../chart-definition.ts';
import { amountAxis, placeOfDate, timeAxis, wallClock } from '../kit/axes.ts';
import { fromTo } from '../kit/words.ts';

const PERCENTS = [50, 70, 85, 95] as const;

interface Answer {
  percent: (typeof PERCENTS)[number];
  date: string;
}

/** When what is left will be done, after the pace that this rests on. */
export const forecastChart: ChartDefinition = {
  name: 'forecast',
  shows: 'by when the open items are done, and how sure that is',
  reading:
    'Each bar says how likely it is that everything is done on that day or in that week; the upright lines say by when it is with which chance: 85 % holds about 85 times of a hundred. The burn-up shows what was done and, as a fan, what may come: the wider, the less is known. The pace of the past is what that rests on: the more it varies, the wider the fan.',
  needs: [],
  uses: ['throughput'],
  answers: ['forecast'],
  options: [],
  draw(data) {
    const { burnUp, distribution = [], history, items, reason, scope, warnings, when } = data.forecast as Forecast;
    if (when === null) return `No forecast: ${reason ?? 'the history does not allow one'}.`;
    if (items.count === 0) return 'Nothing is left to do, so there is nothing to forecast.';
    const answers = PERCENTS.flatMap((percent): Answer[] => {
      const date = when[percent];
      return date === null ? [] : [{ percent, date }];
    });
    const [first] = answers;
    const last = answers.at(-1);
    if (first === undefined || last === undefined)
      return `${countOf(items.count, 'open item')} will hardly be done within 156 weeks.`;
    const bars = paceOf(data.throughput, history.from);
    const today = data.asOf === null ? placeOfDate(first.date) : wallClock(data.timeZone)(data.asOf);
    const end = placeOfDate(last.date) + DAY_MS;
    const known = distribution.length > 0;
    const sure = answers.find(({ percent }) => percent === 85) ?? last;
    return {
      title: `${sure.percent} % sure: ${countOf(items.count, 'open item')} done by ${dateWords(sure.date)}.`,
      alternative: `${answers.map(({ date, percent }) => `${percent} % by ${dateWords(date)}`).join(', ')}. ${known ? 'Bars for how likely each date is. ' : ''}Below, bars for the pace of the past: ${formatNumber(history.finished, 'items')} finished in ${countOf(history.weeks, 'week')}.`,
      panels: [
        known ? distributionPanel(today, end, distribution, answers) : chancePanel(today, end, answers),
        ...(burnUp === undefined ? [] : [burnUpPanel(burnUp, scope.kind)]),
        ...(bars.length === 0 ? [] : [pacePanel(bars, data.throughput as Throughput)]),
      ],
      notes: warnings.map(({ message }) => message),
    };
  },
};

/** The periods of the history, as far as they are whole. */
function paceOf(throughput: Throughput | undefined, from: string | null): Bar[] {
  return (throughput?.periods ?? [])
    .filter(({ complete, start }) => complete && (from === null || start >= from))
    .map(({ end, finished, start }) => ({
      from: placeOfDate(start),
      to: placeOfDate(end),
      value: finished,
      label: start,
      incomplete: false,
    }));
}

function linesOf(answers: readonly Answer[]): Reference[] {
  return answers.map(({ date, percent }) => ({
    axis: 'x',
    // By the end of that date.
    value: placeOfDate(date) + DAY_MS,
    label: `${percent} %`,
    text: dateWords(date),
    tone: 'limit',
  }));
}

function pacePanel(bars: readonly Bar[], { unit }: Throughput): PlanePanel {
  return {
    panel: 'plane',
    title: `The pace that it rests on: what finished a ${unit}`,
    x: timeAxis(
      unit.replace(/^./, (letter) => letter.toUpperCase()),
      bars.flatMap(({ from, to }) => [from, to]),
    ),
    y: amountAxis(
      'Finished',
      'items',
      bars.map(({ value }) => value),
    ),
    series: [{ mark: 'bars', label: '', tone: 'plain', stacked: false, bars }],
    references: [],
  };
}

function chancePanel(today: number, end: number, answers: readonly Answer[]): PlanePanel {
  const points = answers.map(
    ({ date, percent }): Point => ({
      x: placeOfDate(date) + DAY_MS,
      y: percent / 100,
      note: `${percent} % by ${dateWords(date)}`,
      marked: true,
    }),
  );
  return {
    panel: 'plane',
    title: '',
    x: timeAxis('Done by the end of', [today, end]),
    y: { ...amountAxis('Chance that everything is done', 'share', []), to: 1 },
    series: [{ mark: 'line', label: '', tone: 'signal', stepped: false, points }],
    references: linesOf(answers),
  };
}

/** How likely each day or week is to be the one in which all is done. */
function distributionPanel(
  today: number,
  end: number,
  distribution: NonNullable<Forecast['distribution']>,
  answers: readonly Answer[],
): PlanePanel {
  const bars = distribution.map(
    ({ from, share, to }): Bar => ({
      from: placeOfDate(from),
      to: placeOfDate(to) + DAY_MS,
      value: share,
      label: from === to ? dateWords(from) : fromTo(from, to),
      incomplete: false,
    }),
  );
  const byDay = distribution.every(({ from, to }) => from === to);
  const last = bars.reduce((latest, { to }) => Math.max(latest, to), end);
  return {
    panel: 'plane',
    title: '',
    x: timeAxis('Done', [today, ...bars.map(({ from }) => from), last]),
    y: amountAxis(
      `Chance that all is done ${byDay ? 'on that day' : 'in that week'}`,
      'share',
      bars.map(({ value }) => value),
    ),
    series: [{ mark: 'bars', label: '', tone: 'plain', stacked: false, bars }],
    references: linesOf(answers),
  };
}

/** What was done since the history began, and the fan of what may come. */
function burnUpPanel(
  { ahead, past, total }: NonNullable<Forecast['burnUp']>,
  scope: Forecast['scope']['kind'],
): PlanePanel {
  // By the end of a date.
  const place = (date: string) => placeOfDate(date) + DAY_MS;
  const line = (points: readonly { date: string; done: number }[]) =>
    points.map(({ date, done }): Point => ({ x: place(date), y: done, note: null, marked: false }));
  const band = (label: string, low: 85 | 95, high: 5 | 15): Series => ({
    mark: 'band',
    label,
    tone: 'context',
    edges: ahead.map(({ date, done }) => ({ x: place(date), low: done[low], high: done[high] })),
  });
  const most = ahead.reduce((largest, { done }) => Math.max(largest, done[5]), total);
  const y: Axis = amountAxis(`Done after ${dateWords(past[0]?.date ?? '')}`, 'items', [most]);
  return {
    panel: 'plane',
    title: 'Burn-up: what was done, and what may come',
    x: timeAxis(
      'Day',
      [...past, ...ahead].map(({ date }) => place(date)),
    ),
    y,
    series: [
      band('90 % of what may come', 95, 5),
      band('70 %', 85, 15),
      { mark: 'line', label: 'done up to now', tone: 'done', stepped: false, points: line(past) },
      {
        mark: 'line',
        label: 'from now: as likely more as fewer',
        tone: 'signal',
        stepped: false,
        points: line(ahead.map(({ date, done }) => ({ date, done: done[50] }))),
      },
    ],
    references: [
      {
        axis: 'y',
        value: total,
        label: scope === 'none' ? 'all' : 'all of now',
        text: formatNumber(total, 'items'),
        tone: 'limit',
      },
      ...ahead.slice(0, 1).map(({ date }): Reference => {
        return { axis: 'x', value: place(date), label: 'now', text: dateWords(date), tone: 'context' };
      }),
    ],
  };
}
