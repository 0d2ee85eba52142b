/**
 * An estimate in points: a decimal number, with a point or a comma before the decimals. Anything else (an empty cell,
 * a T-shirt size, `1,000`, which could be one or a thousand) is no known number.
 */
export function pointsOf(text: string | null): number {
  if (text === null || !/^\d+(?:[.,]\d+)?$/.test(text) || /^\d{1,3},\d{3}$/.test(text)) return Number.NaN;
  return Number(text.replace(',', '.'));
}
