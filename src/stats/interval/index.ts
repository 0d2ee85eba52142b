export {
  intervalRanks,
  type PercentileInterval,
  type PercentilesWithin,
  percentileInterval,
  percentilesWithin,
  type RankInterval,
} from './percentile-interval.ts';
export { wilsonInterval } from './wilson.ts';
