import { Z_95 } from '../distributions/index.ts';

/**
 * The 95 % interval of a share (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * JASA 22, 1927): within 0 to 1, and of use for few cases.
 *
 * @returns null without cases
 */
export function wilsonInterval(successes: number, cases: number): [number, number] | null {
  if (!(cases > 0)) return null;
  const share = successes / cases;
  const square = Z_95 * Z_95;
  const middle = share + square / (2 * cases);
  const half = Z_95 * Math.sqrt((share * (1 - share)) / cases + square / (4 * cases * cases));
  const whole = 1 + square / cases;
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)];
}
