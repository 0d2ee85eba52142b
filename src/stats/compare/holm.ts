/**
 * The p-values of several comparisons, adjusted so that the chance of any false alarm among them stays what it was for one
 * (S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6, 1979).
 *
 * @param values null for a comparison that was not made: it stays null and counts for nothing
 */
export function holm(values: readonly (number | null)[]): (number | null)[] {
  const made = values.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = values.map(() => null);
  let most = 0;
  for (const [place, { p, index }] of made.entries()) {
    most = Math.max(most, Math.min(1, p * (made.length - place)));
    adjusted[index] = most;
  }
  return adjusted;
}
