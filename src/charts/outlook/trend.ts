import type { Trend, TrendSeries } from '../../contract/statistics/trend-schema.ts';
import type { Axis, PlanePanel, Point, Reference, Segment, Series } from '../../model/document/chart.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import { TREND_NAMES } from '../../model/statistics/trend-settings.ts';
import { dateWords } from '../../model/time/date-words.ts';
import type { ChartData, ChartDefinition } from '../chart-definition.ts';
import { amountAxis, placeOfDate, timeAxis } from '../kit/axes.ts';
import { daysText, fromTo } from '../kit/words.ts';
import { trendTitle } from './trend-title.ts';

type TrendPoint = TrendSeries['points'][number];

/** A series period by period within its natural limits, and how far neighbours differ: an XmR chart. */
export const trendChart: ChartDefinition = {
  name: 'trend',
  shows: 'period by period, within what is usual; signals marked',
  reading:
    'Each point is a period. Between the limits, ups and downs are chance: do not explain them. A marked point, or a marked run on one side of the mean, is a signal: ask what changed then. The panel below shows how far each period is from the one before; above its limit, a jump is larger than usual.',
  needs: [],
  uses: [],
  answers: ['trend'],
  options: ['metric', 'baseline', 'rules'],
  draw(data, { metric }) {
    const trend = data.trend as Trend;
    const series = seriesOf(trend, metric);
    if (series === undefined) return `The trend holds no series "${metric ?? ''}".`;
    const first = series.points.find(({ value }) => value !== null);
    const last = series.points.at(-1);
    if (first === undefined || last === undefined) {
      const why = series.notes.find(({ code }) => code === 'notKnown')?.message;
      return why ?? `The window holds no complete ${trend.unit} with a point.`;
    }
    const title = trendTitle(series, trend.unit, (value) => valueText(value, series, data));
    return {
      title,
      alternative: alternativeOf(series, trend, data),
      panels: [valuesPanel(series, trend, data), ...rangesPanel(series, trend, data)],
      notes: notesOf(series, trend),
    };
  },
};

/** The series that is asked for; else throughput, else the only one. */
function seriesOf({ series }: Trend, asked: string | undefined): TrendSeries | undefined {
  const wanted = asked ?? 'throughput';
  const named = series.find(({ metric }) => metric === wanted || kebab(metric) === wanted);
  return named ?? (asked === undefined ? series[0] : undefined);
}

function kebab(metric: string): string {
  return metric.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function valueText(value: number | null, { unit }: Pick<TrendSeries, 'unit'>, data: ChartData): string {
  return unit === 'days' ? daysText(value, data) : formatNumber(value, unit);
}

function alternativeOf(series: TrendSeries, { unit }: Trend, data: ChartData): string {
  const [first, last] = [series.points[0], series.points.at(-1)] as [TrendPoint, TrendPoint];
  const say = (value: number | null) => valueText(value, series, data);
  const limits = [
    series.mean === null ? null : `mean ${say(series.mean)}`,
    series.lower === null ? null : `lower limit ${say(series.lower)}`,
    series.upper === null ? null : `upper limit ${say(series.upper)}`,
  ].filter((text) => text !== null);
  const signals = series.signals.map(({ message }) => ` ${message}.`).join('');
  return `A point for each ${unit}, ${fromTo(first.start, last.start)}${limits.length === 0 ? '' : `: ${limits.join(', ')}`}.${signals}`;
}

function notesOf(series: TrendSeries, { history, unit }: Trend): string[] {
  const { falseAlarmShare, notes } = series;
  const judged = judgedPoints(series).filter(({ value }) => value !== null).length;
  return [
    ...(history === null ? [] : [`Read from ${history.file}, series ${history.series}.`]),
    ...notes.map(({ message }) => message),
    ...(falseAlarmShare === null
      ? []
      : [
          `Chance alone raises a signal in ${formatNumber(falseAlarmShare, 'share')} of steady series of ${countOf(judged, unit)}.`,
        ]),
  ];
}

/** Those that the limits are of. */
function judgedPoints({ breaks, points }: TrendSeries): TrendPoint[] {
  const since = breaks.at(-1)?.at ?? '';
  return points.filter(({ start }) => start >= since);
}

function valuesPanel(series: TrendSeries, trend: Trend, data: ChartData): PlanePanel {
  const { lower, mean, upper } = series;
  const name = capitalized(TREND_NAMES[series.metric]);
  const lines = [
    { label: 'upper', value: upper, tone: 'limit' as const },
    { label: 'mean', value: mean, tone: 'context' as const },
    { label: 'lower', value: lower, tone: 'limit' as const },
  ].map((line) => ({ ...line, text: valueText(line.value, series, data) }));
  return {
    panel: 'plane',
    title: '',
    x: axisOf(series, trend),
    y: heightAxis(name, series, [...series.points.map(({ value }) => value), lower, mean, upper]),
    series: [
      ...linesOf(series, 'value', (point) => noteOf(point, series, data)),
      ...sinceBreak(series, series.rangeUpper === null ? lines.slice(1, 2) : lines),
    ],
    references: [...across(series, series.rangeUpper === null ? lines.slice(1, 2) : lines), ...breakLines(series)],
  };
}

/** How far neighbours differ; nothing without limits. */
function rangesPanel(series: TrendSeries, trend: Trend, data: ChartData): PlanePanel[] {
  const { points, rangeUpper, scale } = series;
  if (rangeUpper === null || points.every(({ range }) => range === null)) return [];
  const factor = scale === 'log';
  const say = (value: number | null) => (factor ? `×${formatNumber(value, 'number')}` : valueText(value, series, data));
  const values = [...points.map(({ range }) => range), rangeUpper];
  const lines = [{ label: 'upper', value: rangeUpper, tone: 'limit' as const, text: say(rangeUpper) }];
  return [
    {
      panel: 'plane',
      title: `How far each ${trend.unit} is from the one before${factor ? ': by which factor' : ''}`,
      x: axisOf(series, trend),
      y: factor
        ? { ...amountAxis('Moving range', 'number', values), from: 1 }
        : amountAxis('Moving range', series.unit, values),
      series: [
        ...linesOf(series, 'range', ({ range, start }) => `${dateWords(start)}: ${say(range)}`),
        ...sinceBreak(series, lines),
      ],
      references: [...across(series, lines), ...breakLines(series)],
    },
  ];
}

function axisOf({ points }: TrendSeries, { unit }: Trend): Axis {
  const ends = points.slice(-1).map(({ end }) => end);
  const dates = [...points.map(({ start }) => start), ...ends];
  return timeAxis(capitalized(unit), dates.map(placeOfDate));
}

/** Logarithms on their own axis; what can be negative from its least value. */
function heightAxis(label: string, { scale, unit }: TrendSeries, values: readonly (number | null)[]): Axis {
  const known = values.filter((value) => value !== null);
  const axis = amountAxis(label, unit, known);
  const least = known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  if (scale === 'log') return { ...axis, scale: 'log', from: Math.min(least, axis.to / 10) };
  return { ...axis, from: Math.min(0, least) };
}

/** A line for each definition: nothing joins what was measured otherwise. The latest is drawn over the others. */
function linesOf(
  { breaks, points, signals }: TrendSeries,
  key: 'value' | 'range',
  noteFor: (point: TrendPoint) => string,
): Series[] {
  const starts = ['', ...breaks.map(({ at }) => at)];
  return starts.flatMap((since, at): Series[] => {
    const next = starts[at + 1];
    const own = points.filter(({ start }) => start >= since && (next === undefined || start < next));
    if (own.length === 0) return [];
    const drawn = own.map((point): Point => {
      const isSignal = signals.some(({ from, to }) => from <= point.start && point.start <= to);
      const y = point[key];
      return {
        x: placeOfDate(point.start),
        y,
        note: y === null ? null : noteFor(point),
        marked: key === 'value' && y !== null && isSignal,
      };
    });
    const isLatest = next === undefined;
    const label = !isLatest && at === 0 ? 'by an earlier definition' : '';
    return [{ mark: 'line', label, tone: isLatest ? 'plain' : 'context', stepped: false, points: drawn }];
  });
}

function noteOf(point: TrendPoint, series: TrendSeries, data: ChartData): string {
  const { n, start, value } = point;
  const of = n === null ? '' : ` of ${countOf(n, 'item')}`;
  const own = series.signals
    .filter(({ from, to }) => from <= start && start <= to)
    .map(({ message }) => `; ${message}`);
  return `${dateWords(start)}: ${valueText(value, series, data)}${of}${own.join('')}`;
}

interface Line {
  label: string;
  value: number | null;
  text: string;
  tone: 'limit' | 'context';
}

/** Lines that hold for all points go across the whole panel. */
function across({ breaks }: TrendSeries, lines: readonly Line[]): Reference[] {
  if (breaks.length > 0) return [];
  return lines.flatMap(({ value, ...line }) => (value === null ? [] : [{ axis: 'y' as const, value, ...line }]));
}

/** After a break, lines hold for the points from there on alone. */
function sinceBreak(series: TrendSeries, lines: readonly Line[]): Series[] {
  const since = series.breaks.at(-1)?.at;
  const last = series.points.at(-1)?.end;
  if (since === undefined || last === undefined) return [];
  const known = lines.flatMap(({ value, ...line }) => (value === null ? [] : [{ ...line, value }]));
  if (known.length === 0) return [];
  const [x1, x2] = [placeOfDate(since), placeOfDate(last)];
  const segments = known.map(
    ({ label, text, value }): Segment => ({ x1, y1: value, x2, y2: value, label: `${label} ${text}`, arrow: false }),
  );
  const label = known.map((line) => `${line.label} ${line.text}`).join(', ');
  return [{ mark: 'segments', label, tone: 'limit', segments }];
}

/** Where a definition changed. */
function breakLines({ breaks }: TrendSeries): Reference[] {
  return breaks.map(({ at }) => ({
    axis: 'x',
    value: placeOfDate(at),
    label: 'definition changed',
    text: dateWords(at),
    tone: 'signal',
  }));
}

function capitalized(text: string): string {
  return text.replace(/^./, (letter) => letter.toUpperCase());
}
