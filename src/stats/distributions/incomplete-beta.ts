import { logGamma } from './log-gamma.ts';

/** Terms of the fraction; it takes about the square root of the larger parameter. */
const MOST_TERMS = 100_000;
/** Stands for 0 in a denominator. */
const TINY = 1e-300;

/**
 * The regularized incomplete beta function I_x(a, b): the chance that a beta variable is at most x. By the continued
 * fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, evaluated by the modified method of Lentz
 * (Press et al., "Numerical Recipes", § 6.4).
 *
 * Why it is written out here: of the kept libraries, simple-statistics has no Student's t; jStat's quantile is right to
 * seven digits only and brings 51 kB that no bundler can take apart; @stdlib's is exact and brings 186 kB in over two
 * hundred packages. This is all that the t and the binomial distribution need.
 *
 * @param x 0 to 1
 * @param a more than 0
 * @param b more than 0
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast below the mean; above, the other tail is.
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerTail(1 - x, b, a);
  return lowerTail(x, a, b);
}

function lowerTail(x: number, a: number, b: number): number {
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return Math.min(1, (Math.exp(logFront) / a) * fraction(x, a, b));
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / atLeastTiny(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / atLeastTiny(1 + even * d);
    c = atLeastTiny(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / atLeastTiny(1 + odd * d);
    c = atLeastTiny(1 + odd / c);
    const change = d * c;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}

function atLeastTiny(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
