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
