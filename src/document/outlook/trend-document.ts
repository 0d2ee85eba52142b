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
} from '../../model/document-parts.ts';
import { countOf, formatNumber } from '../../model/number-format.ts';
import { dateWords } from '../../model/time/date-words.ts';
import { besideHeadline } from '../sections/beside-headline.ts';
import { findingsSection } from '../sections/findings-section.ts';
import { headerSection, warningNotes } from '../sections/header-section.ts';
import { capitalized, enumerate } from '../words.ts';
import { trendHeadline } from './trend-headline.ts';
import { SERIES_NAMES, signalsInBrief, usualWords } from './trend-words.ts';

/** Signals that are listed; JSON has all. */
const SIGNALS_SHOWN = 10;

/** What `trend` prints: the answer, each series with what is usual, signals in words, and what they rest on. */
export function trendDocument(report: TrendReport): Document {
  const { series } = report.trend;
  return {
    title: trendHeadline(report),
    sections: [
      { id: 'trend', title: '', parts: [...series.map((one) => lineOf(one, report)), ...notes(report)] },
      ...signalsSection(series),
      ...(series.length === 1 ? series.map((one) => pointsSection(one, report)) : []),
      basisSection(report),
      headerSection(report, [...besideHeadline(report, 'throughput'), ...warningNotes(report.findings)]),
      findingsSection(report.findings),
    ],
    data: report,
    records: recordsOf(series),
  };
}

/** A series in a line: its latest value, how it went within its limits, what is usual, and its signals. */
function lineOf(series: TrendSeries, { basis, trend: { unit } }: TrendReport): ScalarPart {
  const last = series.points.at(-1);
  const few =
    last !== undefined && last.value === null && last.n !== null ? `only ${last.n} in the latest ${unit}` : null;
  const words = [usualWords(series, basis, unit), signalsInBrief(series, unit), few].filter((text) => text !== null);
  const name = capitalized(SERIES_NAMES[series.metric]);
  const line = scalar(name, last?.value ?? null, series.unit, words.join('; '), drawn(series));
  const scale = scaleOf(series);
  return scale === null ? line : { ...line, scale };
}

/** The height of a value in the drawing. */
function heightOf(value: number, { scale }: Pick<TrendSeries, 'scale'>): number {
  return scale === 'log' ? Math.log(value) : value;
}

function drawn(series: TrendSeries): ScalarPart['trend'] {
  if (series.points.length === 0) return null;
  return series.points.map(({ value }) => (value === null ? null : heightOf(value, series)));
}

/** From limit to limit; where one is missing, as far as the values go. Without any, as other figures are drawn. */
function scaleOf(series: TrendSeries): NonNullable<ScalarPart['scale']> | null {
  const { lower, points, upper } = series;
  if (series.rangeUpper === null && series.metric !== 'netFlow' && series.scale === 'linear') return null;
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (known.length === 0) return null;
  const least = known.reduce((a, b) => Math.min(a, b));
  const most = known.reduce((a, b) => Math.max(a, b));
  return { from: heightOf(lower ?? least, series), to: heightOf(upper ?? most, series) };
}

/** What qualifies the series, once for all that it is true of; and how often chance alone raises a signal. */
function notes({ trend: { series, unit } }: TrendReport): Part[] {
  const byMessage = new Map<string, string[]>();
  for (const { metric, notes: own } of series) {
    for (const { message } of own) byMessage.set(message, [...(byMessage.get(message) ?? []), SERIES_NAMES[metric]]);
  }
  const said = [...byMessage].map(([message, names]) =>
    note(series.length === 1 ? message : `${capitalized(enumerate(names))}: ${lowerFirst(message)}`),
  );
  return [...falseAlarms(series, unit), ...said];
}

function lowerFirst(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

function falseAlarms(series: readonly TrendSeries[], unit: string): Part[] {
  const shares = series.flatMap(({ falseAlarmShare }) => (falseAlarmShare === null ? [] : [falseAlarmShare]));
  const limited = series.filter(({ rangeUpper }) => rangeUpper !== null);
  if (limited.length === 0) return [];
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
  const length = Math.max(...limited.map(({ points }) => points.filter(({ value }) => value !== null).length));
  const each = limited.length === 1 ? '' : ', each series by itself';
  return [
    note(
      `Chance alone raises a signal in ${often} of steady series of ${countOf(length, unit)}${each}: look for a cause before you act on one.`,
    ),
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
      parts: shown.map(({ message, metric }) => scalar(capitalized(SERIES_NAMES[metric]), message, 'text')),
    },
  ];
}

/** Every point of the one series that is shown. */
function pointsSection(series: TrendSeries, { trend: { unit } }: TrendReport): Section {
  const { metric, points } = series;
  const rows = latest(points);
  const rest = selectionNote('latest', rows.length, points.length);
  const sampled = points.some(({ n }) => n !== null);
  const title = `${capitalized(SERIES_NAMES[metric])}, ${unit} by ${unit}`;
  return {
    id: 'points',
    title: '',
    parts: [
      table(
        rest === null ? title : `${title}: ${rest}`,
        [
          { label: 'From', unit: 'date' },
          { label: capitalized(SERIES_NAMES[metric]), unit: series.unit, bar: series.metric !== 'netFlow' },
          ...(sampled ? [{ label: 'Items', unit: 'items' as const }] : []),
          { label: 'Signal', unit: 'text' },
        ],
        rows.map((point) => [point.start, point.value, ...(sampled ? [point.n] : []), markOf(point, series)]),
        `There is no complete ${unit} in the window.`,
      ),
    ],
  };
}

/** Which signals a point is part of. */
function markOf({ start, value }: TrendSeries['points'][number], { signals }: TrendSeries): string {
  if (value === null) return '';
  const own = signals.filter(({ from, to }) => from <= start && start <= to);
  const words = own.map(({ direction, rule }) => `${RULES[rule]} ${direction}`);
  return words.length === 0 ? '' : `▲ ${words.join(', ')}`;
}

const RULES = { outside: 'limit broken', run: 'in a run', twoOfThree: '2 of 3', fourOfFive: '4 of 5' } as const;

/** What the limits rest on. */
function basisSection({ trend: { rules, series } }: TrendReport): Section {
  const [first] = series.filter(({ baseline, rangeUpper }) => rangeUpper !== null && baseline.from !== null);
  const parts: Part[] = [];
  if (first !== undefined) {
    const { from, points, to } = first.baseline;
    const span = `${dateWords(from as string)} to ${dateWords(to as string)}`;
    parts.push(
      scalar('Compared with', span, 'text', `${formatNumber(points, 'number')} points; --baseline says otherwise`),
    );
    const finer = rules === 'both' ? '' : ', or 2 of 3 beyond 2 standard deviations, or 4 of 5 beyond 1';
    parts.push(
      scalar('A signal is', `a point beyond its limits, or 8 in a row on one side of the mean${finer}`, 'text'),
    );
    parts.push(scalar('Drawn', 'from the lower limit to the upper; ▲ is above it, ▼ below, ? without a point', 'text'));
  }
  return { id: 'basis', title: parts.length === 0 ? '' : 'What it rests on', parts };
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
