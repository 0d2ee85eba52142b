import { quantileT, twoSidedT } from '../distributions/index.ts';
import { lagSums } from '../lag-correlation.ts';
import { meanOf, varianceOf } from './moments.ts';

/** Neighbours hang together no more than this in the correction. */
const MOST_CORRELATION = 0.8;

export interface Welch {
  /** The correlation of neighbouring periods, corrected for few of them, 0 to 0.8. */
  correlation: number;
  /** Of the difference of the means. */
  standardError: number;
  /** The variance of each mean. */
  variances: readonly [number, number];
  /** Null where no period of a side differs from the others: there is no variance to judge by. */
  degrees: number | null;
  p: number | null;
  /** The 95 % interval of the difference. */
  interval: [number, number] | null;
}

/**
 * Whether the means of two series differ, each period of which may hang together with the next (B. L. Welch, Biometrika 34,
 * 1947, with F. E. Satterthwaite's degrees of freedom, 1946; n replaced by n (1 − r) ÷ (1 + r), at least 2: G. V. Bayley and
 * J. M. Hammersley, "The effective number of independent observations", 1946). The correlation of short series comes out
 * too low by about 1 ÷ n, which is added.
 *
 * @returns null if a side has fewer than two periods
 */
export function welch(a: ArrayLike<number>, b: ArrayLike<number>): Welch | null {
  const [n, m] = [a.length, b.length];
  if (n < 2 || m < 2) return null;
  const [ofA, ofB] = [lagSums(a), lagSums(b)];
  const squares = ofA.squares + ofB.squares;
  const raw = (squares > 0 ? (ofA.products + ofB.products) / squares : 0) + 2 / (n + m);
  const correlation = Math.min(MOST_CORRELATION, Math.max(0, raw));
  const effective = (count: number) => Math.max(2, (count * (1 - correlation)) / (1 + correlation));
  const [partA, partB] = [varianceOf(a) / effective(n), varianceOf(b) / effective(m)];
  const standardError = Math.sqrt(partA + partB);
  const difference = meanOf(b) - meanOf(a);
  if (!(standardError > 0))
    return { correlation, standardError: 0, variances: [0, 0], degrees: null, p: null, interval: null };
  // By shares of the whole: the squares of very small variances would be 0.
  const share = partA / (partA + partB);
  const degrees = 1 / (share ** 2 / (effective(n) - 1) + (1 - share) ** 2 / (effective(m) - 1));
  const half = quantileT(0.975, degrees) * standardError;
  return {
    correlation,
    standardError,
    variances: [partA, partB],
    degrees,
    p: twoSidedT(difference / standardError, degrees),
    interval: [difference - half, difference + half],
  };
}
