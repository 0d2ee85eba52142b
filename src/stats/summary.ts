/** Arithmetic mean; null for no values. */
export function mean(values: ArrayLike<number>): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] as number;
  return sum / values.length;
}

/** Standard deviation of a sample (divided by n − 1); null for fewer than two values. */
export function standardDeviation(values: ArrayLike<number>): number | null {
  const average = mean(values);
  if (average === null || values.length < 2) return null;
  let squares = 0;
  for (let index = 0; index < values.length; index++) squares += ((values[index] as number) - average) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}
