/** Of the approximation with g = 7 and nine terms, as the GNU Scientific Library has it. */
const COEFFICIENTS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/**
 * The logarithm of the gamma function (C. Lanczos, "A precision approximation of the gamma function", SIAM Journal on
 * Numerical Analysis 1, 1964), to some 15 digits.
 *
 * @param x more than 0
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const y = x - 1;
  let sum: number = COEFFICIENTS[0];
  for (let index = 1; index < COEFFICIENTS.length; index++) sum += (COEFFICIENTS[index] as number) / (y + index);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}
