/** The rank of each value, from 1; equal values share the mean of their ranks. */
export function midranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    const value = values[order[from] as number] as number;
    let to = from;
    while (to < order.length && values[order[to] as number] === value) to++;
    // The mean of from + 1 … to.
    for (let at = from; at < to; at++) ranks[order[at] as number] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

/** The ranks of both samples among all values. */
export function pooledRanks(a: Float64Array, b: Float64Array): { a: Float64Array; b: Float64Array } {
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  const ranks = midranks(all);
  return { a: ranks.subarray(0, a.length), b: ranks.subarray(a.length) };
}
