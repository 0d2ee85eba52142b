import type { PercentileMethod } from '../quantile.ts';
import { RandomStream } from '../random/index.ts';
import { RESAMPLES } from './bootstrap.ts';
import { type BrunnerMunzel, brunnerMunzel } from './brunner-munzel.ts';
import { type Exchange, exchangeWeeks, type Parts } from './exchange.ts';
import { detectableRatio, hodgesLehmann, type Ratio } from './hodges-lehmann.ts';
import { pooledRanks } from './midranks.ts';
import { type PercentileDifference, percentileDifferences } from './percentile-differences.ts';
import { byWeek, type Design, type Sample, usable, type WeekSums } from './samples.ts';
import { type TooFew, tooFewExchanges, tooFewItems } from './too-few.ts';
import { welch } from './welch.ts';

export interface CompareOptions {
  design?: Design;
  /** How many metrics are compared at once. */
  comparisons?: number;
  seed?: number;
  /** Of the metric: it has random numbers of its own. */
  name?: string;
  /** Of the percentiles' intervals; 0 for none. */
  resamples?: number;
  /** The rule of the percentiles; `linear` by default. */
  method?: PercentileMethod;
}

export interface DurationComparison {
  /** What there is too little of; null if there is enough. */
  tooFew: TooFew | null;
  items: { a: number; b: number };
  weeks: { a: number; b: number };
  /** Values that are no durations. */
  ignored: number;
  effect: number | null;
  effectInterval: [number, number] | null;
  ratio: Ratio | null;
  percentiles: PercentileDifference[];
  /** B's mean rank less A's: its sign is the direction. */
  difference: number;
  /** The largest of three; null if there is too little. */
  p: number | null;
  parts: { items: number | null; weeks: number | null; series: number | null };
  /** How much neighbouring weeks hang together, 0 to 0.8. */
  correlation: number | null;
  detectableRatio: number | null;
}

/**
 * Whether items of B take longer than those of A. Items that finish in one week share that week's luck, and weeks may hang
 * together: p is the largest of Brunner and Munzel's, of an exchange of whole weeks and of Welch's t on the weeks' mean
 * ranks.
 */
export function compareDurations(first: Sample, second: Sample, options: CompareOptions = {}): DurationComparison {
  const { design = 'dealt', comparisons = 1, seed = 1, name = '', resamples = RESAMPLES, method = 'linear' } = options;
  const [a, b] = [usable(first), usable(second)];
  const ranks = pooledRanks(a.values, b.values);
  const [ofA, ofB] = [byWeek(ranks.a, a.weeks), byWeek(ranks.b, b.weeks)];
  const counts = {
    items: { a: a.values.length, b: b.values.length },
    weeks: { a: ofA.weeks.length, b: ofB.weeks.length },
    ignored: a.ignored + b.ignored,
  };
  const test = testOf(a.values, b.values, ofA, ofB, { design, comparisons, stream: stream(seed, name, 'exchange') });
  const both = a.values.length > 0 && b.values.length > 0;
  const smallest = halfOfSmallest(a.values, b.values);
  const [logA, logB] = [logsOf(a, smallest), logsOf(b, smallest)];
  const percentiles = both
    ? percentileDifferences(a, b, [50, 85], { resamples, method }, stream(seed, name, 'resampling'))
    : [];
  return {
    ...counts,
    ...test,
    ratio: hodgesLehmann(logA, logB),
    percentiles,
    detectableRatio: detectableRatio(logA, logB, comparisons),
  };
}

type Test = Pick<
  DurationComparison,
  'tooFew' | 'effect' | 'effectInterval' | 'difference' | 'p' | 'parts' | 'correlation'
>;

function testOf(
  a: Float64Array,
  b: Float64Array,
  ofA: WeekSums,
  ofB: WeekSums,
  { design, comparisons, stream }: { design: Design; comparisons: number; stream: RandomStream },
): Test {
  const items = brunnerMunzel(a, b);
  const exchange = exchangeOf(ofA, ofB, design, stream);
  const series = welch(weeklyMeans(ofA), weeklyMeans(ofB));
  const tooFew =
    tooFewItems([a.length, b.length], [ofA.weeks.length, ofB.weeks.length], design) ??
    tooFewExchanges(exchange.leastP, comparisons);
  const effects = { effect: items?.effect ?? null, effectInterval: items?.interval ?? null };
  const parts = { items: pOf(items, exchange), weeks: exchange.p, series: series?.p ?? exchange.p };
  const known = Object.values(parts).filter((p) => p !== null);
  const p = tooFew !== null || known.length === 0 ? null : Math.max(...known);
  return { tooFew, ...effects, difference: exchange.difference, p, parts, correlation: series?.correlation ?? null };
}

/** Where all of one side are beyond all of the other, it has no p of its own. */
function pOf(items: BrunnerMunzel | null, exchange: Exchange): number | null {
  return items === null ? null : (items.p ?? exchange.p);
}

function exchangeOf(a: WeekSums, b: WeekSums, design: Design, stream: RandomStream): Exchange {
  if (design === 'dealt') return exchangeWeeks(partsOf(a, a.weeks), partsOf(b, b.weeks), design, stream);
  const weeks = allWeeks(a, b);
  return exchangeWeeks(partsOf(a, weeks), partsOf(b, weeks), design, stream);
}

function allWeeks(a: WeekSums, b: WeekSums): number[] {
  return [...new Set([...a.weeks, ...b.weeks])].sort((one, other) => one - other);
}

/** Sums and numbers of cases in these weeks; 0 and 0 where there is none. */
function partsOf({ weeks, sums, cases }: WeekSums, inWeeks: ArrayLike<number>): Parts {
  const places = new Map(Array.from(weeks, (week, place) => [week, place]));
  const of = (values: Float64Array) => Float64Array.from(inWeeks, (week) => values[places.get(week) ?? -1] ?? 0);
  return { sums: of(sums), wholes: of(cases) };
}

function weeklyMeans({ sums, cases }: WeekSums): Float64Array {
  return sums.map((sum, week) => sum / (cases[week] as number));
}

function stream(seed: number, name: string, use: string): RandomStream {
  return RandomStream.named(seed, `compare ${name} ${use}`);
}

/** What stands for a duration of 0 where its logarithm is asked for; 1 if there is no other. */
function halfOfSmallest(a: Float64Array, b: Float64Array): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const values of [a, b]) for (const value of values) if (value > 0 && value < smallest) smallest = value;
  if (smallest === Number.POSITIVE_INFINITY) return 1;
  return smallest / 2 || smallest;
}

function logsOf({ values, weeks }: { values: Float64Array; weeks: Float64Array }, smallest: number) {
  return { logs: values.map((value) => Math.log(value > 0 ? value : smallest)), weeks };
}
