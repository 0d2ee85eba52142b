import { quantileT, Z_95 } from '../distributions/index.ts';
import { meanOf, varianceOf } from './moments.ts';
import { PairDifferences } from './pair-differences.ts';
import { byWeek } from './samples.ts';

export interface Ratio {
  /** How many times as large a value of B is as one of A: the median over all pairs. */
  ratio: number;
  /** The rank, from either end of the pairs, that the plain interval ends at; and that interval. */
  rank: number;
  plain: [number, number];
  /** Widened for weeks that share their luck; null if either side has values of one week only. */
  interval: [number, number] | null;
}

/**
 * The ratio of two samples with its 95 % interval (J. L. Hodges and E. L. Lehmann, "Estimates of location based on rank
 * tests", Annals of Mathematical Statistics 34, 1963; the rank of the ends by the normal approximation: M. Hollander, D. A.
 * Wolfe and E. Chicken, "Nonparametric Statistical Methods", 2014, § 4.3), on the logarithms. The interval is widened to
 * Student's t with W_A + W_B − 2 degrees of freedom, and by how much more the means of weeks scatter than single values
 * would make them.
 *
 * @returns null if a side is empty
 */
export function hodgesLehmann(a: LogSample, b: LogSample): Ratio | null {
  const [n, m] = [a.logs.length, b.logs.length];
  if (n === 0 || m === 0) return null;
  const pairs = new PairDifferences(a.logs, b.logs);
  const middle = pairs.median();
  const spread = Z_95 * Math.sqrt((n * m * (n + m + 1)) / 12);
  const rank = Math.max(1, Math.floor((n * m) / 2 + 0.5 - spread));
  const [low, high] = [pairs.ofRank(rank), pairs.ofRank(pairs.count - rank + 1)];
  const [ofA, ofB] = [meanVariance(a), meanVariance(b)];
  const degrees = ofA.weeks + ofB.weeks - 2;
  const ratio = { ratio: Math.exp(middle), rank, plain: [Math.exp(low), Math.exp(high)] as [number, number] };
  if (ofA.byWeeks === null || ofB.byWeeks === null) return { ...ratio, interval: null };
  const byItems = ofA.byItems + ofB.byItems;
  const more = byItems > 0 ? Math.max(1, (ofA.byWeeks + ofB.byWeeks) / byItems) : 1;
  const factor = (quantileT(0.975, degrees) / Z_95) * Math.sqrt(more);
  const interval: [number, number] = [
    Math.exp(middle - factor * (middle - low)),
    Math.exp(middle + factor * (high - middle)),
  ];
  return { ...ratio, interval };
}

/** Logarithms of durations, and the week of each. */
export interface LogSample {
  logs: Float64Array;
  weeks: Float64Array;
}

export interface MeanVariance {
  /** Of the mean, as if items were independent. */
  byItems: number;
  /** Of the mean, as if weeks were; null for a single one. */
  byWeeks: number | null;
  weeks: number;
}

/** The variance of a mean of clusters: W ÷ (W − 1) times the sum of the squared sums of each week's deviations, ÷ n². */
export function meanVariance({ logs, weeks }: LogSample): MeanVariance {
  const n = logs.length;
  const mean = meanOf(logs);
  const { sums } = byWeek(
    logs.map((log) => log - mean),
    weeks,
  );
  const squares = sums.reduce((sum, one) => sum + one * one, 0);
  const count = sums.length;
  return {
    byItems: varianceOf(logs) / n,
    byWeeks: count < 2 ? null : ((count / (count - 1)) * squares) / (n * n),
    weeks: count,
  };
}

/**
 * The ratio that so much data would have shown in about 8 of 10 cases, as one of m comparisons (NIST/SEMATECH
 * e-Handbook of Statistical Methods, 7.2.2.2, solved for the difference; here of the logarithms).
 *
 * @returns null if either side has values of one week only
 */
export function detectableRatio(a: LogSample, b: LogSample, comparisons: number): number | null {
  if (a.logs.length === 0 || b.logs.length === 0) return null;
  const sides = [meanVariance(a), meanVariance(b)];
  const degrees = sides.reduce((sum, { weeks }) => sum + weeks, -2);
  let variance = 0;
  for (const { byItems, byWeeks } of sides) {
    if (byWeeks === null) return null;
    variance += Math.max(byItems, byWeeks);
  }
  return Math.exp(standardErrorsSeen(degrees, comparisons) * Math.sqrt(variance));
}

/** A difference of so many standard errors is seen in about 8 of 10 cases by a two-sided test at 0.05 ÷ m. */
export function standardErrorsSeen(degrees: number, comparisons: number): number {
  return quantileT(1 - 0.025 / Math.max(1, comparisons), degrees) + quantileT(0.8, degrees);
}
