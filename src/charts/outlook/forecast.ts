import type { Forecast } from '../../contract/forecast-schema.ts';
import type { Throughput } from '../../contract/result.ts';
import type { Bar, PlanePanel, Point, Reference } from '../../model/chart.ts';
import { countOf, formatNumber } from '../../model/number-format.ts';
import { dateWords } from '../../model/time/date-words.ts';
import { DAY_MS } from '../../model/time/units.ts';
import type { ChartDefinition } from '../chart-definition.ts';
import { amountAxis, placeOfDate, timeAxis, wallClock } from '../kit/axes.ts';

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
    'The line says how likely it is that everything is done by the end of a date: 85 % holds about 85 times of a hundred. Below is the pace of the past, on which that rests: the more it varies, the flatter the line.',
  needs: [],
  uses: ['throughput'],
  answers: ['forecast'],
  options: [],
  draw(data) {
    const { history, items, reason, warnings, when } = data.forecast as Forecast;
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
    const sure = answers.find(({ percent }) => percent === 85) ?? last;
    return {
      title: `${sure.percent} % sure: ${countOf(items.count, 'open item')} done by ${dateWords(sure.date)}.`,
      alternative: `${answers.map(({ date, percent }) => `${percent} % by ${dateWords(date)}`).join(', ')}. Below, bars for the pace of the past: ${formatNumber(history.finished, 'items')} finished in ${countOf(history.weeks, 'week')}.`,
      panels: [
        chancePanel(today, end, answers),
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
