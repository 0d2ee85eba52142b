/**
 * Moves the values so that the one of each given rank is at its place, smaller ones before it and larger ones after:
 * what a percentile needs of a sort, in linear time (Floyd and Rivest's SELECT would do fewer comparisons; Hoare's
 * quickselect with the middle of three as pivot is within a tenth of it here, and plain).
 *
 * @param values changed in place; no NaN among them
 * @param ranks ascending, each a valid index
 */
export function selectRanks(values: Float64Array, ranks: readonly number[]): void {
  selectWithin(values, 0, values.length - 1, ranks, 0, ranks.length);
}

/**
 * The least of the so many largest values; −Infinity where there are not more than that.
 * @param values no NaN among them
 */
export function leastOfLargest(values: Float64Array, count: number): number {
  if (values.length <= count) return Number.NEGATIVE_INFINITY;
  const rank = values.length - count;
  const copy = values.slice();
  selectRanks(copy, [rank]);
  return copy[rank] as number;
}

/** Few enough values to sort them as they are. */
const FEW = 24;

function selectWithin(
  values: Float64Array,
  from: number,
  to: number,
  ranks: readonly number[],
  firstRank: number,
  endRank: number,
): void {
  let low = from;
  let high = to;
  let first = firstRank;
  let end = endRank;
  // A bad run of pivots would cost quadratic time: past this many rounds the rest is sorted.
  for (let rounds = 2 * Math.ceil(Math.log2(to - from + 2)); first < end && high > low; rounds--) {
    if (high - low < FEW || rounds < 0) {
      values.subarray(low, high + 1).sort();
      return;
    }
    const pivot = middleOfThree(values[low] as number, values[(low + high) >>> 1] as number, values[high] as number);
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] as number) < pivot) left++;
      while ((values[right] as number) > pivot) right--;
      if (left <= right) {
        const value = values[left] as number;
        values[left++] = values[right] as number;
        values[right--] = value;
      }
    }
    // Now [low, right] ≤ pivot ≤ [left, high], and what is between equals it.
    let split = first;
    while (split < end && (ranks[split] as number) <= right) split++;
    let after = split;
    while (after < end && (ranks[after] as number) < left) after++;
    if (after < end) {
      if (first < split) selectWithin(values, low, right, ranks, first, split);
      low = left;
      first = after;
    } else {
      high = right;
      end = split;
    }
  }
}

function middleOfThree(a: number, b: number, c: number): number {
  if (a < b) return b < c ? b : Math.max(a, c);
  return a < c ? a : Math.max(b, c);
}
