import type { Explained } from './explain-document.ts';

/** What `explain` says of commands that are no single metric's. */
export const EXPLAINED_COMMANDS: readonly Explained[] = [
  {
    command: 'trend',
    title: 'Trend',
    definition: {
      meaning:
        'Metrics by complete period, with the limits within which a process that does not change stays. What leaves them, or stays on one side of the mean, is a signal: a reason to look for a cause.',
      formula:
        'Limits (XmR): mean ± 2.66 × the mean difference of neighbours, over the first 20 points or --baseline. Signals: a point beyond a limit; 8 in a row on one side of the mean; with --rules western-electric also 2 of 3 beyond 2 standard deviations and 4 of 5 beyond 1. Cycle time: the mean of the logarithms of what finished in the period, shown as the geometric mean; a period with fewer than 6 has no point.',
      unit: 'that of the metric: items, days of the basis, shares',
      caution:
        'No signal is no proof that nothing changed, and chance alone raises some: the output says how often. Work in progress and age carry over from period to period and have no limits. Fewer than 6 points have none either; those of fewer than 20 are provisional.',
    },
  },
];
