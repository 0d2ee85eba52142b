export { type BrunnerMunzel, brunnerMunzel } from './brunner-munzel.ts';
export { type CountComparison, compareCounts } from './compare-counts.ts';
export { type CompareOptions, compareDurations, type DurationComparison } from './compare-durations.ts';
export { compareShares, type ShareComparison, type ShareSide } from './compare-shares.ts';
export { holm } from './holm.ts';
export { compareWithinTypes, type Mix, type TypeComparison, type TypedSample } from './mix.ts';
export { type Design, type Sample, sharesWeeks } from './samples.ts';
export { type TooFew, tooFewItems, tooFewPeriods } from './too-few.ts';
export { type Verdict, verdictOf } from './verdict.ts';
