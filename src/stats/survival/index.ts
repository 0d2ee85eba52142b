export { expectedMisses } from './expected-misses.ts';
export { kaplanMeier, type SurvivalCurve, stepAt } from './kaplan-meier.ts';
export { Landmarks } from './landmark.ts';
export type { Visits } from './stage-visits.ts';
export { shareInterval, standardError } from './survival-interval.ts';
export { survivalPercentile, survivalPercentiles, survivalValue } from './survival-percentile.ts';
