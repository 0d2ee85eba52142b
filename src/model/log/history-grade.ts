/**
 * How much of an item's past its source holds.
 * `full-log`: every change with its time. `stage-dates`: one date a stage. `milestones`: created, started, finished.
 * `durations`: time a stage, without dates. `snapshot`: the status of today.
 */
export type HistoryGrade = 'full-log' | 'stage-dates' | 'milestones' | 'durations' | 'snapshot';

/** The grades, the fullest history first. */
export const HISTORY_GRADES: readonly HistoryGrade[] = [
  'full-log',
  'stage-dates',
  'milestones',
  'durations',
  'snapshot',
];
