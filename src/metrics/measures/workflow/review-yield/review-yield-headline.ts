import type { ReviewYield } from '../../../../contract/review-yield-schema.ts';
import { countOf, formatNumber } from '../../../../model/document/number-format.ts';

/** What the check that stands out lets pass; if none does, the first that is judged. */
export function reviewYieldHeadline({ minimumVisits, stages }: ReviewYield): string {
  if (stages.length === 0) return 'No stage is known to check the work of others.';
  const judged = stages.filter(({ verdict }) => verdict !== 'too few');
  const [first] = [...judged.filter(({ verdict }) => verdict === 'sends back' || verdict === 'passes'), ...judged];
  if (first === undefined) {
    const [only] = stages;
    const visits = `${formatNumber(minimumVisits, 'number')} visits`;
    return only !== undefined && stages.length === 1
      ? `No check is judged: ${only.stage} has fewer than ${visits}.`
      : `No check is judged: each of ${countOf(stages.length, 'stage')} has fewer than ${visits}.`;
  }
  return `${first.stage} let ${formatNumber(first.passRate, 'share')} of ${countOf(first.visits, 'visit')} pass unchanged, and sent ${formatNumber(first.sentBack, 'number')} back.`;
}
