export { chunkiness } from './chunky.ts';
export { type AlarmRule, falseAlarmShare, type SeriesKind } from './false-alarms.ts';
export { BASELINE_POINTS, type Baseline, processLimits } from './limits.ts';
export { findSignals, type RuleSet, type Signal } from './signals.ts';
