/** An instant as the JSON contract writes it. */
export function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

/** The same for an instant that may be unknown. */
export function isoOrNull(instant: number): string | null {
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}

/** NaN as null. */
export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** A quotient; null where there is nothing to divide by. */
export function ratio(dividend: number, divisor: number): number | null {
  return divisor === 0 ? null : dividend / divisor;
}
