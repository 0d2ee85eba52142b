import { type Baseline, isPoint, movingRanges, type Points } from './limits.ts';

/** Counts with a smaller mean cannot show much of their variation. */
const SMALL_MEAN = 3;
/** So few different ranges mean that the scale is too coarse for the variation. */
const FEW_RANGES = 3;

/**
 * Whether the points are too coarse for their limits, so that a longer period would tell more (D. J. Wheeler, "Chunky
 * data": at most three different moving ranges below the upper range limit; and counts below 3 a period).
 *
 * @param counts whether the values are counts
 * @returns why, or null
 */
export function chunkiness(values: Points, baseline: Baseline, counts: boolean): 'smallMean' | 'fewRanges' | null {
  const { mean, limits, from, to } = baseline;
  if (mean === null || limits === null || from === null || to === null) return null;
  if (counts && mean < SMALL_MEAN) return 'smallMean';
  const points: number[] = [];
  for (let index = from; index <= to; index++) {
    const value = values[index];
    if (isPoint(value)) points.push(value);
  }
  const below = movingRanges(points).filter((range) => range < limits.rangeUpper);
  return new Set(below.map((range) => range.toPrecision(9))).size <= FEW_RANGES ? 'fewRanges' : null;
}
