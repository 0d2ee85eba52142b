import { lagCorrelation } from '../lag-correlation.ts';
import { type WeeklyHistory, weekTotals } from './history.ts';

/** After so many weeks a week counts half. */
const HALF_LIFE = 8;
/** Weeks that alternate more than this are drawn in pairs, if there are enough of them. */
const ALTERNATING = -0.5;
const FEWEST_PAIRS = 4;

/** What a forecast draws: weeks, or pairs of them where work comes every other week. */
export interface DrawUnits {
  /** Weeks of a unit: 1 or 2. */
  size: 1 | 2;
  /** The first week of each, oldest first. */
  starts: Int32Array;
  /** The parameters of the Dirichlet distribution of their chances. */
  shapes: Float64Array;
}

/**
 * How the weeks of a history are drawn: a week counts half as much as one that is eight weeks younger; and since a few
 * weeks do not tell exactly how often each kind of week comes, the chances themselves are drawn anew for each trial, as in
 * the Bayesian bootstrap (D. B. Rubin, Annals of Statistics 9, 1981), here with c = max(2, (Σa)² ÷ Σa² − 4) for the number
 * of weeks (L. Kish's effective sample size, "Survey Sampling", 1965, less 4 for what else is not known).
 */
export function drawUnits(history: WeeklyHistory): DrawUnits {
  const { weeks } = history;
  const pairs = Math.floor(weeks / 2);
  const ages = Array.from({ length: weeks }, (_, week) => weeks - 1 - week);
  const weekly = concentration(ages);
  if (pairs < FEWEST_PAIRS || lagCorrelation(weekTotals(history)) >= ALTERNATING) {
    return { size: 1, starts: Int32Array.from(ages.keys()), shapes: shapesOf(ages, weekly) };
  }
  // Counted back from the last week: an odd oldest one is left out.
  const starts = Int32Array.from({ length: pairs }, (_, pair) => weeks - 2 * (pairs - pair));
  const pairAges = Array.from(starts, (week) => weeks - 1 - week - 0.5);
  return { size: 2, starts, shapes: shapesOf(pairAges, Math.max(1, weekly / 2)) };
}

const weightOf = (age: number) => 2 ** (-age / HALF_LIFE);

function concentration(ages: readonly number[]): number {
  let sum = 0;
  let squares = 0;
  for (const age of ages) {
    sum += weightOf(age);
    squares += weightOf(age) ** 2;
  }
  return squares === 0 ? 2 : Math.max(2, (sum * sum) / squares - 4);
}

function shapesOf(ages: readonly number[], total: number): Float64Array {
  const weights = Float64Array.from(ages, weightOf);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (total * weight) / sum);
}
