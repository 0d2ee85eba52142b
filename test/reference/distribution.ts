import { sum } from './time/intervals.ts';
import type { ReferenceSettings } from './types.ts';

/** Definitions §5, distribution. */

type Percentiles = ReferenceSettings['percentiles'];

export function percentile(numbers: number[], point: number, method: Percentiles['method']): number | null {
  const ordered = [...numbers].sort((a, b) => a - b);
  const count = ordered.length;
  if (count === 0) return null;
  if (method === 'nearest-rank') return ordered[Math.max(0, Math.ceil((point * count) / 100) - 1)]!;
  const rank = ((count - 1) * point) / 100;
  const below = ordered[Math.floor(rank)]!;
  const above = ordered[Math.ceil(rank)]!;
  return below + (above - below) * (rank - Math.floor(rank));
}

export function mean(numbers: number[]): number | null {
  return numbers.length === 0 ? null : sum(numbers) / numbers.length;
}

/** Of a sample: n - 1. */
export function standardDeviation(numbers: number[]): number | null {
  if (numbers.length < 2) return null;
  const middle = mean(numbers)!;
  return Math.sqrt(sum(numbers.map((number) => (number - middle) ** 2)) / (numbers.length - 1));
}

export function distribution(days: number[], { points, method }: Percentiles) {
  return {
    count: days.length,
    meanDays: mean(days),
    standardDeviationDays: standardDeviation(days),
    minDays: days.length === 0 ? null : Math.min(...days),
    maxDays: days.length === 0 ? null : Math.max(...days),
    percentilesDays: Object.fromEntries(points.map((point) => [String(point), percentile(days, point, method)])),
  };
}

/** The chance of each number of successes, from none to all: one try after the other. */
function binomial(count: number, share: number): number[] {
  let chances = [1];
  for (let tries = 1; tries <= count; tries += 1) {
    chances = Array.from(
      { length: tries + 1 },
      (_, successes) => (chances[successes] ?? 0) * (1 - share) + (chances[successes - 1] ?? 0) * share,
    );
  }
  return chances;
}

/** Between which values a percentile lies: each tail holds at most 2.5 %. */
function interval(numbers: number[], point: number): [number | null, number | null] {
  const ordered = [...numbers].sort((a, b) => a - b);
  if (ordered.length === 0 || point <= 0 || point >= 100) return [null, null];
  const chances = binomial(ordered.length, point / 100);
  const ranks = ordered.map((_, place) => place + 1);
  const low = ranks.filter((rank) => sum(chances.slice(0, rank)) <= 0.025).at(-1);
  const high = ranks.find((rank) => sum(chances.slice(rank)) <= 0.025);
  return [low === undefined ? null : ordered[low - 1]!, high === undefined ? null : ordered[high - 1]!];
}

/** A distribution of what is a sample of more to come. */
export function sample(days: number[], percentiles: Percentiles) {
  return {
    ...distribution(days, percentiles),
    percentileIntervalsDays: Object.fromEntries(
      percentiles.points.map((point) => [String(point), interval(days, point)]),
    ),
  };
}
