export { type PercentileMethod, percentile, percentiles } from './quantile.ts';
export { signFlipChance } from './sign-flip.ts';
export { summarize } from './summary.ts';
