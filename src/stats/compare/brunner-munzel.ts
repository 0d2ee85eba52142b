import { quantileT, twoSidedT } from '../distributions/index.ts';
import { midranks, pooledRanks } from './midranks.ts';
import { meanOf } from './moments.ts';

export interface BrunnerMunzel {
  /** The chance that a value of B is larger than one of A, equal ones half. */
  effect: number;
  /** Its 95 % interval within 0 and 1; null where the variance is 0. */
  interval: [number, number] | null;
  t: number | null;
  degrees: number | null;
  /** Two-sided. 1 where all values are equal; null where all of one side are beyond all of the other. */
  p: number | null;
}

/**
 * The test that values of B are as often larger as smaller than those of A, whatever their distributions and spreads (E.
 * Brunner and U. Munzel, "The nonparametric Behrens-Fisher problem", Biometrical Journal 42, 2000), by the t
 * approximation.
 *
 * @returns null if a side has fewer than two values
 */
export function brunnerMunzel(a: Float64Array, b: Float64Array): BrunnerMunzel | null {
  const [n, m] = [a.length, b.length];
  if (n < 2 || m < 2) return null;
  const pooled = pooledRanks(a, b);
  const difference = meanOf(pooled.b) - meanOf(pooled.a);
  const effect = 0.5 + difference / (n + m);
  const [ofA, ofB] = [placementVariance(pooled.a, midranks(a)), placementVariance(pooled.b, midranks(b))];
  const total = n * ofA + m * ofB;
  if (!(total > 0)) return { effect, interval: null, t: null, degrees: null, p: effect === 0.5 ? 1 : null };
  const t = (n * m * difference) / ((n + m) * Math.sqrt(total));
  const degrees = total ** 2 / ((n * ofA) ** 2 / (n - 1) + (m * ofB) ** 2 / (m - 1));
  const half = quantileT(0.975, degrees) * Math.sqrt(ofA / (n * m * m) + ofB / (m * n * n));
  const interval: [number, number] = [Math.max(0, effect - half), Math.min(1, effect + half)];
  return { effect, interval, t, degrees, p: twoSidedT(t, degrees) };
}

/** The variance of the ranks among all values less those within the side. */
function placementVariance(pooled: Float64Array, own: Float64Array): number {
  const mean = meanOf(pooled) - (own.length + 1) / 2;
  let squares = 0;
  for (let index = 0; index < own.length; index++) {
    squares += ((pooled[index] as number) - (own[index] as number) - mean) ** 2;
  }
  return squares / (own.length - 1);
}
