/** What a trend can be of, in the order of the output. */
export const TREND_METRICS = [
  'throughput',
  'arrivals',
  'netFlow',
  'cycleTime',
  'wip',
  'age',
  'flowEfficiency',
  'wastedShare',
] as const;

export type TrendMetric = (typeof TREND_METRICS)[number];

/** The checked options of a trend. */
export interface TrendSettings {
  /** At least one, in the order of the output. */
  metrics: readonly TrendMetric[];
  /** Local days since 1970-01-01, the last one included; null: the first 20 points. */
  baseline: { from: number; to: number } | null;
  rules: 'both' | 'western-electric';
}
