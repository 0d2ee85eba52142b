import { incompleteBeta } from './incomplete-beta.ts';

/**
 * The chance of a t at least as far from 0, on either side (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.6.4;
 * as an incomplete beta function: Press et al., "Numerical Recipes", § 6.14.3).
 *
 * @param degrees of freedom, more than 0, whole or not
 */
export function twoSidedT(t: number, degrees: number): number {
  const square = t * t;
  // Near 0 the first form would lose the digits of a small t.
  if (square < degrees) return 1 - incompleteBeta(square / (degrees + square), 0.5, degrees / 2);
  return incompleteBeta(degrees / (degrees + square), degrees / 2, 0.5);
}

/**
 * The t below which a share of the distribution lies, by bisection: `twoSidedT` falls as t grows.
 *
 * @param share 0.5 to below 1
 * @param degrees of freedom, more than 0, whole or not
 */
export function quantileT(share: number, degrees: number): number {
  const tails = 2 * (1 - share);
  if (tails >= 1) return 0;
  let high = 1;
  while (twoSidedT(high, degrees) > tails && high < 1e300) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (twoSidedT(middle, degrees) > tails) low = middle;
    else high = middle;
  }
}
