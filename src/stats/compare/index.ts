export { brunnerMunzel } from './brunner-munzel.ts';
export { compareCounts } from './compare-counts.ts';
export { compareDurations, type DurationComparison } from './compare-durations.ts';
export { compareShares, type ShareSide } from './compare-shares.ts';
export { holm } from './holm.ts';
export { compareWithinTypes, type TypedSample } from './mix.ts';
export { type Design, type Sample, sharesWeeks } from './samples.ts';
export { type TooFew, tooFewItems, tooFewPeriods } from './too-few.ts';
export { verdictOf } from './verdict.ts';
