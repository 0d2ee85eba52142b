/** What a distribution says besides its percentiles. */
export interface Summary {
  mean: number | null;
  /** Of a sample: divided by n − 1; null for fewer than two values. */
  standardDeviation: number | null;
  min: number | null;
  max: number | null;
}

/** Mean, sample standard deviation and extremes; null where there is nothing to compute from. */
export function summarize(values: ArrayLike<number>): Summary {
  const count = values.length;
  if (count === 0) return { mean: null, standardDeviation: null, min: null, max: null };
  let sum = 0;
  let min = values[0] as number;
  let max = min;
  for (let index = 0; index < count; index++) {
    const value = values[index] as number;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const mean = sum / count;
  if (count < 2) return { mean, standardDeviation: null, min, max };
  let squares = 0;
  for (let index = 0; index < count; index++) squares += ((values[index] as number) - mean) ** 2;
  return { mean, standardDeviation: Math.sqrt(squares / (count - 1)), min, max };
}
