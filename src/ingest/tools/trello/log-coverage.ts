/** A stretch of time over which one file holds everything that happened; it may not reach back to the beginning. */
export interface Stretch {
  /** Its oldest entry; −Infinity where the file is known to hold everything before its newest one. */
  from: number;
  /** Its newest entry. */
  to: number;
}

/**
 * Since when files that overlap hold everything: the start of the newest stretch, joined with those that reach into it.
 * @returns −Infinity if they go back to the beginning, or if there are none
 */
export function coveredSince(stretches: readonly Stretch[]): number {
  const newestFirst = [...stretches].sort((a, b) => b.to - a.to || a.from - b.from);
  let since = newestFirst[0]?.from ?? Number.NEGATIVE_INFINITY;
  for (const { from, to } of newestFirst) if (to >= since && from < since) since = from;
  return since;
}
