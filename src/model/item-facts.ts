/** Outcomes, as small integers. */
export const NOT_STARTED = 0;
export const IN_PROGRESS = 1;
export const FINISHED = 2;
export const DROPPED = 3;

export const OUTCOMES = ['notStarted', 'inProgress', 'finished', 'dropped'] as const;

/**
 * The facts of every item, one column a fact, in the order of the timelines. Metrics read these; instants are epoch
 * milliseconds, durations milliseconds in the basis of the analysis, unknown is NaN.
 */
export interface ItemFacts {
  count: number;
  outcome: Uint8Array;
  created: Float64Array;
  /** NaN: not started, or not known (see startUnknown). */
  started: Float64Array;
  /** The finish or drop; NaN while open, and where an item is over at an unknown instant. */
  ended: Float64Array;
  /**
   * 1 where only its status of today says that an item is over, and asOf lies before today: whether it was over by then
   * is not known. Its outcome is today's.
   */
  outcomeUnknown: Uint8Array;
  /** 1 where an item has started, but the history does not say when. */
  startUnknown: Uint8Array;
  /** 1 where the parts of its time, and so its rework, are not known. */
  partsUnknown: Uint8Array;
  /** Visit that started the clock; −1: none. */
  startVisit: Int32Array;
  /** First visit that is not before the end. */
  endVisit: Int32Array;
  /** Parts of the time between start and end (asOf while open). */
  activeMs: Float64Array;
  waitingMs: Float64Array;
  blockedMs: Float64Array;
  pausedMs: Float64Array;
  reworkMs: Float64Array;
  backwardMoves: Int32Array;
  /** −1: not known. */
  handoffs: Int32Array;
  reopened: Uint8Array;
  /** In days of the basis. */
  leadTimeDays: Float64Array;
  cycleTimeDays: Float64Array;
  ageDays: Float64Array;
  points: Float64Array;
}
