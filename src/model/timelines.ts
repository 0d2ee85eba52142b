/** Who had each item: people, or teams in their place. */
export type HolderHistory = Pick<Timelines, 'peopleOffsets' | 'peopleAt' | 'peopleSet' | 'peopleKnown'>;

/** The stage that an item is in at asOf: today's, where nothing says since when, else that of its last visit. */
export function stageNow({ offsets, stage, stageToday }: Timelines, item: number): number {
  const today = stageToday[item] as number;
  return today === -1 ? (stage[(offsets[item + 1] as number) - 1] as number) : today;
}

/**
 * Every item's past, as columns. Items are in the order of their creation, then of their ids, whatever the order of
 * the rows they came from; unknown creations last.
 *
 * Item i owns the visits offsets[i] to offsets[i + 1] − 1: contiguous half-open intervals [start, next visit's start),
 * the last one open.
 */
export interface Timelines {
  count: number;
  /** Index of the item in the log. */
  item: Int32Array;
  ids: string[];
  /** Rule 4's creation; NaN if unknown. */
  created: Float64Array;
  offsets: Int32Array;
  /** Start of each visit. */
  start: Float64Array;
  /** Index of each visit's stage. */
  stage: Int32Array;
  /** Merged blocked periods of item i: blockedOffsets[i] to blockedOffsets[i + 1] − 1; an unclosed one ends at Infinity. */
  blockedOffsets: Int32Array;
  blockedStart: Float64Array;
  blockedEnd: Float64Array;
  /** Why, as an id of the log's reasons. */
  blockedReason: Int32Array;
  /** Who had item i: from peopleAt on, the set peopleSet; one entry an instant. */
  peopleOffsets: Int32Array;
  peopleAt: Float64Array;
  peopleSet: Int32Array;
  /** 1 where peopleSet is complete. */
  peopleKnown: Uint8Array;
  /** 1 where the item has milestone dates only. */
  milestones: Uint8Array;
  /** 1 where milestone dates say when an item started, or that it did not: its file has such a column. */
  startKnown: Uint8Array;
  /**
   * The stage in which the item is by its status of today, where nothing says since when: it follows the last visit. −1:
   * the last visit is where it is.
   */
  stageToday: Int32Array;
  /** 1 where the item's status of today says that it is over, nobody knows since when, and asOf lies before today. */
  overLater: Uint8Array;
  /** What happened before this instant is missing; NaN: nothing is. */
  cutBefore: Float64Array;
  /** Index in HISTORY_GRADES. */
  grade: Int32Array;
}
