import { incompleteBeta } from './incomplete-beta.ts';

/**
 * The chance of at most so many successes (NIST Digital Library of Mathematical Functions, 8.17.5).
 *
 * @param share the chance of each success, more than 0 and less than 1
 */
export function atMost(successes: number, trials: number, share: number): number {
  if (successes < 0) return 0;
  if (successes >= trials) return 1;
  return incompleteBeta(1 - share, trials - successes, successes + 1);
}

/** The chance of at least so many successes: not 1 less `atMost`, which would lose the digits of a small chance. */
export function atLeast(successes: number, trials: number, share: number): number {
  if (successes <= 0) return 1;
  if (successes > trials) return 0;
  return incompleteBeta(share, successes, trials - successes + 1);
}
