import type { FindingExample } from '../../../../model/finding.ts';
import type { EventLog } from '../../../../model/log/event-log.ts';

/** Says of an item that is open by its state that its date of closing, which is from an earlier time, does not count. */
export function noteReopened(log: EventLog, example: FindingExample): void {
  log.findings.add(
    'closed-but-open',
    () => ({
      weight: 'warning',
      message:
        'Items with a date of closing that are open by their state: they were reopened, and the date is left out',
      cure: 'Nothing to do if they were; otherwise correct the state.',
    }),
    example,
  );
}
