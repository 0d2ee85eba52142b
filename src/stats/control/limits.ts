/** Points that a baseline has unless told otherwise. */
export const BASELINE_POINTS = 20;
/** Fewer say nothing of what is usual. */
const FEWEST_POINTS = 6;

/** A value for each period; null or not finite where the period has none. */
export type Points = ArrayLike<number | null>;

export interface LimitOptions {
  /** The first and last index of the baseline; without it, the first 20 points. */
  baseline?: { from: number; to: number };
  /** What the quantity cannot go below (0 of a count, none of a logarithm): no limit stands at it or beyond. */
  least?: number;
  /** What it cannot exceed (1 of a share). */
  most?: number;
  /** Whether each period takes over what the one before left, as work in progress does: limits would mislead. */
  carriesOver?: boolean;
}

export interface Limits {
  /** Natural process limits; null where the quantity cannot go there. */
  upper: number | null;
  lower: number | null;
  /** No two neighbours of a stable process differ by more. */
  rangeUpper: number;
  /** The standard deviation that the moving ranges tell of. */
  sigma: number;
}

export interface Baseline {
  /** Index of its first and last point; null where it has none. */
  from: number | null;
  to: number | null;
  points: number;
  /** Fewer points than a full baseline. */
  provisional: boolean;
  /** How uncertain the width of the limits is, relative to it; null without limits. */
  widthUncertainty: number | null;
  /** Null without points. */
  mean: number | null;
  meanRange: number | null;
  limits: Limits | null;
  /** Why there are no limits. */
  reason: 'carriesOver' | 'tooFew' | 'noVariation' | null;
}

/**
 * The limits of an XmR chart: mean ± 2.66 mean moving ranges (D. J. Wheeler, "Understanding Variation", 1993; NIST/
 * SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, with 3 ÷ 1.128 for 2.66). Periods without a point are skipped:
 * a moving range is taken across them. The relative uncertainty of k − 1 moving ranges is that of their effective degrees
 * of freedom, 0.62 (k − 1) (D. J. Wheeler, "Advanced Topics in Statistical Process Control", 1995).
 */
export function processLimits(values: Points, options: LimitOptions = {}): Baseline {
  const indices = baselineIndices(values, options.baseline);
  const points = indices.map((index) => values[index] as number);
  const provisional = points.length < BASELINE_POINTS;
  const none = { from: indices[0] ?? null, to: indices.at(-1) ?? null, points: points.length, provisional };
  const mean = points.length === 0 ? null : points.reduce((sum, value) => sum + value, 0) / points.length;
  const meanRange = points.length < 2 ? null : meanOf(movingRanges(points));
  const without = { ...none, mean, meanRange, widthUncertainty: null, limits: null };
  if (options.carriesOver === true) return { ...without, reason: 'carriesOver' };
  if (points.length < FEWEST_POINTS || mean === null || meanRange === null) return { ...without, reason: 'tooFew' };
  if (!(meanRange > Math.abs(mean) * 1e-12)) return { ...without, reason: 'noVariation' };
  const limits = naturalLimits(mean, meanRange, options);
  const widthUncertainty = 1 / Math.sqrt(2 * 0.62 * (points.length - 1));
  return { ...none, mean, meanRange, widthUncertainty, limits, reason: null };
}

/** The limits around a mean; null where the quantity cannot go. */
export function naturalLimits(mean: number, meanRange: number, options: LimitOptions = {}): Limits {
  const lower = mean - 2.66 * meanRange;
  const upper = mean + 2.66 * meanRange;
  return {
    upper: upper >= (options.most ?? Number.POSITIVE_INFINITY) ? null : upper,
    lower: lower <= (options.least ?? Number.NEGATIVE_INFINITY) ? null : lower,
    rangeUpper: 3.268 * meanRange,
    sigma: meanRange / 1.128,
  };
}

/** Whether there is a point. */
export function isPoint(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** The distances of each point from the one before. */
export function movingRanges(points: readonly number[]): number[] {
  return points.slice(1).map((value, index) => Math.abs(value - (points[index] as number)));
}

function baselineIndices(values: Points, given: LimitOptions['baseline']): number[] {
  const indices: number[] = [];
  const to = Math.min(values.length - 1, given?.to ?? values.length - 1);
  for (let index = Math.max(0, given?.from ?? 0); index <= to; index++) {
    if (given === undefined && indices.length === BASELINE_POINTS) break;
    if (isPoint(values[index])) indices.push(index);
  }
  return indices;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
