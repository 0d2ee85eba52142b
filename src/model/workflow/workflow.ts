/** What time in a stage means; see `pitwall explain workflow`. */
export type StageKind = 'todo' | 'active' | 'waiting' | 'done' | 'dropped';

export const STAGE_KINDS: readonly StageKind[] = ['todo', 'active', 'waiting', 'done', 'dropped'];

/**
 * What a stage's kind rests on, the strongest first: the configuration; what the tool says of the status; its name; the
 * finish dates of the items in it; how the cases of a log of activities end; its position among the others.
 */
export type KindEvidence = 'configuration' | 'tool' | 'name' | 'dates' | 'case-ends' | 'position';

/** What people read: "its name". */
export const EVIDENCE_WORDS: Readonly<Record<KindEvidence, string>> = {
  configuration: 'the configuration',
  tool: 'its tool',
  name: 'its name',
  dates: 'dates',
  'case-ends': 'how cases end',
  position: 'its place: a guess',
};

/** One stage of the workflow, in the order of the work. */
export interface Stage {
  name: string;
  kind: StageKind;
  evidence: KindEvidence;
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
