import type { Distribution } from '../../contract/distribution-schema.ts';
import { type DistributionPart, type ScalarPart, scalar } from '../../model/document-parts.ts';
import { dependable, typical } from './percentile.ts';

/** A distribution of days as a part. */
export function distributionPart(title: string, data: Distribution): DistributionPart {
  return {
    part: 'distribution',
    title,
    count: data.count,
    mean: data.meanDays,
    standardDeviation: data.standardDeviationDays,
    min: data.minDays,
    max: data.maxDays,
    percentiles: data.percentilesDays,
  };
}

/** Its two key figures: what is usual, and what to count on. The note goes with the first. */
export function percentileScalars(label: string, data: Distribution, note: string): ScalarPart[] {
  const points = [typical(data), dependable(data)].filter((percentile) => percentile !== null);
  const distinct = points.filter(({ point }, index) => points.findIndex((other) => other.point === point) === index);
  return distinct.map(({ point, days }, index) =>
    scalar(`${label}, ${point} % within`, days, 'days', index === 0 ? note : null),
  );
}
