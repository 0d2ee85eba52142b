export { type PercentileMethod, percentile, percentiles } from './quantile.ts';
export { type Summary, summarize } from './summary.ts';
