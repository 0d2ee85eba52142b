import type { TrendReport, TrendSeries } from '../../contract/statistics/trend-schema.ts';
import { countOf } from '../../model/document/number-format.ts';
import type { Basis } from '../../model/settings.ts';
import { TREND_NAMES } from '../../model/statistics/trend-settings.ts';
import { dateWords } from '../../model/time/date-words.ts';
import { capitalized, enumerate } from '../words.ts';
import { judgedPoints, pointsSinceBreak, valueWords } from './trend-words.ts';

type Signal = TrendSeries['signals'][number];

/** The mean below which the points of a count are too coarse for limits. */
const FEW_ITEMS = 3;

const nameOf = ({ metric }: TrendSeries) => TREND_NAMES[metric];

/** The answer in a sentence: is the process what it was? */
export function trendHeadline({ basis, trend: { series, unit } }: TrendReport): string {
  const limited = series.filter(({ rangeUpper }) => rangeUpper !== null);
  if (limited.length === 0) return withoutLimits(series, unit, basis);
  const changed = limited.filter(({ signals }) => signals.some(({ latest }) => latest)).sort(worstFirst);
  const [first, ...others] = changed;
  if (first !== undefined) {
    const also = others.length === 0 ? '' : ` Signals in ${enumerate(others.map(nameOf))}, too.`;
    return `${latestSentence(first, unit)}.${also}`;
  }
  const earlier = limited.filter(({ signals }) => signals.length > 0);
  if (earlier.length > 0) return earlierSentence(earlier, unit);
  const [only] = series;
  const what = series.length === 1 && only !== undefined ? capitalized(nameOf(only)) : 'The process';
  const judged = Math.max(...limited.map(judgedPoints));
  const hasGaps = series.length === 1 && only !== undefined && judged < pointsSinceBreak(only).length;
  const where = hasGaps ? `the ${countOf(judged, unit)} with a point` : countOf(judged, unit);
  return `${what} is what it was: no signal in ${where}${leftOut(series)}.`;
}

/** What is worse before what is better; both before what has no better side, and what is too coarse last. */
function worstFirst(a: TrendSeries, b: TrendSeries): number {
  return rankOf(a) - rankOf(b);
}

function rankOf({ notes, signals }: TrendSeries): number {
  const sides = signals.filter(({ latest }) => latest).map(({ good }) => good);
  const side = sides.includes(false) ? 0 : sides.includes(true) ? 1 : 2;
  return isCoarse({ notes }) ? side + 3 : side;
}

function isCoarse({ notes }: Pick<TrendSeries, 'notes'>): boolean {
  return notes.some(({ code }) => code === 'chunky');
}

/** Whether so few items make a point that a steady series, too, leaves its limits often, or stays at 0 for long. */
export function isSparse({ mean, notes, unit }: TrendSeries): boolean {
  return isCoarse({ notes }) && unit === 'items' && mean !== null && mean < FEW_ITEMS;
}

/** A run says more than a single point; where hardly an item makes a point, neither says much. */
function latestSentence(series: TrendSeries, unit: TrendReport['trend']['unit']): string {
  const latest = series.signals.filter((signal) => signal.latest);
  const signal = (latest.find(({ rule }) => rule !== 'outside') ?? latest[0]) as Signal;
  const name = capitalized(nameOf(series));
  const said = inBrackets(signal.message);
  if (isSparse(series)) {
    const verb = signal.rule === 'outside' ? 'may stand out' : 'may not be what it was';
    return `${name} ${verb}: ${said}, but the ${unit}s are too coarse to be sure`;
  }
  return `${name} ${signal.rule === 'outside' ? 'stands out' : 'is not what it was'}: ${said}`;
}

/** A second colon in a sentence is one too many. */
function inBrackets(message: string): string {
  return message.replace(/: ([^:]*)$/, ' ($1)');
}

/** Signals that do not reach the latest period: how many, and the last of them. */
function earlierSentence(earlier: readonly TrendSeries[], unit: TrendReport['trend']['unit']): string {
  const all = earlier.flatMap((series) => series.signals.map((signal) => ({ series, signal })));
  const last = all.reduce((latest, one) => (one.signal.to > latest.signal.to ? one : latest));
  const { from, rule, to } = last.signal;
  const period = unit === 'day' ? dateWords(from) : `${unit} of ${dateWords(from)}`;
  const when = rule === 'outside' ? period : `${dateWords(from)} to ${dateWords(to)}`;
  const which = all.length === 1 ? 'an earlier one' : `${all.length} earlier ones, the last`;
  return `No signal in the latest ${unit}; ${which}: ${nameOf(last.series)}, ${when}.`;
}

/** What nothing can be said of. */
function leftOut(series: readonly TrendSeries[]): string {
  const few = series.filter(({ reason }) => reason === 'tooFew');
  return few.length === 0 ? '' : `; too few data for ${enumerate(few.map(nameOf))}`;
}

function withoutLimits(series: readonly TrendSeries[], unit: TrendReport['trend']['unit'], basis: Basis): string {
  const few = series.filter(({ reason }) => reason === 'tooFew');
  const [first] = few;
  const even = series.filter(({ reason }) => reason === 'noVariation');
  if (even.length > 0 && series.length > 1) {
    const where = enumerate(even.map(nameOf));
    return `Nothing says whether the process is what it was: every ${unit} of the baseline is the same in ${where}${leftOut(series)}.`;
  }
  if (first !== undefined) {
    const most = Math.max(...few.map(({ baseline }) => baseline.points));
    const have = most === 0 ? `no complete ${unit}` : countOf(most, `${unit} with a point`, `${unit}s with a point`);
    const what = few.length === series.length && few.length === 1 ? ` of ${nameOf(first)}` : '';
    return `Too few data for a trend${what}: ${have}, of 6 needed.`;
  }
  const names = enumerate(series.map(nameOf));
  const [only] = series as [TrendSeries];
  if (series.length > 1) return `There are no limits for ${names}: nothing says whether they are what they were.`;
  if (only.reason === 'noVariation')
    return `There are no limits for ${names}: every ${unit} of the baseline is the same.`;
  const last = valueWords(only.points.at(-1)?.value ?? null, only, basis);
  return `${capitalized(names)}: ${last} at the end of the latest ${unit}; nothing says whether that is usual.`;
}
