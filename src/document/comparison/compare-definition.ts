import type { Explained } from '../explain-document.ts';

/** What `explain` says of `compare`. */
export const COMPARE_DEFINITION: Explained = {
  command: 'compare',
  title: 'Before and after, or two groups',
  definition: {
    meaning:
      'Whether two exports, the finishes before and from a date, or two groups of items differ by more than chance, metric by metric.',
    formula:
      'Ratio of durations: the median of b ÷ a over all pairs of an item of each side (Hodges–Lehmann); of throughput: of the means by complete period; of shares: of the ratios of sums. p of durations: the largest of Brunner and Munzel’s, of an exchange of whole weeks between the sides, and of Welch’s t on weekly mean ranks; of throughput: the larger of an exchange of periods and of Welch’s t; of shares: of an exchange of weeks. All metrics are one family (Holm). better, worse: p ≤ 0.05.',
    unit: 'days of the basis, shares, items a period; ratios without a unit',
    caution:
      'No evidence is not no change: see the ratio that this much data would have shown in 8 of 10 cases. A comparison is no experiment: something else may be the cause.',
  },
};
