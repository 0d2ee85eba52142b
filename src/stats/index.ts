export { type PercentileMethod, percentile, percentiles } from './quantile.ts';
export { leastOfLargest } from './select.ts';
export { signFlipChance } from './sign-flip.ts';
export { summarize } from './summary.ts';
