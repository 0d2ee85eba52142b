/** Deviations of this part of the largest value are what rounding leaves of equal values. */
const ROUNDING = 1e-13;

/**
 * What the correlation of neighbours is made of: the sum of the products of each deviation with the next, and the sum of
 * the squared deviations (G. E. P. Box and G. M. Jenkins, "Time Series Analysis", 1970, § 2.1.5, without the divisor n).
 */
export function lagSums(values: ArrayLike<number>): { products: number; squares: number } {
  const count = values.length;
  let mean = 0;
  for (let index = 0; index < count; index++) mean += (values[index] as number) / count;
  let products = 0;
  let squares = 0;
  let largest = 0;
  for (let index = 0; index < count; index++) {
    largest = Math.max(largest, Math.abs(values[index] as number));
    const deviation = (values[index] as number) - mean;
    squares += deviation * deviation;
    if (index + 1 < count) products += deviation * ((values[index + 1] as number) - mean);
  }
  const negligible = count * (ROUNDING * largest) ** 2;
  return squares > negligible ? { products, squares } : { products: 0, squares: 0 };
}

/** The correlation of each value with the next; 0 for equal values. */
export function lagCorrelation(values: ArrayLike<number>): number {
  const { products, squares } = lagSums(values);
  return squares > 0 ? products / squares : 0;
}
