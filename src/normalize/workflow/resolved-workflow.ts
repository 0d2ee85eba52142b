import type { Workflow } from '../../model/workflow/workflow.ts';
import type { StatusKinds } from './status-kinds.ts';

/** The workflow and the way to it. */
export interface ResolvedWorkflow {
  workflow: Workflow;
  /** What statuses mean apart from the configuration and their position. */
  statusKinds: StatusKinds;
  /** Stage of each status key. */
  stageOfKey: Int32Array;
  /** The stage in which milestone dates put an item of a kind; −1 where no item needs one. */
  stageOfKind: Record<'todo' | 'active' | 'done' | 'dropped', number>;
}
