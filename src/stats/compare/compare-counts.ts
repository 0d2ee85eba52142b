import { quantileT } from '../distributions/index.ts';
import { RandomStream } from '../random/index.ts';
import type { CompareOptions } from './compare-durations.ts';
import { exchangeWeeks } from './exchange.ts';
import { standardErrorsSeen } from './hodges-lehmann.ts';
import { meanOf } from './moments.ts';
import { type TooFew, tooFewExchanges, tooFewPeriods } from './too-few.ts';
import { type Welch, welch } from './welch.ts';

/** Periods that hang together more than this are said to. */
const CORRELATED = 0.3;

export interface CountComparison {
  tooFew: TooFew | null;
  periods: { a: number; b: number };
  /** Means a period; null without periods. */
  a: number | null;
  b: number | null;
  /** B's by A's; null where A's is 0. */
  ratio: number | null;
  difference: number;
  /** 95 % interval of the difference. */
  interval: [number, number] | null;
  /** That of the ratio, from 0 up: it holds 1 wherever the other holds 0. Null where A's mean may be 0, or nothing varies. */
  ratioInterval: [number, number] | null;
  /** The larger of two; null if there is too little. */
  p: number | null;
  parts: { periods: number | null; series: number | null };
  correlation: number | null;
  /** Periods hang together so much that the test is optimistic. */
  correlated: boolean;
  detectableRatio: number | null;
}

/**
 * Whether more is finished in a period of B than in one of A: the larger p of an exchange of periods and of Welch's t with
 * what their hanging together leaves of them. Not a Poisson test: counts of real teams scatter more than that, and it would
 * see differences that are not there.
 *
 * @param first counts of complete periods, in the order of time
 */
export function compareCounts(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: Pick<CompareOptions, 'comparisons' | 'seed' | 'name'> = {},
): CountComparison {
  const { comparisons = 1, seed = 1, name = '' } = options;
  const [a, b] = [finite(first), finite(second)];
  const stream = RandomStream.named(seed, `compare ${name} exchange`);
  const exchange = exchangeWeeks(partsOf(a), partsOf(b), 'dealt', stream);
  const series = welch(a, b);
  const tooFew = tooFewPeriods([a.length, b.length]) ?? tooFewExchanges(exchange.leastP, comparisons);
  const parts = { periods: exchange.p, series: series?.p ?? exchange.p };
  const mean = a.length === 0 ? null : meanOf(a);
  const other = b.length === 0 ? null : meanOf(b);
  const error = series?.degrees == null ? null : series.standardError * standardErrorsSeen(series.degrees, comparisons);
  return {
    tooFew,
    periods: { a: a.length, b: b.length },
    a: mean,
    b: other,
    ratio: mean === null || other === null || mean === 0 ? null : other / mean,
    difference: exchange.difference,
    interval: series?.interval ?? null,
    ratioInterval: mean === null || other === null ? null : ratioInterval(mean, other, series),
    p: tooFew === null && parts.periods !== null ? Math.max(parts.periods, parts.series as number) : null,
    parts,
    correlation: series?.correlation ?? null,
    correlated: (series?.correlation ?? 0) > CORRELATED,
    detectableRatio: error === null || mean === null || mean === 0 ? null : 1 + error / mean,
  };
}

/**
 * All ratios r for which b − r·a is no further from 0 than its standard error allows (E. C. Fieller, "Some problems in
 * interval estimation", JRSS B 16, 1954), with Welch's degrees of freedom.
 */
function ratioInterval(a: number, b: number, series: Welch | null): [number, number] | null {
  if (series === null || series.degrees === null) return null;
  const t = quantileT(0.975, series.degrees);
  const [errorA, errorB] = [t * t * series.variances[0], t * t * series.variances[1]];
  const divisor = a * a - errorA;
  if (!(divisor > 0)) return null;
  const half = Math.sqrt(Math.max(0, (a * b) ** 2 - divisor * (b * b - errorB)));
  return [Math.max(0, (a * b - half) / divisor), (a * b + half) / divisor];
}

function finite(counts: ArrayLike<number>): Float64Array {
  return Float64Array.from(Array.from(counts).filter((count) => Number.isFinite(count)));
}

function partsOf(counts: Float64Array) {
  return { sums: counts, wholes: new Float64Array(counts.length).fill(1) };
}
