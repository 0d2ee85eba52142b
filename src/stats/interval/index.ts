export {
  intervalRanks,
  type PercentileInterval,
  percentileInterval,
  type RankInterval,
} from './percentile-interval.ts';
export { wilsonInterval } from './wilson.ts';
