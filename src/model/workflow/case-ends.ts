/** An activity that another follows more often than this does not end a case. */
const FOLLOWED_AT_MOST = 0.1;

/** An activity that ends a smaller share of the cases is not how they end, but where a few of them stand. */
const ENDS_AT_LEAST = 0.05;

/**
 * True for an activity that ends cases and is hardly ever followed by another.
 *
 * @param cases how many there are
 * @param entries how often the activity was entered
 * @param ended of these, how often nothing followed
 */
export function endsCases(cases: number, entries: number, ended: number): boolean {
  return ended > 0 && ended >= cases * ENDS_AT_LEAST && entries - ended <= entries * FOLLOWED_AT_MOST;
}
