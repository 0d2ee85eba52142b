export { type PercentileMethod, percentile } from './quantile.ts';
export { mean, standardDeviation } from './summary.ts';
