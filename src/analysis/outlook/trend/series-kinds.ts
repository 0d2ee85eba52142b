import type { TrendMetric } from '../../../model/statistics/trend-settings.ts';
import type { PeriodDurations, PeriodPoint } from '../period-points.ts';

/** What a series is, and where its values come from. */
export interface SeriesKind {
  unit: 'items' | 'days' | 'share';
  /** Which side of the mean is better; null: neither. */
  better: 'lower' | 'higher' | null;
  scale: 'linear' | 'log';
  /** Which stable process it is like, for the chance of a false alarm. */
  like: 'counts' | 'logs';
  /** Whether its values are counts of what happened within a period. */
  counts: boolean;
  /** What it cannot go below, or exceed. */
  least?: number;
  most?: number;
  /** Whether each period takes over what the one before left. */
  carriesOver: boolean;
  /** Of durations, what the mean logarithm is of; of all others, null. */
  durations: ((point: PeriodPoint) => PeriodDurations) | null;
  /** The value of a period, where it is no mean of durations. */
  value(point: PeriodPoint): number | null;
  /** The items that it comes from; null where it is no figure of a sample. */
  n(point: PeriodPoint): number | null;
}

const none = () => null;
const plain = { scale: 'linear', like: 'counts', counts: false, carriesOver: false, durations: null, n: none } as const;
const count = { ...plain, unit: 'items', counts: true, least: 0 } as const;
// Nobody simulated shares: of the two, they are more like means.
const share = { ...plain, unit: 'share', like: 'logs', least: 0, most: 1 } as const;

export const SERIES_KINDS: Readonly<Record<TrendMetric, SeriesKind>> = {
  throughput: { ...count, better: 'higher', value: ({ throughput }) => throughput },
  arrivals: { ...count, better: null, value: ({ arrivals }) => arrivals },
  // More than usual comes in than goes out, or less.
  netFlow: { ...plain, unit: 'items', better: 'lower', value: ({ netFlow }) => netFlow },
  cycleTime: {
    ...plain,
    unit: 'days',
    better: 'lower',
    scale: 'log',
    like: 'logs',
    durations: ({ cycleTime }) => cycleTime,
    value: none,
    n: ({ cycleTime }) => cycleTime.n,
  },
  wip: { ...plain, unit: 'items', better: 'lower', least: 0, carriesOver: true, value: ({ wip }) => wip },
  age: {
    ...plain,
    unit: 'days',
    better: 'lower',
    least: 0,
    carriesOver: true,
    value: ({ age }) => age.medianDays,
    n: ({ age }) => age.n,
  },
  flowEfficiency: {
    ...share,
    better: 'higher',
    value: ({ flowEfficiency }) => flowEfficiency.share,
    n: ({ flowEfficiency }) => flowEfficiency.n,
  },
  wastedShare: { ...share, better: 'lower', value: ({ wastedShare }) => wastedShare },
};
