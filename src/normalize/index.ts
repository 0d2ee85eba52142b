export { buildTimelines } from './build-timelines.ts';
export { type DateSpan, dateSpanOf } from './date-span.ts';
export { type FieldValues, fieldValues } from './field-values.ts';
export { type OrderedTransitions, orderTransitions } from './ordered-transitions.ts';
export { resolveWorkflow, stageNamed } from './resolve-workflow.ts';
export { rowValuesOf } from './row-values.ts';
export { addSnapshotChanges } from './snapshot-changes.ts';
export { statusHistoryOf } from './status-history.ts';
export { kindOfStatus } from './status-kind.ts';
