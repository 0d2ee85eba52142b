import type { Reading } from '../../format.ts';
import { IssueTracker } from '../shared/issue-history/issue-tracker.ts';

/** What all GitHub files of a source say together. */
export function githubTracker(reading: Reading): IssueTracker {
  return reading.shared(
    'issues',
    () =>
      new IssueTracker(reading.log, reading.options, {
        pulls: 'Pull requests',
        pullType: 'Pull request',
        // People swap labels by hand, one after the other.
        swapMs: 60_000,
        logsAssignees: true,
      }),
  );
}
