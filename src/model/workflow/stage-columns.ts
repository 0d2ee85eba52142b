import { STAGE_KINDS, type StageKind, type Workflow } from './workflow.ts';

export const TODO = 0;
export const ACTIVE = 1;
export const WAITING = 2;
export const DONE = 3;
export const DROPPED_STAGE = 4;

/** The kind of each stage as a small integer, for loops over visits. */
export function kindCodes(workflow: Workflow): Uint8Array {
  return Uint8Array.from(workflow.stages, (stage) => STAGE_KINDS.indexOf(stage.kind));
}

export function kindOfCode(code: number): StageKind {
  return STAGE_KINDS[code] as StageKind;
}
