import type { Distribution } from '../../contract/distribution-schema.ts';

/** One of a distribution's percentiles. */
export interface Percentile {
  /** As configured: `85`. */
  point: number;
  days: number | null;
}

/** The median, or the configured percentile nearest to it. */
export function typical(distribution: Distribution): Percentile | null {
  return nearest(distribution, 50);
}

/** The 85th percentile, or the configured one nearest to it: what a promise can be built on. */
export function dependable(distribution: Distribution): Percentile | null {
  return nearest(distribution, 85);
}

function nearest(distribution: Distribution, wanted: number): Percentile | null {
  let best: Percentile | null = null;
  for (const [key, days] of Object.entries(distribution.percentilesDays)) {
    const point = Number(key);
    if (best === null || Math.abs(point - wanted) < Math.abs(best.point - wanted)) best = { point, days };
  }
  return best;
}
