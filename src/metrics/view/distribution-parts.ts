import type { Distribution, Sample } from '../../contract/distribution-schema.ts';
import {
  type DistributionPart,
  note,
  type Part,
  type ScalarPart,
  scalar,
  type TablePart,
  table,
} from '../../model/document/document-parts.ts';
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

/** How sure each percentile is; nothing where no end of an interval is known. */
export function intervalTable({ percentileIntervalsDays, percentilesDays }: Sample): Part[] {
  const parts = sureTable('How sure that is (95 %)', percentilesDays, percentileIntervalsDays);
  const open = Object.values(percentileIntervalsDays).some((ends) => ends.includes(null));
  return parts.length > 0 && open ? [...parts, note('—: too few items to say.')] : parts;
}

/** Percentiles with the two ends of each. */
export function sureTable(
  title: string,
  percentiles: Sample['percentilesDays'],
  intervals: Sample['percentileIntervalsDays'],
): TablePart[] {
  const points = Object.keys(percentiles).sort((a, b) => Number(a) - Number(b));
  const rows = points.map((point) => [`${point} %`, percentiles[point] ?? null, ...(intervals[point] ?? [null, null])]);
  if (rows.every(([, , low, high]) => low === null && high === null)) return [];
  return [
    table(
      title,
      [
        { label: 'Items', unit: 'text' },
        { label: 'Within', unit: 'days' },
        { label: 'Between', unit: 'days' },
        { label: 'And', unit: 'days' },
      ],
      rows,
    ),
  ];
}

/** Its two key figures: what is usual, and what to count on. The note goes with the first. */
export function percentileScalars(label: string, data: Distribution, note: string): ScalarPart[] {
  const points = [typical(data), dependable(data)].filter((percentile) => percentile !== null);
  const distinct = points.filter(({ point }, index) => points.findIndex((other) => other.point === point) === index);
  return distinct.map(({ point, days }, index) =>
    scalar(`${label}, ${point} % within`, days, 'days', index === 0 ? note : null),
  );
}
