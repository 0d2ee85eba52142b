export { chunkiness } from './chunky.ts';
export { type AlarmRule, falseAlarmShare, type SeriesKind } from './false-alarms.ts';
export {
  BASELINE_POINTS,
  type Baseline,
  type LimitOptions,
  type Limits,
  type Points,
  processLimits,
} from './limits.ts';
export { findSignals, type Rule, type RuleSet, type Signal, type Signals } from './signals.ts';
