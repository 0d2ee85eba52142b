export { intervalRanks, percentileInterval, percentilesWithin } from './percentile-interval.ts';
export { wilsonInterval } from './wilson.ts';
