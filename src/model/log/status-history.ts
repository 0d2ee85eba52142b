/** Which status each item of the timelines was in: item i owns the entries offsets[i] to offsets[i + 1] − 1, in order. */
export interface StatusHistory {
  offsets: Int32Array;
  /** The instant from which on. */
  at: Float64Array;
  /** Index in `names`: statuses that differ only in letter case and white space are one. */
  status: Int32Array;
  names: readonly string[];
  /** The stage of each of `names`. */
  stageOf: Int32Array;
}
