import type { StatusFlow } from './status-flow.ts';

/**
 * Puts statuses in the order in which items first enter them.
 *
 * Only first entries are compared, so that a board full of backward moves keeps its order. With pairs counted, the order
 * is the one that the fewest pairs of first entries contradict, as far as moving one status at a time finds it (Kemeny's
 * rule, by insertion); otherwise mean ranks decide. Ties go by name, so that the order of rows never matters.
 *
 * @param keys status keys to order
 */
export function orderStatuses(keys: readonly number[], flow: StatusFlow, names: readonly string[]): number[] {
  const byName = (a: number, b: number) => ((names[a] as string) < (names[b] as string) ? -1 : 1);
  const meanRank = (key: number) => (flow.rank[key] as number) / Math.max(1, flow.items[key] as number);
  const order = [...keys].sort((a, b) => meanRank(a) - meanRank(b) || byName(a, b));
  const { before } = flow;
  if (before === null) return order;
  const count = names.length;
  /** How many more items enter a before b than b before a. */
  const lead = (a: number, b: number) => (before[a * count + b] as number) - (before[b * count + a] as number);
  for (let round = 0; round < order.length; round++) {
    let moved = false;
    for (let index = 0; index < order.length; index++) {
      const key = order[index] as number;
      let best = 0;
      let bestPlace = index;
      let gain = 0;
      for (let place = index - 1; place >= 0; place--) {
        gain += lead(key, order[place] as number);
        if (gain > best) [best, bestPlace] = [gain, place];
      }
      gain = 0;
      for (let place = index + 1; place < order.length; place++) {
        gain += lead(order[place] as number, key);
        if (gain > best) [best, bestPlace] = [gain, place];
      }
      if (bestPlace !== index) {
        order.splice(index, 1);
        order.splice(bestPlace, 0, key);
        moved = true;
      }
    }
    if (!moved) break;
  }
  return order;
}
