import type { LogFile } from '../../../../model/log/event-log.ts';

/**
 * What a record says of a work item: one of its revisions, as a whole or what it changed; what the item was on a day; or
 * what it is now.
 */
export interface Revision {
  kind: 'revision' | 'day' | 'latest';
  file: LogFile;
  /** Number of the record, or line of the row. */
  line: number;
  /** Counts the revisions of the item from 1; 0 for what is no revision. */
  rev: number;
  /** Number of the update; 0 for a whole revision. */
  update: number;
  /** Of the picture of a day, the board whose columns it shows. */
  board: string;
  /** Epoch milliseconds; NaN where the record does not say. */
  at: number;
  /** When the next revision took its place; NaN while none has. */
  until: number;
  /** True for an item as it was, false for what changed. */
  whole: boolean;
  /** True for an update of links alone: the time that it gives is when it was superseded, so it moves no other. */
  linksOnly: boolean;
  /** Reference name → value from now on; of a whole revision only what is not empty. */
  values: ReadonlyMap<string, string>;
  /** The fields that whole revisions of this file come with: one of them without a value is empty, another is unknown. */
  carried: ReadonlySet<string>;
  /** Of a change, what the values were before, where it says. */
  before: ReadonlyMap<string, string>;
  /** Dates that a whole revision carries; NaN where it does not. */
  created: number;
  started: number;
  finished: number;
  /** When it came into its state. */
  entered: number;
}

const NOTHING: ReadonlyMap<string, string> = new Map();
const NO_FIELDS: ReadonlySet<string> = new Set();

/** Revisions are numbered 1, 2, 3 … */
export function isRevisionNumber(text: string): boolean {
  return /^[1-9]\d{0,8}$/.test(text);
}

/** A revision that says nothing yet. */
export function emptyRevision(file: LogFile, line: number): Revision {
  return {
    file,
    line,
    kind: 'revision',
    rev: 0,
    update: 0,
    board: '',
    at: Number.NaN,
    until: Number.NaN,
    whole: true,
    linksOnly: false,
    values: NOTHING,
    carried: NO_FIELDS,
    before: NOTHING,
    created: Number.NaN,
    started: Number.NaN,
    finished: Number.NaN,
    entered: Number.NaN,
  };
}
