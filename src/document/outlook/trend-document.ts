import type { TrendReport, TrendSeries } from '../../contract/statistics/trend-schema.ts';
import { latest, selectionNote } from '../../metrics/view/selection.ts';
import {
  type Document,
  note,
  type Part,
  type ScalarPart,
  type Section,
  scalar,
  table,
  type Value,
} from '../../model/document/document-parts.ts';
import { countOf } from '../../model/document/number-format.ts';
import { TREND_NAMES } from '../../model/statistics/trend-settings.ts';
import { dateWords } from '../../model/time/date-words.ts';
import { findingsSections } from '../sections/head/findings-section.ts';
import { frameSection } from '../sections/head/frame-section.ts';
import { headSections } from '../sections/head/head-sections.ts';
import { capitalized, enumerate } from '../words.ts';
import { isSparse, trendHeadline } from './trend-headline.ts';
import { judgedPoints, pointsSinceBreak, pointWords, signalsInBrief, usualWords } from './trend-words.ts';

/** Signals that are listed; JSON has all. */
const SIGNALS_SHOWN = 10;

/** What `trend` prints: the answer, each series with what is usual, signals in words, and what they rest on. */
export function trendDocument(report: TrendReport): Document {
  const { series } = report.trend;
  const notes = notesOf(series);
  const first = notes.filter(({ code }) => FIRST.includes(code));
  return {
    title: trendHeadline(report),
    sections: [
      ...headSections(report, 'throughput'),
      {
        id: 'trend',
        title: '',
        parts: [
          ...series.map((one) => lineOf(one, report)),
          ...first.map(({ text }) => note(text)),
          ...falseAlarms(series, report.trend.unit),
        ],
      },
      ...signalsSection(series),
      ...(series.length === 1 ? series.map((one) => pointsSection(one, report)) : []),
      basisSection(
        report,
        notes.filter(({ code }) => !FIRST.includes(code)).map(({ text }) => text),
      ),
      frameSection(report),
      ...findingsSections(report.findings),
    ],
    data: report,
    records: recordsOf(series),
  };
}

/** Notes that say what to do, or change the answer: beside it. The others stand with what it rests on. */
const FIRST: readonly string[] = ['shift', 'break', 'chunky', 'notKnown', 'endsUnknown'];

/** A series in a line: its latest value, how it went within its limits, what is usual, and its signals. */
function lineOf(series: TrendSeries, { basis, trend: { unit } }: TrendReport): ScalarPart {
  const last = series.points.at(-1);
  const few =
    last !== undefined && last.value === null && last.n !== null
      ? `${last.n === 0 ? 'none' : `only ${last.n}`} in the latest ${unit}`
      : null;
  const words = [usualWords(series, basis, unit), signalsInBrief(series, unit), few].filter((text) => text !== null);
  const name = capitalized(TREND_NAMES[series.metric]);
  const line = scalar(name, last?.value ?? null, series.unit, words.join('; '), drawn(series));
  const scale = scaleOf(series);
  return scale === null ? line : { ...line, scale };
}

/** The height of a value in the drawing. */
function heightOf(value: number, { scale }: Pick<TrendSeries, 'scale'>): number {
  return scale === 'log' ? Math.log(value) : value;
}

function drawn(series: TrendSeries): ScalarPart['trend'] {
  const points = pointsSinceBreak(series);
  return points.length === 0 ? null : points.map(({ value }) => (value === null ? null : heightOf(value, series)));
}

/** From limit to limit; where one is missing, as far as the values go. Without any, as other figures are drawn. */
function scaleOf(series: TrendSeries): NonNullable<ScalarPart['scale']> | null {
  const { lower, upper } = series;
  const isCut = series.breaks.length > 0;
  if (!isCut && series.rangeUpper === null && series.metric !== 'netFlow' && series.scale === 'linear') return null;
  const known = pointsSinceBreak(series).flatMap(({ value }) => (value === null ? [] : [value]));
  if (known.length === 0) return null;
  const least = known.reduce((a, b) => Math.min(a, b));
  const most = known.reduce((a, b) => Math.max(a, b));
  return { from: heightOf(lower ?? least, series), to: heightOf(upper ?? most, series), isCut };
}

/** What qualifies the series, each once for all that it is true of. */
function notesOf(series: readonly TrendSeries[]): { code: string; text: string }[] {
  const byMessage = new Map<string, { code: string; names: string[] }>();
  for (const { metric, notes } of series) {
    for (const { code, message } of notes) {
      const known = byMessage.get(message);
      if (known === undefined) byMessage.set(message, { code, names: [TREND_NAMES[metric]] });
      else known.names.push(TREND_NAMES[metric]);
    }
  }
  return [...byMessage].map(([message, { code, names }]) => ({
    code,
    text: series.length === 1 ? message : `${capitalized(enumerate(names))}: ${lowerFirst(message)}`,
  }));
}

function lowerFirst(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

function falseAlarms(series: readonly TrendSeries[], unit: string): Part[] {
  const withLimits = series.filter(({ rangeUpper }) => rangeUpper !== null);
  if (withLimits.length === 0) return [];
  // The chance was simulated of counts of 6: of hardly an item a period it is far larger.
  const limited = withLimits.filter((one) => !isSparse(one));
  if (limited.length === 0) return [note('Where so few items make a point, chance alone often raises a signal.')];
  const shares = limited.flatMap(({ falseAlarmShare }) => (falseAlarmShare === null ? [] : [falseAlarmShare]));
  if (shares.length === 0) {
    return [
      note('How often chance alone raises a signal is not known for so short a baseline: look for a cause first.'),
    ];
  }
  const [least, most] = [Math.min(...shares), Math.max(...shares)].map((share) => Math.round(share * 100)) as [
    number,
    number,
  ];
  const often = least === most ? `${least} %` : `${least} to ${most} %`;
  const [only, ...others] = limited as [TrendSeries, ...TrendSeries[]];
  const which = others.length === 0 ? ` of ${countOf(judgedPoints(only), unit)}` : ' like these, each by itself';
  return [
    note(`Chance alone raises a signal in ${often} of steady series${which}: look for a cause before you act on one.`),
  ];
}

function signalsSection(series: readonly TrendSeries[]): Section[] {
  const all = series.flatMap(({ metric, signals }) => signals.map((signal) => ({ metric, ...signal })));
  if (all.length === 0) return [];
  // What holds now first, then the newest.
  const sorted = all.toSorted(
    (a, b) => Number(b.latest) - Number(a.latest) || (a.to < b.to ? 1 : a.to > b.to ? -1 : 0),
  );
  const shown = sorted.slice(0, SIGNALS_SHOWN);
  const rest = selectionNote('latest', shown.length, all.length, 'json');
  return [
    {
      id: 'signals',
      title: rest === null ? 'What does not look like chance' : `What does not look like chance: ${rest}`,
      parts: shown.map(({ message, metric }) => scalar(capitalized(TREND_NAMES[metric]), message, 'text')),
    },
  ];
}

/** Every point of the one series that is shown. */
function pointsSection(series: TrendSeries, { trend: { unit } }: TrendReport): Section {
  const { metric, points } = series;
  const rows = latest(points);
  const rest = selectionNote('latest', rows.length, points.length);
  const sampled = points.some(({ n }) => n !== null);
  const limited = series.rangeUpper !== null || series.breaks.length > 0;
  const title = `${capitalized(TREND_NAMES[metric])}, ${unit} by ${unit}`;
  return {
    id: 'points',
    title: '',
    parts: [
      table(
        rest === null ? title : `${title}: ${rest}`,
        [
          { label: 'From', unit: 'date' },
          { label: capitalized(TREND_NAMES[metric]), unit: series.unit, bar: series.metric !== 'netFlow' },
          ...(sampled ? [{ label: 'Items', unit: 'items' as const }] : []),
          ...(limited ? [{ label: 'Signal', unit: 'text' as const }] : []),
        ],
        rows.map((point) => [
          point.start,
          point.value,
          ...(sampled ? [point.n] : []),
          ...(limited ? [markOf(point, series)] : []),
        ]),
        `There is no complete ${unit} in the window.`,
      ),
    ],
  };
}

/** Which signals a point is part of. */
function markOf({ start, value }: TrendSeries['points'][number], { breaks, signals }: TrendSeries): string {
  if (start === breaks.at(-1)?.at) return '│ definition changed';
  if (value === null) return '';
  const own = signals.filter(({ from, to }) => from <= start && start <= to);
  const words = own.map(({ direction, rule }) => RULES[rule].replace('*', direction));
  if (words.length === 0) return '';
  return `${own[0]?.direction === 'below' ? '▼' : '▲'} ${words.join(', ')}`;
}

const RULES = {
  outside: '* the limit',
  run: 'run * the mean',
  twoOfThree: '2 of 3 far * the mean',
  fourOfFive: '4 of 5 * the mean',
} as const;

/** What the points are, and what the limits rest on. */
function basisSection({ trend: { history, rules, series, unit } }: TrendReport, notes: readonly string[]): Section {
  const [first] = series.filter(({ baseline, rangeUpper }) => rangeUpper !== null && baseline.from !== null);
  const [only] = series;
  const parts: Part[] = [];
  if (history !== null) parts.push(scalar('Read from', `${history.file}, series ${history.series}`, 'text'));
  if (only !== undefined && series.length === 1)
    parts.push(scalar('A point is', pointWords(only.metric, unit), 'text'));
  if (first !== undefined) {
    const { from, points, to } = first.baseline;
    const span = `${dateWords(from as string)} to ${dateWords(to as string)}`;
    parts.push(scalar('Compared with', span, 'text', `${countOf(points, 'point')}; --baseline says otherwise`));
    const finer = rules === 'both' ? '' : ', or 2 of 3 beyond 2 standard deviations, or 4 of 5 beyond 1';
    parts.push(
      scalar('A signal is', `a point beyond its limits, or 8 in a row on one side of the mean${finer}`, 'text'),
    );
    parts.push(scalar('Drawn', 'from the lower limit to the upper; ▲ is above it, ▼ below, ? without a point', 'text'));
  }
  return {
    id: 'basis',
    title: parts.length + notes.length === 0 ? '' : 'What it rests on',
    parts: [...parts, ...notes.map((text) => note(text))],
  };
}

function recordsOf(series: readonly TrendSeries[]): Document['records'] {
  const rows = series.flatMap((one) =>
    one.points.map((point): Value[] => [
      one.metric,
      one.unit,
      point.start,
      point.end,
      point.value,
      point.n,
      point.provisional,
      one.mean,
      one.lower,
      one.upper,
      one.signals
        .filter(({ from, to }) => point.value !== null && from <= point.start && point.start <= to)
        .map(({ direction, rule }) => `${rule} ${direction}`)
        .join('; '),
    ]),
  );
  const columns = ['metric', 'unit', 'start', 'end', 'value', 'n', 'provisional', 'mean', 'lower', 'upper', 'signals'];
  return { columns, rows };
}
