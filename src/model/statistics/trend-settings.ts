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

/** What sentences call it. */
export const TREND_NAMES: Readonly<Record<TrendMetric, string>> = {
  throughput: 'throughput',
  arrivals: 'arrivals',
  netFlow: 'net flow',
  cycleTime: 'cycle time',
  wip: 'work in progress',
  age: 'age of open items',
  flowEfficiency: 'flow efficiency',
  wastedShare: 'wasted labour',
};

/** The checked options of a trend. */
export interface TrendSettings {
  /** At least one, in the order of the output. */
  metrics: readonly TrendMetric[];
  /** Local days since 1970-01-01, the last one included; null: the first 20 points. */
  baseline: { from: number; to: number } | null;
  rules: 'both' | 'western-electric';
}
