/** Shorter runs of instants are sorted by insertion. */
const SHORT = 24;
/** Twice as often as halving takes: past it, the pivots were bad. */
const SPLITS = 64;
/** How many instants a step of time holds on average. */
const PER_STEP = 4;

/**
 * The places of instants in ascending order of the instants; those of one instant in any order.
 *
 * Instants are dealt into equal steps of time, and each step is sorted by itself. Instants that lie near each other in
 * time mostly lie near each other in the column, too, so that this goes through memory in one direction.
 *
 * @param length how many of the instants count
 * @param splits how often the instants of a step are split, before the platform sorts what is left
 */
export function instantOrder(instants: Float64Array, length: number, splits: number = SPLITS): Int32Array {
  const order = new Int32Array(length);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < length; place++) {
    const instant = instants[place] as number;
    if (instant < least) least = instant;
    if (instant > most) most = instant;
  }
  const steps = Math.max(1, Math.ceil(length / PER_STEP));
  const scale = most > least ? (steps - 1) / (most - least) : 0;
  const ends = new Int32Array(steps + 1);
  for (let place = 0; place < length; place++) {
    ends[Math.floor(((instants[place] as number) - least) * scale) + 1]! += 1;
  }
  for (let step = 0; step < steps; step++) ends[step + 1]! += ends[step] as number;
  // Each step's beginning moves on to its end as it is filled.
  for (let place = 0; place < length; place++) {
    order[ends[Math.floor(((instants[place] as number) - least) * scale)]!++] = place;
  }
  let begin = 0;
  for (let step = 0; step < steps; step++) {
    const end = ends[step] as number;
    if (end - begin > 1) split(order, begin, end, instants, splits);
    begin = end;
  }
  return order;
}

/**
 * Sorts by splitting into earlier, equal and later ones. Very many are equal: whatever happens at night or at a weekend
 * happens at one instant of working time. The middle of three splits fairly; a bad run of splits is left to the platform.
 */
function split(order: Int32Array, begin: number, end: number, instants: Float64Array, splits: number): void {
  let low = begin;
  let high = end;
  for (let left = splits; high - low > SHORT; left--) {
    if (left === 0) {
      order.subarray(low, high).sort((a, b) => (instants[a] as number) - (instants[b] as number));
      return;
    }
    const at = (place: number) => instants[order[place] as number] as number;
    const pivot = middleOfThree(at(low), at((low + high) >> 1), at(high - 1));
    let earlier = low;
    let later = high;
    for (let place = low; place < later; ) {
      const own = order[place] as number;
      const instant = instants[own] as number;
      if (instant < pivot) {
        order[place++] = order[earlier] as number;
        order[earlier++] = own;
      } else if (instant > pivot) {
        later--;
        order[place] = order[later] as number;
        order[later] = own;
      } else place++;
    }
    // The shorter side by itself, so that few are open at once.
    if (earlier - low < high - later) {
      split(order, low, earlier, instants, left - 1);
      low = later;
    } else {
      split(order, later, high, instants, left - 1);
      high = earlier;
    }
  }
  insert(order, low, high, instants);
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function insert(order: Int32Array, begin: number, end: number, instants: Float64Array): void {
  for (let at = begin + 1; at < end; at++) {
    const own = order[at] as number;
    const instant = instants[own] as number;
    let place = at;
    while (place > begin && (instants[order[place - 1] as number] as number) > instant) {
      order[place] = order[place - 1] as number;
      place--;
    }
    order[place] = own;
  }
}
