export { expectedMisses } from './expected-misses.ts';
export { kaplanMeier, type Lifetimes, type SurvivalCurve, stepAt } from './kaplan-meier.ts';
export { Landmarks, type OpenItem, type Outlook } from './landmark.ts';
export type { Visits } from './stage-visits.ts';
export { type ShareInterval, shareInterval, standardError } from './survival-interval.ts';
export {
  type SurvivalPercentile,
  survivalPercentile,
  survivalPercentiles,
  survivalValue,
} from './survival-percentile.ts';
