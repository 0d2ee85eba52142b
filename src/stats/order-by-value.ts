/** Places with more values than this are sorted by comparing; with fewer, by insertion. */
const FEW = 24;

/**
 * The indexes of some values in ascending order of the values; of equal ones, in any order.
 *
 * Values are spread over as many places as there are values, by their size, and put right within a place: linear time
 * where they lie evenly, n log n where they do not.
 *
 * @param values finite
 */
export function orderByValue(values: Float64Array): Int32Array {
  const count = values.length;
  const order = new Int32Array(count);
  if (count === 0) return order;
  let min = values[0] as number;
  let max = min;
  for (let index = 1; index < count; index++) {
    const value = values[index] as number;
    if (value < min) min = value;
    else if (value > max) max = value;
  }
  const perValue = max > min ? (count - 1) / (max - min) : 0;
  const ends = new Int32Array(count + 1);
  for (let index = 0; index < count; index++) ends[Math.floor(((values[index] as number) - min) * perValue) + 1]! += 1;
  for (let place = 1; place <= count; place++) ends[place]! += ends[place - 1] as number;
  // Filling a place moves its start to its end, which is where the next one starts.
  for (let index = 0; index < count; index++)
    order[ends[Math.floor(((values[index] as number) - min) * perValue)]!++] = index;
  for (let place = 0, from = 0; place < count; place++) {
    const to = ends[place] as number;
    if (to - from > FEW) order.subarray(from, to).sort((a, b) => (values[a] as number) - (values[b] as number));
    else if (to - from > 1) insertionSort(order, values, from, to);
    from = to;
  }
  return order;
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
