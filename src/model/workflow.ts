/** What time in a stage means; see `pitwall explain workflow`. */
export type StageKind = 'todo' | 'active' | 'waiting' | 'done' | 'dropped';

export const STAGE_KINDS: readonly StageKind[] = ['todo', 'active', 'waiting', 'done', 'dropped'];

/** One stage of the workflow, in the order of the work. */
export interface Stage {
  name: string;
  kind: StageKind;
  /** The statuses that belong to it, as written. */
  statuses: string[];
  /** The most items that should be in it at a time, if there is such a limit. */
  limit: number | null;
}

export interface Workflow {
  /** True if it was inferred from the data, false if it was configured. */
  inferred: boolean;
  stages: Stage[];
}

/** The form in which statuses are compared: letter case and surrounding or repeated white space do not count. */
export function statusKey(status: string): string {
  return status.trim().replace(/\s+/g, ' ').toLowerCase();
}
