/**
 * The loss of a quantile that was forecast, given what came (R. Koenker and G. Bassett, "Regression quantiles",
 * Econometrica 46, 1978): on average smallest for the true quantile.
 *
 * @param share the chance of less than the quantile: 0.15 for "at least so many, with 85 %"
 */
export function pinballLoss(quantile: number, outcome: number, share: number): number {
  return outcome < quantile ? (1 - share) * (quantile - outcome) : share * (outcome - quantile);
}
