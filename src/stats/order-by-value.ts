/** With more values than this in a place, the place is spread out again. */
const FEW = 24;
/** Values that still lie in one place after so many rounds are sorted by comparing. */
const MOST_ROUNDS = 4;

/**
 * The indexes of some values in ascending order of the values; of equal ones, in any order.
 *
 * Values are spread over as many places as there are values, by their size, and put right within a place: linear time
 * where they lie evenly or are equal, n log n where they do not.
 *
 * @param values finite
 */
export function orderByValue(values: Float64Array): Int32Array {
  const order = new Int32Array(values.length);
  for (let index = 0; index < order.length; index++) order[index] = index;
  spread(order, values, MOST_ROUNDS);
  return order;
}

/** Puts these indexes in order. */
function spread(order: Int32Array, values: Float64Array, rounds: number): void {
  const count = order.length;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index++) {
    const value = values[order[index] as number] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (!(max > min)) return;
  if (rounds === 0) {
    order.sort((a, b) => (values[a] as number) - (values[b] as number));
    return;
  }
  const unordered = order.slice();
  const placeOf = (one: number) => Math.floor((((values[one] as number) - min) / (max - min)) * (count - 1));
  const ends = new Int32Array(count + 1);
  for (let index = 0; index < count; index++) ends[placeOf(unordered[index] as number) + 1]! += 1;
  for (let place = 1; place <= count; place++) ends[place]! += ends[place - 1] as number;
  // Filling a place moves its start to its end, which is where the next one starts.
  for (let index = 0; index < count; index++) {
    const one = unordered[index] as number;
    order[ends[placeOf(one)]!++] = one;
  }
  for (let place = 0, from = 0; place < count; place++) {
    const to = ends[place] as number;
    if (to - from > FEW) spread(order.subarray(from, to), values, rounds - 1);
    else if (to - from > 1) insertionSort(order, values, from, to);
    from = to;
  }
}

function insertionSort(order: Int32Array, values: Float64Array, from: number, to: number): void {
  for (let index = from + 1; index < to; index++) {
    const one = order[index] as number;
    const value = values[one] as number;
    let at = index;
    for (; at > from && (values[order[at - 1] as number] as number) > value; at--) order[at] = order[at - 1] as number;
    order[at] = one;
  }
}
