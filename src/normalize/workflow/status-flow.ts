import type { EventLog } from '../../model/log/event-log.ts';
import type { OrderedTransitions } from '../rows/ordered-transitions.ts';

/** How items move through the statuses, by status key: what inference uses. */
export interface StatusFlow {
  /** Items whose first status it is. */
  initial: Int32Array;
  /** Items whose last status it is. */
  final: Int32Array;
  /** Entries into it. */
  entries: Int32Array;
  /** Sum, over the items that were ever in it, of the place of its first entry among the item's first entries, 0 to RANKS. */
  rank: Float64Array;
  /** Items that were ever in it. */
  items: Int32Array;
  /** before[a × n + b]: items that entered a before they ever entered b; null where there are too many statuses. */
  before: Int32Array | null;
}

/** Places count in whole numbers: fractions add up to another sum in another order of items. */
const RANKS = 2 ** 24;

/** With more statuses than this, pairs cost too much and mean ranks decide. */
const MOST_STATUSES_IN_PAIRS = 64;

/** An item that is in more statuses than this says little about the order of each pair. */
const MOST_FIRST_ENTRIES = 256;

/** Counts, over the items' ordered transitions, how statuses follow one another. Only first entries count for order. */
export function statusFlow(log: EventLog, ordered: OrderedTransitions): StatusFlow {
  const count = ordered.keyNames.length;
  const flow: StatusFlow = {
    initial: new Int32Array(count),
    final: new Int32Array(count),
    entries: new Int32Array(count),
    rank: new Float64Array(count),
    items: new Int32Array(count),
    before: count <= MOST_STATUSES_IN_PAIRS ? new Int32Array(count * count) : null,
  };
  const { transitions } = log;
  const lastItem = new Int32Array(count).fill(-1);
  const first: number[] = [];
  for (let item = 0; item < log.itemCount; item++) {
    const start = ordered.offsets[item] as number;
    const end = ordered.offsets[item + 1] as number;
    if (start === end) continue;
    first.length = 0;
    const origin = ordered.statusKeys[transitions.from(ordered.rows[start] as number)] as number;
    let last = -1;
    if (origin !== -1) last = enter(origin, item);
    for (let index = start; index < end; index++) {
      const key = ordered.statusKeys[transitions.to(ordered.rows[index] as number)] as number;
      if (key !== last) last = enter(key, item);
    }
    add(flow.initial, first[0] as number);
    add(flow.final, last);
    countOrder();
  }
  return flow;

  function enter(key: number, item: number): number {
    add(flow.entries, key);
    if (lastItem[key] !== item) {
      lastItem[key] = item;
      add(flow.items, key);
      first.push(key);
    }
    return key;
  }

  function countOrder(): void {
    const length = Math.min(first.length, MOST_FIRST_ENTRIES);
    for (let a = 0; a < length; a++) {
      const key = first[a] as number;
      flow.rank[key] = (flow.rank[key] as number) + (length === 1 ? 0 : Math.round((a / (length - 1)) * RANKS));
      if (flow.before !== null) {
        for (let b = a + 1; b < length; b++) add(flow.before, key * count + (first[b] as number));
      }
    }
  }
}

function add(counts: Int32Array, index: number): void {
  counts[index] = (counts[index] as number) + 1;
}
