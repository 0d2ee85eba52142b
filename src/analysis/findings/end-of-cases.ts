import { formatNumber } from '../../model/document/number-format.ts';
import { FINISHED } from '../../model/item-facts.ts';
import type { Dataset } from '../dataset.ts';

/** Where fewer of the cases reach the end, it is more likely a side branch than how cases end. */
const FEW_CASES = 0.5;

/** Of a log of activities: notes what is taken as the end of a case without any name that says so, or where few reach it. */
export function noteEndOfCases({ derived: { facts }, log, workflow }: Dataset): void {
  if (log.files.length === 0 || !log.files.every(({ logsActivities }) => logsActivities === true)) return;
  const ends = workflow.stages.filter(({ evidence, kind }) => kind === 'done' && evidence !== 'configuration');
  if (ends.length === 0 || facts.count === 0) return;
  let reached = 0;
  for (let item = 0; item < facts.count; item++) if (facts.outcome[item] === FINISHED) reached++;
  const cases = `${formatNumber(reached, 'number')} of ${formatNumber(facts.count, 'number')} cases`;
  const cure = 'Give the activities that end a case the kind done in the configuration: pitwall init asks about them';
  if (ends.some(({ evidence }) => evidence === 'case-ends')) {
    for (const { name } of ends) {
      log.findings.add(
        'end-taken',
        () => ({
          weight: 'info',
          message: `no activity is named like an end, so those that cases end with are taken as it; ${cases} reach it`,
          cure,
        }),
        { value: name },
      );
    }
  }
  if (reached >= facts.count * FEW_CASES) return;
  for (const { name } of ends) {
    log.findings.add(
      'few-reach-end',
      () => ({
        weight: 'warning',
        message: `few of the cases reach the activity that is taken as their end: ${cases}; the others count as in progress`,
        cure,
      }),
      { value: name },
    );
  }
}
