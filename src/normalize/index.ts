export { buildTimelines } from './build-timelines.ts';
export { changeHistoryOf } from './rows/change-history.ts';
export { type DateSpan, dateSpanOf } from './rows/date-span.ts';
export { type FieldValues, fieldValues } from './rows/field-values.ts';
export { type OrderedTransitions, orderTransitions } from './rows/ordered-transitions.ts';
export { rowValuesOf } from './rows/row-values.ts';
export { addSnapshotChanges } from './rows/snapshot-changes.ts';
export { resolveWorkflow, stageNamed } from './workflow/resolve-workflow.ts';
export { kindOfStatus } from './workflow/status-kind.ts';
