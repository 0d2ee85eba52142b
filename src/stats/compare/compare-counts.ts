import { RandomStream } from '../random/index.ts';
import type { CompareOptions } from './compare-durations.ts';
import { exchangeWeeks } from './exchange.ts';
import { standardErrorsSeen } from './hodges-lehmann.ts';
import { meanOf } from './moments.ts';
import { type TooFew, tooFewExchanges } from './too-few.ts';
import { welch } from './welch.ts';

const FEWEST_PERIODS = 6;
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
  const fewest = Math.min(a.length, b.length);
  const tooFew: TooFew | null =
    fewest < FEWEST_PERIODS
      ? { of: 'periods', have: fewest, need: FEWEST_PERIODS }
      : tooFewExchanges(exchange.leastP, comparisons);
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
    p: tooFew === null && parts.periods !== null ? Math.max(parts.periods, parts.series as number) : null,
    parts,
    correlation: series?.correlation ?? null,
    correlated: (series?.correlation ?? 0) > CORRELATED,
    detectableRatio: error === null || mean === null || mean === 0 ? null : 1 + error / mean,
  };
}

function finite(counts: ArrayLike<number>): Float64Array {
  return Float64Array.from(Array.from(counts).filter((count) => Number.isFinite(count)));
}

function partsOf(counts: Float64Array) {
  return { sums: counts, wholes: new Float64Array(counts.length).fill(1) };
}
